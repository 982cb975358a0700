"""`invoke check`: says to editors what is wrong with the texts, and the pages built of them."""

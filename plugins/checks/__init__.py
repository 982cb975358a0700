"""`invoke check`: what is wrong with the texts and with the pages that were built, said to editors."""

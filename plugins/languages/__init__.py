"""The two languages of the site: pairing, addresses, words and formats."""

"""How it reads: a letter becomes an e-mail, in HTML and plain text, and lies in the outbox."""

"""How it gets there: one e-mail, one campaign; each run reads before it writes."""

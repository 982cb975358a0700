"""Checks of the texts, apart from what the content model asks of them: see `table.py`."""

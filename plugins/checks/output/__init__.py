"""Checks of a built site: each a generator of problems over the facts of its files."""

"""Ready folders for new items, made of the content model: `invoke new KIND "TITLE"`."""

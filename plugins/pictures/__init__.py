"""Pictures beside the texts: each checked, made once in every size and format, kept by content."""

"""The content model: what an editor may write, and what the build makes of it."""

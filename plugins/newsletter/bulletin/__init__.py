"""What goes in: which posts subscribers get, and the next issue of the bulletin."""

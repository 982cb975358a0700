"""From the bytes of a picture to the files that the site has of it."""

"""Articles 18 to 25: careers."""

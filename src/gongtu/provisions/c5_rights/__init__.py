"""Articles 33 to 41: rights."""

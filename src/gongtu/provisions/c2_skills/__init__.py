"""Articles 9 to 17: skills."""

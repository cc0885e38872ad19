"""Articles 1 to 8: general provisions."""

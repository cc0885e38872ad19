"""Articles 26 to 32: incentives."""

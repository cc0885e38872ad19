"""A worker's own pages: what is owed, what waits, what can come next."""

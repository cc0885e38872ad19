"""A school's pages: what waits, what the law owes it, what it may begin."""

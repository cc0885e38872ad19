"""职业发展图 — from where a worker stands, the ways up and across (Arts. 19 and 24)."""

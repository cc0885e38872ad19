"""专项职业能力补贴 — subsidy for a special ability (Arts. 16 and 23)."""

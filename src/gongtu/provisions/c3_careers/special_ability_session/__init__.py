"""专项职业能力考核 — a filed body examines a special ability (Art. 23)."""

"""专项职业能力考核项目 — projects of special abilities (Art. 23)."""

"""职业技能等级互认 — mutual recognition of grades between enterprises (Art. 22)."""

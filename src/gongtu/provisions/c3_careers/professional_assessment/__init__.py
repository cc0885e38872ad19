"""专业技术人员参加职业技能评价 — professionals apply for the assessment of skill (Art. 24)."""

"""职业技能等级评价 — a filed body assesses grades (Arts. 20 to 22)."""

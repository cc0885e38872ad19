"""评价成绩申诉 — a candidate has their own result looked at again (Arts. 20, 22)."""

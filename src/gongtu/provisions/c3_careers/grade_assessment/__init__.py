"""企业技能等级自主评价 — an enterprise assesses grades (Arts. 20 to 22)."""

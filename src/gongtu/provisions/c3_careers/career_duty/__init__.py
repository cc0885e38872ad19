"""企业中的职业发展 — careers inside enterprises (Arts. 19-22, 24, 25)."""

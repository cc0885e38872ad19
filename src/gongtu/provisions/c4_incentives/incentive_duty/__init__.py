"""企业中的激励 — rewards inside enterprises (Arts. 28-30, 32)."""

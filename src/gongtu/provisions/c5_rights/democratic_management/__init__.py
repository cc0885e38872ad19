"""企业民主管理 — democratic management of enterprises (Arts. 6, 35, 38)."""

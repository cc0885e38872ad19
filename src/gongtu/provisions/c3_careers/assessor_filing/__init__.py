"""企业自主评价备案 — filing as an assessor (Arts. 20, 22)."""

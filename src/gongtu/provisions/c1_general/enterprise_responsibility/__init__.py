"""企业的主体责任 — what every enterprise answers for (Arts. 6, 33)."""

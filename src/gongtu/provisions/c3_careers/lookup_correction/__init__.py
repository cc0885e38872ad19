"""证书查询更正登记 — a certificate that was looked up and not found (Art. 22)."""

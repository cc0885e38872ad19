"""证书查询 — certificates looked up by the public (Art. 22)."""

"""凭学分取得学业证书 — a diploma by credits (Art. 24)."""

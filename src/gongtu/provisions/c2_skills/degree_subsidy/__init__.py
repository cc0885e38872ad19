"""学历提升补贴 — subsidy for a raised degree (Art. 16)."""

"""企业高技能人才同等待遇 — skilled staff treated as professionals of the same level (Art. 25)."""

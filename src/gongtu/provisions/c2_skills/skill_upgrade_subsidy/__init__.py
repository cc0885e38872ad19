"""技能提升补贴 — skill upgrade subsidy (Art. 16)."""

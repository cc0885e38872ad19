"""技能人才培养平台补助 — grants for training platforms (Art. 12)."""

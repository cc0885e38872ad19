"""技能等级申报条件 — the conditions to apply for each grade, in both wordings (Art. 21)."""

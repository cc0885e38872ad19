"""成果转化奖励 — reward for results put to use (Art. 32)."""

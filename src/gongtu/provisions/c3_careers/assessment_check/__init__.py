"""评价质量检查 — how a body that assesses is checked, answers, and what follows (Art. 20)."""

"""条例文本 — the statute itself (Art. 1)."""

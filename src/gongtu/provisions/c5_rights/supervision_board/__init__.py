"""监督看板 — the supervision board (Art. 41)."""

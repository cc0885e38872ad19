"""工匠选拔 — selection of craftsmen (Art. 30)."""

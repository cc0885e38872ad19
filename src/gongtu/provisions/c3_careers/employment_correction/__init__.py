"""工作登记核对更正 — two jobs at once on the record of work the grades count (Art. 21)."""

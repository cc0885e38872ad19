"""首席技师荣誉津贴 — allowance for the honours of chief technician (Art. 27)."""

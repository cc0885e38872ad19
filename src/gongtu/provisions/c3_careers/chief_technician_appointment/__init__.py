"""特级技师、首席技师评聘 — appointment of special-grade and chief technicians (Art. 21)."""

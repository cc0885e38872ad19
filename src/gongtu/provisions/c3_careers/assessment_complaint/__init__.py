"""评价质量投诉 — anybody complains about an assessing body, and is answered (Art. 20)."""

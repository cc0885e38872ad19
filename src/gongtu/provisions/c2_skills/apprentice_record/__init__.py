"""学徒培养登记 — who learns which occupation where, until when (Art. 14)."""

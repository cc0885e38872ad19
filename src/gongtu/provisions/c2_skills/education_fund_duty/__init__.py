"""职工教育经费和职工培训 — the education fund and training of staff (Art. 15)."""

"""职工法律援助 — legal advice and aid for workers (Art. 38 para. 2)."""

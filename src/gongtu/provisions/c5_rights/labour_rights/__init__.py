"""劳动权益 — labour rights in enterprises (Art. 36)."""

"""疗养休养和身心健康 — recuperation and health of workers (Art. 37)."""

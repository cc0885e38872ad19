"""职业生涯指导计划 — a guide for each worker, agreed on by both sides (Art. 19)."""

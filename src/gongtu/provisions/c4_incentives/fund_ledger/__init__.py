"""资金统筹 — funds coordinated and accounted for (Art. 26)."""

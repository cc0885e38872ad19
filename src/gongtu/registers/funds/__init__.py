"""The sources of money and their budgets (article 26)."""

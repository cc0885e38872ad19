"""Money in double entry: funds, budgets, commitments, payments; never overspent, never paid twice."""

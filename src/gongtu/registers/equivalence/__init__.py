"""Two-way equivalence (article 24): what one who holds a grade, title or schooling is treated as.

The rows are the city's, dated and sourced; whether a row opens to somebody is asked of the rule
it names.  On record are the rulings: each keeps the row as it stood when it was made.
"""

"""Occupational standards and assessment specifications (article 20): drafted, commented, in force.

A row is a draft until it is adopted, and then one edition of the standard: its text stays readable
at its address for ever, and a later edition takes its place from its own first day on.  Beside them
stand the projects of special abilities (article 23), each with its own norm of what is examined.
"""

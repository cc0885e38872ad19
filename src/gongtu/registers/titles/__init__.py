"""Professional titles 职称 (article 24): reviewed by title committees, not by schools.

They are kept apart from schooling because another authority grants them, and because skill
grades and titles are recognised each for the other.
"""

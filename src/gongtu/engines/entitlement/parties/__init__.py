"""Persons as rules know them, and the rows of persons, enterprises and schools."""

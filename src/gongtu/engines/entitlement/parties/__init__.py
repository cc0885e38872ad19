"""Persons as rules know them, and the rows of persons and of the enterprises they work for."""

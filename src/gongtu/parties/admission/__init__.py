"""Letting in, from tables of the city, the organisations there are and those who act for them.

`judging` reads a table to its end; `organisations` and `officers` each know their columns, judge
their rows and take them in: all of them, or none and a list of what to correct.
"""

"""Which rows changed since somebody last read a table as a whole.

The database itself keeps the log, by triggers that whoever reads it puts up; nobody who writes
has to think of it, and a hand at the console does not get past it.
"""

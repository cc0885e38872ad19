"""Grades that enterprises recognise of one another, and what they pay by grade (article 22).

An agreement names its scope, its period and its notice; nothing is filed for a worker.  A grade
counts in the other enterprise from the first day on which three things meet while the agreement
runs: the certificate is issued, the holder is on the staff, the scope covers it.  Ending the
agreement stops new days of that kind, and takes none back.
"""

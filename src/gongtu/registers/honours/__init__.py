"""Titles of honour and awards of contests (articles 27 and 29).

An honour is granted by selection and is no skill grade: one of them bears nearly the name of the
eighth grade of article 21, and rules, pages and tests keep the two apart.  Which honours there
are is told by the city's `honours.yaml`; no code names one by its city.
"""

"""Statements of treatment for graduates of technical schools (article 25).

A graduate shows for one of the seven purposes of the article that they are treated as a graduate
of a junior college or a university; whoever recruits checks it without an account.  What the law
itself gives is not granted here: a statement only says what the rule finds on record, and signs it.
"""

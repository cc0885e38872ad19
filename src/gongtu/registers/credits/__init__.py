"""The credit bank of article 24: schools' own rules, what they counted, and where it went.

A school's rule says which certificate or training brings how many credits of which course of a
programme.  What is counted keeps the rule it was counted under, and nothing is counted twice: the
ledger holds each source once for the whole city, whatever schools it is offered to.
"""

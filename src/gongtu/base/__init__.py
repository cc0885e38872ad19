"""What every other part may use and what uses none of them.

Failures, words in two languages, money, spans of days, identifiers, digests, pictures and papers.
"""

"""Public money, by double entry: every fen stands on one account of one fund's budget.

A budget's money is *available*; a decision in somebody's favour *commits* it; the bank run *pays*
it. What the bank sends back is committed again, what was paid without ground becomes *receivable*
until it is recovered.  No account can fall below zero, so nothing is ever overspent; commitments
and payments carry a key each, so nothing is ever paid twice.
"""

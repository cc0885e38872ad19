"""One rule, many executions: asked of one person, explained, printed; later run over a city.

Authors write in the words of `declare`.  What an expression *means* is told elsewhere, once
for each execution: `asking` (a value and its grounds), `explaining` (what is owed, what is
missing, from when), `wording` (the rule in words).
"""

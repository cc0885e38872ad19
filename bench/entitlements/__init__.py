"""Forty synthetic rules over a synthetic city: ours beside OpenFisca, SQL and array engines.

`facts` and `rules` are written in the language of provisions, `city` makes the people up.
Neither says anything about Qingdao: amounts and conditions are invented, their weight is not.
"""

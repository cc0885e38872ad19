"""What was found to be owed and offered unasked (免申即享): Articles 4 and 16.

A run asks every benefit for everybody; what is owed becomes an offer, which its beneficiary takes
in one tap, declines, or lets be.  Runs write offers; only their beneficiary answers them.
"""

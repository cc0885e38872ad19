"""Old paper certificates from a file: every row judged, then all entered and signed as one batch.

One row at fault and nothing is entered. What was entered before a run was interrupted is left as it
is, and the same file handed in twice is the same batch.
"""

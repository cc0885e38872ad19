"""Results of assessments by file or by machine: judged row by row, entered session by session.

One row at fault and nothing is entered; the rows to correct are handed back.  Entering may be
repeated and interrupted: what stands in the register already is left as it is.
"""

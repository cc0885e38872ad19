"""Special-grade and chief technicians whom enterprises appoint for a term (article 21).

An appointment is a post, not an assessed grade: its document is a credential of its own kind under
a number of the platform's own.  Nor is it an honour: titles of nearly the same name are
granted by selection and stand in `registers/honours`.
"""

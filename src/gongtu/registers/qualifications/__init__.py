"""Vocational qualifications 职业资格 (articles 20 and 24): issued by the State and its departments.

Nobody here examines for them.  They are put on record once an officer has compared them with the
register of whoever issued them, and count wherever rows of equivalence begin on them.
"""

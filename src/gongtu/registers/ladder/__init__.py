"""The ladder of grades (article 21): which conditions open which grade in which occupation.

What stands here is the law's side: the wording that an occupation's standard uses, the occupations
added since the classification, and the declared conditions, asked of one person's record.
"""

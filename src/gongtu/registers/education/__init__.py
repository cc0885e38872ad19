"""Schooling and degrees (articles 16 and 25): what school, in what class, from when to when.

Schools and the education department report; nothing is asked of the graduate again.
"""

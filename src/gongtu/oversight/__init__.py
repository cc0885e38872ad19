"""What it all adds up to (Art. 41): which norm is carried out by what, with what figures.

Reads declarations, figures and cases; nothing is pushed up to it and it writes nothing.
"""

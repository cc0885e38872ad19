"""How bodies that assess are watched over (article 20): plans, checks, findings and measures.

A body is chosen by a reason that is written down or by a draw that anybody can follow; it answers
every finding; nothing that takes its filing away is decided before it was heard, nor by the
officer who proposed it.  Figures of a body stand beside their denominators and the city's range,
and nothing puts bodies in an order of quality.
"""

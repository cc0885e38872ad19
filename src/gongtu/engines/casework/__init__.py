"""Cases: who holds them, what may be done with them, until when, and what was done.

A provision declares its procedure in `declare`; `services` are the only way to change a case.
"""

"""Duties on the same rules: what binds one bearer, since and until when, and whether it is met.

A provision declares its duties with `Duty`; `asking` works out the stretches of time in which a
duty binds from the days on which facts, parameters or the statute changed.
"""

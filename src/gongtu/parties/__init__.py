"""Parties — who takes part: persons, organisations, what they may act as, and their consents.

Persons are found by their ID number (articles 2, 19), which is kept enciphered beside a blind
index.  Everybody above this room asks `queries`, writes through `services`, and decides with
`access` what somebody may see or do.
"""

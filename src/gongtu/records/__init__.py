"""What everybody writes to and nobody owns: journal, files, jobs, outbox, the log of changes.

Nothing here points at parties or cases: rows hold plain ids and keys, so that this room knows no
one above it.
"""

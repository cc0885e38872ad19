"""What everybody writes to and nobody owns: the journal, files, jobs and the outbox.

Nothing here points at parties or cases: rows hold plain ids and keys, so that this room knows no
one above it.
"""

"""Work that takes longer than a page: begun in the transaction, seen by its progress, never lost.

A job is safe against `kill -9`: its worker's heartbeat stops, the reaper starts it again, and work
must therefore be written so that a second run completes the first. Tries, schedule and reaper are
ours: the task library has none.
"""

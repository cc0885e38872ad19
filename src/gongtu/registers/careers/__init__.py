"""What enterprises do for careers (articles 19 and 24): plans, career channels, guides for workers.

A version is never changed: to revise is to publish or propose the next.  Only the enterprise
plans, publishes and proposes, and only the worker answers a guide; whom it employs, of which grade
and how old, is read from the records.
"""

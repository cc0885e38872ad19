"""What leaves the building: notices in the app, mail and text messages.

A message is written in the same transaction as what it tells; a worker delivers it afterwards,
again and again with growing pauses, and what cannot be delivered waits for a person.
"""

"""Ways to a goal where several clocks run at once: exact shortest ones, for one or for a city.

A landscape is three tracks of rungs with moves between them (`declare`).  `layout` lays its
states out so that every move and every half-year leads to a state behind; so one sweep from the
last state to the first (`sweep`, and `oracle` in NumPy) finds the least of every state, and
`routes` reads a way off.  It knows no noun: what the rungs are is told by whoever asks.
"""

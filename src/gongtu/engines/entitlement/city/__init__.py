"""The same rules run over a whole city: columns in, bitmaps and amounts out.

`columns` says how facts lie in memory, `plain` what a rule becomes once parameters are folded
for the day and the unknown is made explicit, `lowering` how.  `oracle` runs it with NumPy,
`vector` as machine code, `sql` as text for an engine; all give the same bits.
"""

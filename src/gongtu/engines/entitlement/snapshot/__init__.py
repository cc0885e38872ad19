"""The registers as they stood on a day, in columns: what a run over the city reads.

A snapshot is a folder of Parquet files, one for each source, and a manifest whose Merkle root
binds every column of every table to the day: the same facts have the same root, bit for bit, so
that a decision which names a root can be worked out again.  `tables` says what a table is and how
it is digested, `store` how it lies on the disk, `reading` how it comes out of the database,
`beside` why SQLite is read in another process, `building` how the next one is made out of the
last and the log of changes, `rows` and `runs` how registers turn rows into facts.
"""

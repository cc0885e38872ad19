"""What happened, to what, when and by whom: chains of entries that nobody can change unseen.

`services.write` is the one way in; `queries` reads a chain or all that concerns a person; `verify`
recomputes everything; `seals` binds all chains together from time to time, so that writers never
queue behind one chain.
"""

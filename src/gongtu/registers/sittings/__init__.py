"""How sessions of assessment are held (articles 20 to 22): who examines, who sits where, the marks.

A session that was arranged here is bound by what was arranged: examiners drawn by a published
seed, marks entered by two people, a sample marked again.  Results that came by file are of
sessions held elsewhere: of those it is said that nothing of this was arranged here.
"""

"""How sessions of assessment are held (articles 20 to 22): who examines, who sits where, the marks.

A session that was arranged here is bound by what was arranged: examiners drawn by a published
seed, marks entered by two people, a sample marked again.  Of one held elsewhere, as those whose
results come by file, it is said that nothing was arranged here.  Either way somebody on the roll
examines it, drawn or named, before its marks are taken.
"""

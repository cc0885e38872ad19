"""Pages that bodies of several kinds share: their home, and the courses of those who train."""

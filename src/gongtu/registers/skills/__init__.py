"""Occupations, the eight grades, assessments and certificates (articles 20 to 22)."""

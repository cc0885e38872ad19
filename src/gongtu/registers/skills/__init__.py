"""Occupations, the eight grades, assessments and certificates (articles 20 to 23).

Assessors write their own sessions and certificates, the human-resources department their filings.
"""

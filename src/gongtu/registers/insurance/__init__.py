"""Months of insurance on record for a person."""

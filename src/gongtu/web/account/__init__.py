"""Signing in, acting in a capacity, and everything a person decides about their own file."""

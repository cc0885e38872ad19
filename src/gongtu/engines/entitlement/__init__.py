"""Conditions and amounts over typed facts, asked of one person, with the explanation."""

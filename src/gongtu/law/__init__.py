"""The statute as data: its text, structure, corrections, obligations and references."""

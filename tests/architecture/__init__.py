"""Promises about the shape of the code: whatever a person must remember, a test remembers."""

"""Certificates: signing and checking them, beside what one would otherwise take."""

"""The demo city: synthetic, plausible, the same every time, and labelled as such on every page."""

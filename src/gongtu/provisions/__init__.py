"""What the statute provides: one folder for each provision, by chapter; no tables, no pages."""

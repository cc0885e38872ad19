"""Declared counts: what a figure measures, its periods, and when small cells are hidden."""

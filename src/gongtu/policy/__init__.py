"""Dated, sourced parameters, working days and the city they belong to."""

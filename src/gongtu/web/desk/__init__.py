"""The officer's desk: queue, case, decisions, standards."""

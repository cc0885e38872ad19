"""Machines that carry any provision: cases, rules, money, credentials, figures."""

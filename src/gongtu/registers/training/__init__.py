"""Subsidised training courses and who completed them (articles 12 and 16).

The human-resources department enters a course when it confirms the plan, with what it found:
whether the occupation stands in the catalogue of the year.  Trainees are entered by the
organisation that trains, and their certificates are those of the skills register.
"""

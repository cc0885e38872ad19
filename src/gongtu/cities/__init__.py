"""What is each city's own: law, calendars, divisions, departments, letterheads and demo data."""

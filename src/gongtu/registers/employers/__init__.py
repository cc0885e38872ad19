"""What enterprises do, year by year: figures, platforms, certifications (Articles 6, 12 to 15)."""

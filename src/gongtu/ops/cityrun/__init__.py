"""What the law owes, asked of one person or of the whole city, as the terminal shows it."""

"""Cases as their parties see them: open, follow, supplement, receive letters."""

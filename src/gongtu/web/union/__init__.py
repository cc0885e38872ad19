"""A union's pages: the letters it sent, who answered, and who has not."""

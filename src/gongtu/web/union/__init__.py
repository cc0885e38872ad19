"""A union's pages: supervision letters sent, answers due, help given."""

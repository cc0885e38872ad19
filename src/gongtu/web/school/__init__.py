"""A school's pages: its programmes, rules and transcripts."""

"""Results made on the job that were put to use, and what their makers are owed (Article 32)."""

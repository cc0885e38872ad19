"""What was offered to somebody, and what they answer: a worker, an enterprise, a school alike."""

"""The platform as JSON, under /api/v1/."""

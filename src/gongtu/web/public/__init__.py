"""What anybody may read without an account: statute, guides, notices, certificates, standards."""

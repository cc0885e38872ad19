"""What anybody may read without an account: the statute, guides, notices, certificates, standards."""

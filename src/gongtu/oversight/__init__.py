"""What it all adds up to: obligations, bearers and figures that cross provisions (article 41)."""

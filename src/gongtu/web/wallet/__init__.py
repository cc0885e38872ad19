"""A worker's certificates as a wallet: shown, shared in part, taken along."""

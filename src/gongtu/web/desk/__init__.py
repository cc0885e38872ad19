"""The desk of a public body: what waits, most urgent first, and the standards it decides."""

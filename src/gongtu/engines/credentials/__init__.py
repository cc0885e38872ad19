"""Signed credentials: issue, status, revoke and verify."""

"""Addresses for machines that watch over the service."""

"""Approved decisions about parameters: proposed by one officer, approved by another."""

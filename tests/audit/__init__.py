"""Audits of small archives."""

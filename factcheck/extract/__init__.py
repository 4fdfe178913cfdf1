"""Sentences to claims: runs the extractors and resolves their overlaps."""

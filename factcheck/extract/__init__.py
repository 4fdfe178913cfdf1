"""Sentences to claims: `claims.extract` runs the extractors and adds what surrounds a value."""

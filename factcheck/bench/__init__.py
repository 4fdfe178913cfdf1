"""Evaluation against labelled files: what the product finds, measured the same way each time."""

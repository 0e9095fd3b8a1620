"""Agreements and activities as lists: what a reader may ask for, what fits, and the same as files."""

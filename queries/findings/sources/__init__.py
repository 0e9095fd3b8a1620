"""Questions that rules are derived from: what no query language compares alike in both stores is compared in Python."""

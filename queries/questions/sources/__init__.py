"""Questions that only other questions ask: rows as the stores give them, nothing a person would look for."""

"""The map of the structure: where each card stands, how many are drawn, what the script gets."""

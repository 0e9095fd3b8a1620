"""Denominators: how many things of a sort an audit has looked at. One file each beside its .sql and .cypher."""

"""Helpers for building and testing the project; no part of the installed application."""

"""The audit: rules declared like questions, findings with clauses, reasons and denominators."""

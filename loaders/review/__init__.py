"""Review: people confirm, correct or reject what was read; what they decided outlives a new reading.

facts + decisions ── applied.apply ──► the facts as people left them
    ▲                     ▲
    │ sources             │ verdicts (from the command line, HTTP, or a filled workbook)
"""

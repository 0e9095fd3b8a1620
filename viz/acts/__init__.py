"""An act as its page shows it: its clauses in the order of the text, and beside each what was read from it.

The facts under review come from whoever serves the pages (`model.ReadAct`): nothing here reads or decides anything.
"""

"""The states in which nothing is waited for from a sample any more, and their reasons."""

ENDED = frozenset({"returned", "destroyed"})
"""It was given back or is gone."""
MOVED = "moved"
"""It went to another bureau with its papers; only the hub writes it."""
WITHDRAWN = "withdrawn"
"""Its sheet was withdrawn: it is given back or destroyed, nothing else."""

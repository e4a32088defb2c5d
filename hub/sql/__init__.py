"""Every SQL statement of the hub, by hand, in the subset its databases have in common.

What that subset leaves out, a guard reads for: ON CONFLICT, JSON functions, ids of transactions,
LISTEN, SKIP LOCKED, sequences, empty strings. Each statement names its scope, so that it stays on
one node.
Times are aware UTC; hashes are 32 bytes.
"""

"""The data: an encrypted journal of operations and the tables derived from it."""

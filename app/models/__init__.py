"""Item models: ids in memory, rows by page."""

"""Dumb controls: data in by one setter, events out by signals."""

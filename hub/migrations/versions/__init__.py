"""One change of the hub's schema each, never edited once released."""

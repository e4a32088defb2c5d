"""The changes of the schema: one module each, never edited once released."""

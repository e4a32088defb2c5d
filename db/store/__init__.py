"""The nouns: one module each, every SQL statement of the product is here."""

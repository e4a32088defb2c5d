"""The hub's pages for people: drawn on the server, without a script, in Chinese and in English."""

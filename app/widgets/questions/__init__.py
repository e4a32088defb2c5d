"""One widget for each type of question."""

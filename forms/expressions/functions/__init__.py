"""The function library, one module for each subject."""

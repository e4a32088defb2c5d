"""The forms: rules and paper; no Qt, no SQL."""

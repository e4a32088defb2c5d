"""Rules of the trade: identifiers, working days, sampling plans, rounding and the open draw.

Pure functions over plain values; nothing here knows the screen or the store.
"""

"""What a bureau decides for all its laptops: the settings under which it is told, written by the hub.

A form in use names its package by hash; the package itself is a record beside it. A table is
carried whole. No laptop may write under these names.
"""

FORM = "bureau-form/"
"""The form's id follows; the value is JSON: hash, version, title, by, bureau, reason."""
TABLE = "bureau-table/"
"""The table's file name follows; the value is JSON: text, by, bureau, reason, since."""

TASK = "task:"
"""The follow-ups a bureau assigns: task and inspector's certificate follow, parted by a colon."""
INSPECTOR, ASSIGNED = "inspector", "assignment"
"""What such a follow-up hangs on (the certificate), and its kind."""


def is_published(rec_type: str, rec_id: str) -> bool:
    """Tell whether a record is one of these settings."""
    return rec_type == "setting" and rec_id.startswith((FORM, TABLE))

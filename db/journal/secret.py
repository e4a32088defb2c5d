"""Secret answers: those in a group named confidential are kept from ordinary view everywhere.

A form may only mark a question as sensitive inside such a group, so its path alone says so.
"""

HIDDEN = "●" * 6
"""What stands in the place of a secret answer."""
_GROUP = "/confidential/"


def is_secret(field: str) -> bool:
    """Whether a field of a record is an answer kept from ordinary view."""
    return _GROUP in field


def veiled(field: str, text: str) -> str:
    """Return the text of a field as anybody may see it; nothing stays nothing."""
    return HIDDEN if text and is_secret(field) else text

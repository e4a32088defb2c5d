"""A value of a record as a person reads it: moments by China's clock, lists by their parts."""

import datetime as dt
import json
import re
from contextlib import suppress

from app.services.context import CHINA
from db.journal.ids import is_id

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")


def plainly(text: str, reference: str) -> str:
    """Return a kept value in words; ``reference`` stands for the id of another record."""
    if is_id(text):
        return reference
    if _MOMENT.fullmatch(text):
        with suppress(ValueError):  # the thirtieth of February is shown as it stands
            moment = dt.datetime.fromisoformat(text)
            return moment.astimezone(CHINA).strftime("%Y-%m-%d %H:%M")
    if text.startswith("["):
        with suppress(ValueError, RecursionError):
            return "、".join(plainly(str(one), reference) for one in json.loads(text))
    return text

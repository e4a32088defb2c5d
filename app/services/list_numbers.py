"""The numbers in a row of a list: put right as they are kept, bounded, and what is wrong with them."""

import datetime as dt
from collections.abc import Callable, Mapping

from app.services import equipment
from app.services.list_cells import lost_digits
from app.services.list_preview import Wrong
from app.services.list_reading import Read
from forms.rules.identifiers import normalise, uscc_problem

LONGEST = 200
"""No cell of a list is longer than this."""

TIDY: Mapping[str, Callable[[str], str]] = {
    "code": normalise,
    "registration_no": equipment.tidy_registration,
    "uscc": normalise,
}
"""The numbers both lists have, and how each is put right."""


def read_numbers(
    read: Read,
    tidy: Mapping[str, Callable[[str], str]],
    problem: Callable[[str, str], str | None],
) -> tuple[dict[str, str], list[Wrong]]:
    """Return the numbers of a row by column, and what is wrong with them.

    A wrong number is kept beside its fault, so that the row can still be told from others; one a
    spreadsheet has rounded, or that is too long to be any, is not.
    """
    found: dict[str, str] = {}
    wrong: list[Wrong] = []
    for name, put_right in tidy.items():
        text = read.cells.get(name, "")
        if lost_digits(text):
            wrong.append(Wrong(read.place, name, "digits-lost", text))
        elif len(text) > LONGEST:
            wrong.append(Wrong(read.place, name, "too-long", text[:LONGEST]))
        elif text:
            found[name] = put_right(text)
            if fault := problem(name, found[name]):
                code = {"registration_no": "registration"}.get(name, name)
                wrong.append(Wrong(read.place, name, f"{code}-wrong", text, fault))
    return found, wrong


def problem_of(name: str, number: str, today: dt.date) -> str | None:
    """Return what is wrong with one of the numbers both lists have, None when nothing is."""
    if name == "code":
        return equipment.code_problem(number, today)
    if name == "registration_no":
        return equipment.registration_problem(number, today)
    return uscc_problem(number)

"""Real workbooks through the real converter."""

from collections.abc import Callable, Mapping

import pytest

from forms.lists import EmptyLists, Lists
from forms.model import Form
from forms.session import Session
from forms.xform import load


def form_from(markdown: str) -> Form:
    """The form a Markdown workbook describes, converted by pyxform."""
    from pyxform.xls2xform import convert

    xform = convert(xlsform=markdown, file_type=".md").xform
    return load(xform.encode())


@pytest.fixture
def form() -> Callable[[str], Form]:
    return form_from


@pytest.fixture
def session() -> Callable[..., Session]:
    def start(
        markdown: str,
        lists: Lists | None = None,
        answers: Mapping[str, str] | None = None,
        **circumstances: object,
    ) -> Session:
        return Session(
            form_from(markdown), lists or EmptyLists(), answers=answers or {}, **circumstances
        )

    return start

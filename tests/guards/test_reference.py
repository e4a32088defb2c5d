"""The reference page names every function, and is the one the code makes."""

import re

from forms import reference
from forms.expressions import FUNCTIONS


def test_the_page_is_up_to_date():
    """``python -m forms.reference`` writes it."""
    assert reference.PATH.read_text(encoding="utf-8") == reference.page()


def test_every_name_a_form_may_call_is_on_the_page_once():
    told = re.findall(r"^\| `([^`(]+)\(|Also `([^`]+)`", reference.page(), re.MULTILINE)
    names = sorted(first or second for first, second in told)
    assert names == sorted(function.name for function in FUNCTIONS)

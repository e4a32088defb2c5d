"""One form being filled in: answers in, states and exact changes out."""

import datetime as dt
from collections.abc import Callable, Mapping

from forms.lists import Lists
from forms.model import Form
from forms.state import Changed, FindingSeed, Option, Problem, State

__all__ = ["Changed", "FindingSeed", "Option", "Problem", "Session", "State"]


def _utc_now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


class Session:
    """A form with answers.

    A ref is a storage path; a row of a repeat carries its key of eight hex digits
    (``/data/rows{0f3a9c21}/qty``). Values are XForm text: ``2026-09-30``, ``12.5``, ``a b``.
    ``answers`` are those of an earlier session of the same form (``answers()``); without any, the
    form starts fresh and its first-load actions run. ``meta`` serves preloads
    (``deviceid username email phonenumber``). Nothing here reads a clock but ``now``.
    """

    def __init__(  # noqa: PLR0913 - one door with named, optional circumstances
        self,
        form: Form,
        lists: Lists,
        *,
        answers: Mapping[str, str] | None = None,
        language: str = "zh",
        now: Callable[[], dt.datetime] = _utc_now,
        meta: Mapping[str, str] | None = None,
    ) -> None:
        raise NotImplementedError

    @property
    def form(self) -> Form:
        """The form being filled in."""
        raise NotImplementedError

    @property
    def language(self) -> str:
        """The language of labels and messages."""
        raise NotImplementedError

    def speak(self, language: str) -> Changed:
        """Change the language; every label and message may differ."""
        raise NotImplementedError

    def set(self, ref: str, value: str | None) -> Changed:
        """Answer a question; None or "" empties it.

        A value of the wrong type is kept and reported as a problem, never refused.

        Raises:
            KeyError: no such ref, or it is not a question.
        """
        raise NotImplementedError

    def add_repeat(self, ref: str) -> tuple[str, Changed]:
        """Add a row at the end of a repeat (``/data/rows``); gives the new row's ref."""
        raise NotImplementedError

    def remove_repeat(self, ref: str) -> Changed:
        """Remove a row (``/data/rows{0f3a9c21}``) with everything in it."""
        raise NotImplementedError

    def node(self, ref: str) -> State:
        """The state of a question, group, repeat or row."""
        raise NotImplementedError

    def children(self, ref: str) -> tuple[str, ...]:
        """Refs below a group or row in screen order; below a repeat, its rows."""
        raise NotImplementedError

    def sections(self) -> tuple[str, ...]:
        """The top-level groups; the root stands first when questions stand outside them."""
        raise NotImplementedError

    def search(self, ref: str, text: str, limit: int = 50) -> tuple[Option, ...]:
        """Choices of a question whose words contain the text; registers are asked by index."""
        raise NotImplementedError

    def answers(self) -> dict[str, str]:
        """Everything to store: refs and values, those not relevant now included.

        A row is also stored by its own ref with its place in the order as text, so that
        ``Session(form, lists, answers=session.answers())`` is the same session.
        """
        raise NotImplementedError

    def final(self) -> dict[str, str]:
        """The relevant, non-empty answers only: what a finished paper consists of."""
        raise NotImplementedError

    def problems(self) -> tuple[Problem, ...]:
        """Everything that forbids finishing, in screen order."""
        raise NotImplementedError

    def progress(self, section: str) -> tuple[int, int, int]:
        """How many relevant questions of a section are answered, asked, and adverse."""
        raise NotImplementedError

    def findings(self) -> tuple[FindingSeed, ...]:
        """The questions whose chosen answer is marked ``finding`` in the choices sheet."""
        raise NotImplementedError

    def evaluate(self, expression: str, ref: str = "") -> str:
        """The text value of any expression at a node (the root by default).

        Raises:
            forms.expressions.ExpressionError: it does not compile.
        """
        raise NotImplementedError

"""Repeats that must hold a row and hold none: removing every row does not answer what is asked.

As with the rows nobody wrote in, a bare XForm keeps to XForms: it asks for no row.
"""

from collections.abc import Iterator

from forms.expressions import FAILURES, Scope, World
from forms.graph import Plan
from forms.instance import Cell, Instance
from forms.judge import section_of
from forms.model import Repeat
from forms.settle import holds
from forms.speech import Speech
from forms.state import Problem

ROWS = "rows"
"""The code of the problem."""


class MissingRows:
    """Finds the repeats of an instance that lack their first row; ``standing`` are those, by ref."""

    def __init__(self, plan: Plan, instance: Instance, world: World, speech: Speech) -> None:
        self._plan = plan
        self._instance = instance
        self._world = world
        self._speech = speech
        asked = plan.form.settings
        items = plan.items.values() if asked else ()
        repeats = (one for one in items if isinstance(one, Repeat) and one.required)
        self._repeats = [one for one in repeats if not one.count and not one.fixed]

        self.standing: dict[str, Problem] = {}

    def look(self) -> set[str]:
        """Look again; gives the refs of the repeats of which something else is true now."""
        before = self.standing
        self.standing = {one.ref: one for repeat in self._repeats for one in self._of(repeat)}
        return {one.ref for one in {*before.values()} ^ {*self.standing.values()}}

    def below(self, cell: Cell) -> tuple[Problem, ...]:
        """What is missing right below a cell."""
        found = self.standing.values()
        return tuple(one for one in found if one.ref.rpartition("/")[0] == cell.ref)

    def _of(self, repeat: Repeat) -> Iterator[Problem]:
        above = repeat.path.rpartition("/")[0]
        for parent in self._instance.at(above, self._instance.top):
            row = Cell(repeat, parent)  # as it would stand: it says whether it is asked for
            row.parent = parent
            if (
                not self._instance.rows(parent, repeat.name)
                and parent.relevant
                and self._says(row, "relevant", unsaid=True)
                and self._says(row, "required", unsaid=False)
            ):
                label = self._speech.words(repeat.label, row)
                ref = f"{parent.ref}/{repeat.name}"
                yield Problem(ref, ROWS, "", label, section_of(row))

    def _says(self, row: Cell, part: str, *, unsaid: bool) -> bool:
        target = self._plan.of_path.get(row.item.path, {}).get(part)
        if target is None:
            return unsaid
        try:
            return holds(target.expression.run(Scope(self._world, row)))
        except FAILURES:
            return False

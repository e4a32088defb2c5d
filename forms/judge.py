"""Whether an answer can stand: required, well formed, offered, within its constraint."""

from forms.expressions import FAILURES, Scope, World
from forms.graph import Plan
from forms.instance import Cell
from forms.model import NO_LABEL, Label, Question
from forms.offers import Offers
from forms.rules.signs import blank
from forms.settle import holds
from forms.speech import CHOOSING, Speech
from forms.state import Problem
from forms.typed import well_formed


class Judge:
    """Finds the problem of a cell, if it has one."""

    def __init__(self, plan: Plan, world: World, offers: Offers, speech: Speech) -> None:
        self._plan = plan
        self._world = world
        self._offers = offers
        self._speech = speech

    def problem(self, cell: Cell) -> Problem | None:
        """What is wrong with a cell's answer now; nothing is when it is not relevant."""
        item = cell.item
        if not isinstance(item, Question) or not cell.relevant or item.is_head:
            return None
        if not cell.value or (cell.required and blank(cell.value)):
            return self._worded(cell, "required", item.required_message) if cell.required else None
        if not well_formed(cell.value, item.datatype):
            return self._worded(cell, "type", NO_LABEL)
        if item.kind in CHOOSING and not self._offers.allows(cell, cell.value):
            return self._worded(cell, "choice", NO_LABEL)
        if not self._fits(cell):
            return self._worded(cell, "constraint", item.constraint_message)
        return None

    def _fits(self, cell: Cell) -> bool:
        constraint = self._plan.of_path.get(cell.item.path, {}).get("constraint")
        if constraint is None:
            return True
        try:
            return holds(constraint.expression.run(Scope(self._world, cell)))
        except FAILURES:
            return False

    def _worded(self, cell: Cell, code: str, message: Label) -> Problem:
        words = self._speech.words
        return Problem(
            cell.ref, code, words(message, cell), words(cell.item.label, cell), section_of(cell)
        )


def section_of(cell: Cell) -> str:
    """The ref of the section a cell stands in: its top-level group or repeat, or the root."""
    section, top = cell, cell
    while (above := top.above()) is not None:
        section, top = top, above
    if section is top or isinstance(section.item, Question):
        return top.ref
    return section.ref.partition("{")[0]

"""Words with computed pieces, said at a node of the answers."""

from forms.expressions import FAILURES, Scope, World
from forms.graph import Plan
from forms.instance import Cell
from forms.model import Output, Words


def sentence(words: Words, plan: Plan, world: World, cell: Cell) -> str:
    """The words with their computed pieces filled in; what cannot be computed leaves a gap."""
    return "".join(
        piece if isinstance(piece, str) else _said(piece, plan, world, cell) for piece in words
    )


def _said(piece: Output, plan: Plan, world: World, cell: Cell) -> str:
    expression = plan.outputs.get(f"{cell.item.path}\n{piece.expression}")
    if expression is None:
        return ""
    try:
        return expression.as_text(Scope(world, cell))
    except FAILURES:
        return ""

"""The workbench of a sampling sheet: which cards stand below which of its sections."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.screens.fill_section import NO_EXTRA, Extra

if TYPE_CHECKING:
    from app.screens.desk import Desk
    from app.screens.fill_paper import Paper

PLAN_QUESTION: Final = "plan_kind"
DRAWN: Final = frozenset({"seed", "drawn", "samples"})  # answered by the draw, never by hand


def extras(desk: Desk, paper: Paper, section: str) -> Extra:
    """The plan below the lot, the draw instead of the questions it answers."""
    names = {ref.rpartition("/")[2] for ref in paper.session.children(section)}
    if PLAN_QUESTION in names:
        from app.screens.sampling_plan import PlanCard

        return Extra((PlanCard(desk, paper),))
    if names & DRAWN:
        from app.screens.sampling_draw import DrawCard

        return Extra((DrawCard(desk, paper),), DRAWN)
    return NO_EXTRA

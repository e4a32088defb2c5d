"""The 12315 desk: what a complaint or a report still wants, and its hand-over to an inspection.

After 总局令第121号: a complaint is accepted or not within seven working days and mediated within
sixty days of that; a reporter with a name who wants it is told within five working days of the
decision on the case. The days of the last come from order 20 and are to be checked (clocks.csv).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from app.services import desk_papers, extending, follow_ups, unsettling
from app.services.changes import Changes, Result, touched
from app.services.context import Acting
from app.services.errors import Refused
from app.services.matters import DESK
from app.services.records import Opened, answered
from app.services.writing import writing
from db.connection import Reader, Store
from db.duty_rows import FollowUp, TestReport
from db.rows import CaseFile, Finding
from db.store import cases, nouns, operations, records
from db.store import follow_ups as kept

LEAD = "lead"
"""The kind of follow-up by which it is decided whether a case is filed."""
BACK = "撤回办结"
"""Why what a settling began is void once it is taken back."""
_MOST_STEPS = 8
"""Cases a case may come from, one after the other; more is no chain but a fault."""
DECIDED = frozenset({"accept", "complaint"})
"""The kinds of follow-up that only a decision on the complaint settles."""


@dataclass(frozen=True, slots=True)
class Reception:
    """What was taken down at the desk, and what it still wants.

    ``kind`` is complaint, report or inquiry ("" while it is not finished); ``handed_over`` are the
    cases begun from it.
    """

    kind: str
    terms: tuple[FollowUp, ...]
    check_wanted: bool
    handed_over: tuple[CaseFile, ...]


def reception(reader: Reader, case_id: str) -> Reception | None:
    """What a case of the desk is about; None for every other case."""
    case = nouns.get(reader, CaseFile, case_id)
    if case is None or case.kind != DESK:
        return None
    said = desk_papers.register(reader, case_id)
    return Reception(
        kind=said.get("kind", ""),
        terms=kept.of_case(reader, case_id),
        check_wanted=said.get("check_wanted") == "yes",
        handed_over=cases.of_origin(reader, case_id),
    )


def decide(store: Store, act: Acting, case_id: str, *, accepted: bool) -> Result[FollowUp | None]:
    """A complaint that was to be decided later is accepted, which starts its mediation, or not.

    Raises:
        Refused: ``complaint-decided``: it waits for no decision.
    """
    waiting = [one for one in kept.of_case(store, case_id) if one.kind in DECIDED]
    still = [one for one in waiting if one.state == "open"]
    if not still:
        raise Refused("complaint-decided")
    changes = Changes()
    mediation = None
    with writing(store, act):
        for row in still:
            changes |= follow_ups.settle(store, act, row.id).changes
        if accepted:
            mediation = _next(store, act, still[0], desk_papers.MEDIATION, "mediation-60d")
            changes |= follow_ups.keep(store, act, mediation).changes
    return Result(mediation, changes)


def settle(store: Store, act: Acting, follow_up_id: str, note: str = "") -> Result[FollowUp]:
    """Something was done in its time; what it begins by that begins in the same transaction.

    Raises:
        Refused: as ``follow_ups.settle``.
    """
    with writing(store, act):
        done = follow_ups.settle(store, act, follow_up_id, note=note)
        then = _THEN.get(done.value.kind)
        begun = then(store, act, done.value) if then else Changes()
    return Result(done.value, done.changes | begun)


def take_back(store: Store, act: Acting, follow_up_id: str) -> Result[FollowUp]:
    """Open a follow-up again that was just settled, with what its settling began given back.

    Raises:
        Refused: ``not-found``.
    """
    follow_ups.get(store, follow_up_id)
    settled = operations.history(store, follow_up_id)[0]
    with writing(store, act):
        begun = operations.together(store, settled.n)
        changes = unsettling.undo(store, begun, BACK, act.now)
    row = follow_ups.get(store, follow_up_id)
    return Result(row, changes | follow_ups.changed(row))


def _report_behind(reader: Reader, case_id: str) -> tuple[FollowUp, ...]:
    """The follow-ups of the desk's report a case goes back to, whose reporter is to be told.

    A case comes from another case, or from a finding or a result of one.
    """
    for _step in range(_MOST_STEPS):
        case = nouns.get(reader, CaseFile, case_id)
        if case is None:
            return ()
        if case.kind == DESK:
            wanted = desk_papers.register(reader, case.id).get("tell") == "yes"
            return kept.of_case(reader, case.id) if wanted else ()
        finding = nouns.get(reader, Finding, case.origin)
        report = nouns.get(reader, TestReport, case.origin)
        came_from = finding or report
        case_id = came_from.case_id if came_from else case.origin
    return ()


def registered(store: Store, _act: Acting, opened: Opened, _owner: tuple[str, str]) -> Changes:
    """The unit chosen at the desk is the one the case is about, where it began without one."""
    record, chosen = opened.record, answered(opened, "enterprise")
    case = nouns.get(store, CaseFile, record.case_id)
    if case is None or case.enterprise_id or not chosen:
        return Changes()
    nouns.save(store, replace(case, enterprise_id=chosen))
    nouns.save(
        store, *(replace(one, enterprise_id=chosen) for one in records.of_case(store, case.id))
    )
    moved = [replace(one, enterprise_id=chosen) for one in kept.of_case(store, case.id)]
    if moved:
        kept.save(store, *moved)
    return touched("case", case.id, chosen) | touched("record", record.id)


def _tell(store: Store, act: Acting, row: FollowUp) -> Changes:
    """The decision on a lead starts the term to tell the reporter, once.

    The lead may be the desk's own, or one that came of an inspection the report led to.
    """
    behind = _report_behind(store, row.case_id)
    if not behind or any(one.kind == "tell" for one in behind):
        return Changes()
    return _begin(store, act, behind[0], "tell", "report-tell-5wd")


def _pay_in(store: Store, act: Acting, row: FollowUp) -> Changes:
    """The department pays in what it was handed (程序规定 art. 73)."""
    return _begin(store, act, row, "bank", "bank-fine-2wd")


def _ask_again(store: Store, act: Acting, row: FollowUp) -> Changes:
    """A suspension that still stands is asked after again."""
    if extending.standing(store, row.owner_id) is None:
        return Changes()
    return extending.look_again(store, act, follow_ups.get(store, row.owner_id))


_THEN: Mapping[str, Callable[[Store, Acting, FollowUp], Changes]] = {
    LEAD: _tell,
    "cash": _pay_in,
    follow_ups.STANDING: _ask_again,
}
"""What begins when something of a kind is done."""


def _begin(store: Store, act: Acting, before: FollowUp, kind: str, clock_id: str) -> Changes:
    row = _next(store, act, before, kind, clock_id)
    return follow_ups.keep(store, act, row).changes


def _next(reader: Reader, act: Acting, before: FollowUp, kind: str, clock_id: str) -> FollowUp:
    return follow_ups.make(
        reader,
        case_id=before.case_id,
        enterprise_id=before.enterprise_id,
        kind=kind,
        start=act.now,
        owner=(before.owner_type, before.owner_id),
        title=before.title,
        clock_id=clock_id,
    )

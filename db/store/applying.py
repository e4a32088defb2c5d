"""Others' transactions brought into the tables: many at a time where they meet nothing, each whole.

What cannot be applied is noted in ``held`` and stays in the journal.
"""

from collections.abc import Iterable, Iterator, Sequence

from db.errors import BugError, MachineError
from db.handle import Store
from db.journal.record import DECISION
from db.store import afresh, decisions, merging
from db.store.afresh import Group, Numbered

UNFIT = (BugError, KeyError, TypeError, ValueError)
"""What another's operation can raise that these tables have no place for."""


def run(store: Store, groups: Iterable[Group], held: frozenset[int] = frozenset()) -> None:
    """Apply transactions of other devices, without the operations that are ``held`` back."""
    free = ([each for each in group if each[0] not in held] for group in groups)
    for alone, some in afresh.runs(store, [group for group in free if group]):
        if not alone or not _applied(store, some):
            for group in some:
                _apply(store, group)


def by_end(operations: Iterable[Numbered]) -> Iterator[Group]:
    """Yield the transactions of a stream's operations by the mark on the last of each."""
    group: list[Numbered] = []
    for each in operations:
        group.append(each)
        if each[1].group_end:
            yield group
            group = []


def _applied(store: Store, run: Sequence[Group]) -> bool:
    try:
        with store.atomic():
            afresh.project(store, [one for group in run for one in group])
    except MachineError:
        raise
    except UNFIT:
        return False
    return True


def _apply(store: Store, group: Group) -> None:
    """Apply one transaction of another device, whole or not at all."""
    try:
        with store.atomic():
            for n, one in group:
                if one.rec_type == DECISION:
                    decisions.learn(store, n, one)
                elif decisions.waits(store, one):
                    decisions.hold(store, n, decisions.WAITS)
                else:
                    merging.project(store, n, one)
    except MachineError:
        raise
    except UNFIT as error:
        for n, _one in group:
            decisions.hold(store, n, type(error).__name__)

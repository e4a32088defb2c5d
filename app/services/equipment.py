"""The register of special equipment: its pages, and keeping one device."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.services import clocks
from app.services.changes import Result, touched
from app.services.context import Acting
from app.services.errors import Refused
from app.services.writing import writing
from db.connection import Reader, Store
from db.journal.ids import new_id
from db.rows import Equipment
from db.store import enterprises, equipment, search
from forms.rules.identifiers import (
    equipment_code_parts,
    equipment_code_problem,
    normalise,
    registration_no_problem,
)
from forms.rules.signs import one_line
from resources.data import equipment_kinds
from resources.rows import EquipmentKind

STATUSES = ("in-use", "stopped", "scrapped")
"""在用, 停用, 报废; no test falls due of what is not in use."""
SOON = "se-test-soon"
APPLY = "se-apply-test-1m"
"""特种设备安全法 art. 40(1): the test is applied for one month before the last one runs out."""
"""Days before the next test from which it is shown as soon due: an application takes a month."""
MOST_FOUND = 1000
"""Devices a search lists at most: who has more of them writes one more sign."""
_BRACKETS = str.maketrans("〔〕【】[]", "()()()")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a page of the register shows; what is empty fits all.

    ``kind_code`` is a kind, category or variety and means everything below it too; the next test
    lies from ``since`` up to the day before ``before``.
    """

    kind_code: str = ""
    enterprise_id: str = ""
    words: str = ""
    status: str = ""
    since: dt.date | None = None
    before: dt.date | None = None
    among: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Applied:
    """The day until which the next test of a device is applied for, and the article that says so."""

    day: dt.date
    article: str


@dataclass(frozen=True, slots=True)
class Beginning:
    """The first ids of a page of the register; ``whole`` says that there are no more.

    ``cut`` tells that a search found more than it lists.
    """

    ids: tuple[str, ...]
    count: int
    whole: bool
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Named:
    """A catalogue code with its names and the check form that fits; empty where it is unknown."""

    code: str
    kind: str = ""
    category: str = ""
    variety: str = ""
    check_form: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the register; ``days_left`` to the next test, negative when it has lapsed."""

    equipment: Equipment
    enterprise_name: str
    named: Named
    days_left: int | None

    @property
    def id(self) -> str:
        """The id of the device."""
        return self.equipment.id


def tested(reader: Reader, wanted: Wanted, test: str, today: dt.date) -> Wanted:
    """The same of what is in use and whose test has lapsed (``lapsed``) or soon will (``soon``)."""
    if test == "lapsed":
        return replace(wanted, status=STATUSES[0], since=None, before=today)
    if test == "soon":
        until = clocks.near(reader, SOON, today) + dt.timedelta(days=1)
        return replace(wanted, status=STATUSES[0], since=today, before=until)
    return wanted


def narrowed(wanted: Wanted, among: Sequence[str]) -> Wanted:
    """The same of these devices only."""
    both = among if wanted.among is None else set(among) & set(wanted.among)
    return replace(wanted, among=tuple(both))


def ids(reader: Reader, wanted: Wanted, limit: int = -1) -> tuple[str, ...]:
    """The first ids of a page of the register, the earliest next test first."""
    return equipment.ids(reader, _asked(reader, wanted), limit)


def beginning(reader: Reader, wanted: Wanted, limit: int, most: int) -> Beginning:
    """The first ids, and how many there are in all, counted no further than ``most``."""
    asked = _asked(reader, wanted)
    if asked.among is not None:  # few: to find them once is cheaper than to count them as well
        every = equipment.ids(reader, asked)
        cut = bool(wanted.words.strip()) and len(asked.among) >= MOST_FOUND
        return Beginning(every[:limit], min(len(every), most), len(every) <= limit, cut)
    found = equipment.ids(reader, asked, limit)
    whole = len(found) < limit
    return Beginning(found, len(found) if whole else equipment.count(reader, asked, most), whole)


def _asked(reader: Reader, wanted: Wanted) -> equipment.Wanted:
    among = wanted.among
    if wanted.words.strip():
        found = search.keys(reader, "equipment", wanted.words, MOST_FOUND)
        among = found if among is None else tuple(set(found) & set(among))
    return equipment.Wanted(
        kinds=below(wanted.kind_code) if wanted.kind_code else (),
        enterprise_id=wanted.enterprise_id,
        statuses=(wanted.status,) if wanted.status else (),
        since=wanted.since,
        before=wanted.before,
        among=among,
    )


def apply_by(reader: Reader, next_test: dt.date | None, today: dt.date) -> Applied | None:
    """Until when the next test is applied for; None where none is known or it has run out."""
    if next_test is None or next_test < today:
        return None
    counted = clocks.reckon(reader, APPLY, next_test)
    return Applied(counted.due, counted.article) if counted.due is not None else None


def lines(reader: Reader, keys: Sequence[str], today: dt.date) -> tuple[Line, ...]:
    """The lines of these ids, in their order."""
    with reader.snapshot():
        found = equipment.page(reader, keys)
        units = enterprises.names(reader, {one.enterprise_id for one in found})
    return tuple(
        Line(
            one,
            units.get(one.enterprise_id, ""),
            named(one.kind_code),
            days_left(one.next_test, today),
        )
        for one in found
    )


def save(store: Store, act: Acting, row: Equipment) -> Result[Equipment]:
    """Add a device (empty id) or change one.

    Raises:
        Refused: ``not-found equipment-unnamed equipment-code-wrong registration-wrong
            equipment-kind-unknown equipment-status-unknown equipment-taken``.
    """
    tidy = checked(row, act.today)
    before = get(store, row.id) if row.id else None
    if enterprises.get(store, tidy.enterprise_id) is None:
        raise Refused("not-found", kind="enterprise", id=tidy.enterprise_id)
    had = {before.code, before.registration_no} if before is not None else set()
    for text in filter(None, (tidy.code, tidy.registration_no)):
        if text in had:  # two laptops may have entered it both: either can still be put right
            continue
        other = equipment.by_code(store, text)
        if other is not None and other.id != row.id:
            raise Refused("equipment-taken", text=text, equipment_id=other.id, name=other.name)
    kept = replace(tidy, id=before.id if before is not None else new_id())
    with writing(store, act):
        equipment.save(store, kept)
    owners = {kept.enterprise_id, before.enterprise_id if before is not None else ""} - {""}
    return Result(kept, touched("equipment", kept.id, *owners))


def checked(row: Equipment, today: dt.date) -> Equipment:
    """The device as it may be kept, its texts on one line and its numbers put right.

    Raises:
        Refused: as ``save``, as far as one row can tell.
    """
    tidy = replace(
        row,
        code=normalise(row.code),
        registration_no=tidy_registration(row.registration_no),
        kind_code=normalise(row.kind_code),
        name=one_line(row.name),
        place=one_line(row.place),
        maker=one_line(row.maker),
        maintenance_unit=one_line(row.maintenance_unit),
        model=one_line(row.model),
        status=row.status or STATUSES[0],
    )
    if not (tidy.code or tidy.registration_no):
        raise Refused("equipment-unnamed")
    if problem := code_problem(tidy.code, today):
        raise Refused("equipment-code-wrong", text=tidy.code, problem=problem)
    if problem := registration_problem(tidy.registration_no, today):
        raise Refused("registration-wrong", text=tidy.registration_no, problem=problem)
    if tidy.kind_code not in catalogue():
        raise Refused("equipment-kind-unknown", text=tidy.kind_code)
    if tidy.status not in STATUSES:
        raise Refused("equipment-status-unknown", text=tidy.status)
    return tidy


def code_problem(code: str, today: dt.date) -> str | None:
    """What is wrong with a 设备代码 that is given.

    The 注册代码 of twenty digits that older devices have instead is let through.
    """
    problem = equipment_code_problem(code, today=today) if code else None
    return None if problem == "old-number" else problem


def is_code(text: str, today: dt.date) -> bool:
    """Whether a text is a 设备代码 of eighteen characters whose variety the catalogue has."""
    code = normalise(text)
    parts = equipment_code_parts(code)
    known = parts is not None and parts.variety in catalogue()
    return known and equipment_code_problem(code, today=today) is None


def registration_problem(number: str, today: dt.date) -> str | None:
    """What is wrong with a 使用登记证编号 that is given."""
    return registration_no_problem(number, today=today) if number else None


def tidy_registration(text: str) -> str:
    """A 使用登记证编号 with half-width signs and round brackets, as it is printed."""
    return normalise(text).translate(_BRACKETS)


def catalogue() -> Mapping[str, EquipmentKind]:
    """The 特种设备目录 by its codes, as the bureau corrected it."""
    return equipment_kinds()


def named(code: str) -> Named:
    """What the catalogue calls a code."""
    found = catalogue().get(code)
    if found is None:
        return Named(code)
    return Named(code, found.kind, found.category, found.variety, found.check_form)


def below(code: str) -> tuple[str, ...]:
    """A code and all below it: 安全阀 stands below 安全附件 though its digits do not say so."""
    found = [code]
    for one in found:
        below_it = (kind.code for kind in catalogue().values() if kind.parent == one)
        found += [each for each in below_it if each not in found]
    return tuple(found)


def get(reader: Reader, equipment_id: str) -> Equipment:
    """One device.

    Raises:
        Refused: ``not-found``.
    """
    row = equipment.get(reader, equipment_id)
    if row is None:
        raise Refused("not-found", kind="equipment", id=equipment_id)
    return row


def days_left(day: dt.date | None, today: dt.date) -> int | None:
    """The days to a day, negative when it has passed; None for no day."""
    return None if day is None else (day - today).days

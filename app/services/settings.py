"""Bureau settings, inspectors, number blocks, and the first start."""

from dataclasses import asdict, dataclass, replace
from string import Formatter

from app.services.changes import Result, touched
from app.services.context import Office, Who
from app.services.errors import Refused
from db.connection import Reader, Store
from db.journal.ids import new_id
from db.rows import NumberBlock, Person
from db.store import numbers, people, settings

_OFFICE = "office"
_CURRENT = "current-person"
_REQUIRED = ("bureau", "short", "government", "court")
INTERVIEW_DAYS = range(3, 6)
"""Working days a bureau may ask for between the notice of an interview and the interview."""
ISSUE_DAYS = (3, 5, 7, 10)
"""Working days a bureau may give itself to issue the paper that a finding was taken on to."""


@dataclass(frozen=True, slots=True)
class SeriesLeft:
    """How many numbers of one series are left on this device, and the next one."""

    series: str
    year: int
    left: int
    next: int | None


def read_office(reader: Reader) -> Office:
    """The bureau as set; empty strings where nothing was set yet."""
    kept = settings.get(reader, _OFFICE, {})
    names = Office.__dataclass_fields__
    return Office(**{name: value for name, value in kept.items() if name in names})


def write_office(store: Store, office: Office) -> Result[Office]:
    """Keep the bureau's words.

    Raises:
        Refused: ``setting-wrong`` for one that no document can do without, a number template
            without its places, or days that are not offered.
    """
    for name in _REQUIRED:
        if not getattr(office, name).strip():
            raise Refused("setting-wrong", name=name, value="")
    for name, allowed in (("interview_days", INTERVIEW_DAYS), ("issue_days", ISSUE_DAYS)):
        if (days := getattr(office, name)) not in allowed:
            raise Refused("setting-wrong", name=name, value=days)
    for series, template in office.series.items():
        if not _numbers(template):
            raise Refused("setting-wrong", name=series, value=template)
    settings.put(store, _OFFICE, asdict(office))
    return Result(office, touched("setting", _OFFICE))


def _numbers(template: str) -> bool:
    """Whether a number template has its places and nothing in them but their names."""
    try:
        places = [place for place in Formatter().parse(template) if place[1] is not None]
    except ValueError:
        return False
    names = {name for _text, name, _spec, _conversion in places}
    bare = not any(spec or conversion for _text, _name, spec, conversion in places)
    return bare and {"n", "year"} <= names <= {"short", "series", "year", "n"}


def inspectors(reader: Reader, *, active_only: bool = True) -> tuple[Person, ...]:
    """The bureau's own people, by name."""
    return people.inspectors(reader, active_only=active_only)


def write_inspector(store: Store, person: Person) -> Result[Person]:
    """Add (empty id) or change an inspector.

    Raises:
        Refused: ``name-missing``, ``certificate-missing``.
    """
    row = replace(person, name=person.name.strip(), certificate=person.certificate.strip())
    row = replace(row, enterprise_id=None, id=row.id or new_id(), role=row.role or "inspector")
    if not row.name:
        raise Refused("name-missing")
    if not row.certificate:
        raise Refused("certificate-missing", person_id=row.id, name=row.name)
    people.save(store, row)
    return Result(row, touched("person", row.id))


def current(reader: Reader) -> Who | None:
    """Who signed in last on this device, if still on duty."""
    person = people.get(reader, settings.get_local(reader, _CURRENT, ""))
    return None if person is None or not person.active else _who(person)


def sign_in(store: Store, person_id: str) -> Result[Who]:
    """Make a person the one at the keyboard; what follows is written in that name.

    Raises:
        Refused: ``not-found``, ``person-inactive``.
    """
    person = people.get(store, person_id)
    if person is None:
        raise Refused("not-found", kind="person", id=person_id)
    if not person.active:
        raise Refused("person-inactive", person_id=person_id, name=person.name)
    settings.put_local(store, _CURRENT, person_id)
    store.sign_in(person_id)
    return Result(_who(person), touched("setting", _CURRENT))


def _who(person: Person) -> Who:
    return Who(person.id, person.name, person.certificate)


def blocks(reader: Reader, year: int) -> tuple[NumberBlock, ...]:
    """The number blocks held for a year."""
    return numbers.blocks(reader, year=year)


def add_block(store: Store, series: str, year: int, lo: int, hi: int) -> Result[NumberBlock]:
    """Lease a block by hand, as told by the bureau.

    Raises:
        Refused: ``number-block-wrong``: empty, or it overlaps one that is held.
    """
    held = numbers.blocks(store, series, year)
    if not 1 <= lo <= hi or any(lo <= block.hi and block.lo <= hi for block in held):
        raise Refused("number-block-wrong", lo=lo, hi=hi)
    block, _done = numbers.lease_local(store, series, year, lo, hi)
    return Result(block, touched("number", series))


def numbers_left(reader: Reader, series: str, year: int) -> SeriesLeft:
    """What the status line says about a series."""
    following = numbers.peek(reader, series, year)
    left = numbers.left(reader, series, year)
    return SeriesLeft(series, year, left, following)


def is_first_start(reader: Reader) -> bool:
    """Whether the store has no bureau yet, so that the first-start page is shown."""
    return not read_office(reader).bureau


def start_empty(store: Store, office: Office, first: Person) -> Result[Who]:
    """Begin with the bureau's words, one inspector, the law library and the forms.

    Raises:
        Refused: ``store-not-empty``, ``setting-wrong``, ``certificate-missing``.
    """
    from app.services import laws, packages  # what only a first start needs

    if not is_first_start(store):
        raise Refused("store-not-empty")
    with store.atomic():
        changes = write_office(store, office).changes
        person = write_inspector(store, first).value
        changes |= laws.seed(store).changes
        changes |= packages.refresh(store).changes | touched("person", person.id)
    signed = sign_in(store, person.id)
    return Result(signed.value, changes | signed.changes)

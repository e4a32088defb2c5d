"""Operators of special equipment 作业人员: who works a device, with which certificate, until when."""

import datetime as dt
from dataclasses import dataclass, replace

from app.services import clocks
from app.services.changes import Changes, Result, touched
from app.services.context import Acting
from app.services.errors import Refused
from app.services.writing import writing
from db.connection import Reader, Store
from db.duty_rows import Operator
from db.journal.ids import new_id
from db.rows import Equipment, Person
from db.store import nouns, operators, people
from forms.rules.signs import one_line

ROLE = "operator"
SOON = "operator-soon"
"""Days before its expiry from which a certificate is shown as soon due."""
LAPSED, EXPIRING = "lapsed", "soon"
"""What the register is narrowed to by its operators: a certificate expired, or soon will."""


@dataclass(frozen=True, slots=True)
class Hand:
    """Somebody who works a device, and the days until the certificate expires; None: none said."""

    row: Operator
    person: Person
    days_left: int | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """An operator as written down; ``operator_id`` is empty for a new one.

    ``person_id`` is empty for somebody the unit's people do not have yet.
    """

    equipment_id: str
    name: str
    certificate: str
    expires: dt.date | None
    project: str = ""
    phone: str = ""
    person_id: str = ""
    operator_id: str = ""


def of_equipment(reader: Reader, equipment_id: str, today: dt.date) -> tuple[Hand, ...]:
    """Who works a device now, whoever's certificate expires first on top."""
    now = [one for one in operators.of_equipment(reader, equipment_id) if one.until is None]
    known = {one.id: one for one in nouns.page(reader, Person, [row.person_id for row in now])}
    hands = [
        Hand(row, known[row.person_id], _left(known[row.person_id], today))
        for row in now
        if row.person_id in known
    ]
    return tuple(sorted(hands, key=lambda hand: hand.person.certificate_expires or dt.date.min))


def candidates(reader: Reader, equipment_id: str) -> tuple[Person, ...]:
    """People of the unit who do not work the device yet."""
    device = _device(reader, equipment_id)
    at_work = {
        one.person_id for one in operators.of_equipment(reader, equipment_id) if one.until is None
    }
    staff = people.of_enterprise(reader, device.enterprise_id)
    return tuple(one for one in staff if one.id not in at_work)


def of_enterprise(reader: Reader, enterprise_id: str, today: dt.date) -> tuple[Hand, ...]:
    """Who works at a unit, at a device or without one, whose certificate expires first on top."""
    hands = [
        Hand(row, person, _left(person, today))
        for person in people.of_enterprise(reader, enterprise_id)
        if (row := at_work(reader, person.id)) is not None
    ]
    return tuple(sorted(hands, key=lambda hand: hand.person.certificate_expires or dt.date.min))


def at_work(reader: Reader, person_id: str) -> Operator | None:
    """What somebody works now, a device before work without one; None: nothing."""
    rows = [one for one in operators.of_person(reader, person_id) if one.until is None]
    return min(rows, key=lambda one: not one.equipment_id, default=None)


def devices(reader: Reader, which: str, today: dt.date) -> tuple[str, ...]:
    """The devices one of whose operators has a certificate that expired or soon will."""
    if which == LAPSED:
        return operators.devices(reader, dt.date.min, today)
    until = clocks.near(reader, SOON, today) + dt.timedelta(days=1)
    return operators.devices(reader, today, until)


def keep(store: Store, act: Acting, wanted: Wanted) -> Result[Operator]:
    """Add an operator or change one; the certificate is the person's and holds at every device.

    Raises:
        Refused: ``not-found``, ``name-missing``, ``operator-certificate-missing``: without a
            certificate nobody may work a device, ``operator-there``: somebody already works it.
    """
    device = _device(store, wanted.equipment_id)
    name, certificate = one_line(wanted.name), one_line(wanted.certificate)
    if not name:
        raise Refused("name-missing")
    if not certificate or wanted.expires is None:
        raise Refused("operator-certificate-missing", name=name)
    person = _person(store, wanted, device)
    row = _row(store, act, wanted, person.id)
    kept = replace(
        person,
        name=name,
        certificate=certificate,
        certificate_expires=wanted.expires,
        phone=one_line(wanted.phone),
    )
    with writing(store, act):
        people.save(store, kept)
        operators.save(store, row)
    return Result(row, _changes(row, device))


def end(store: Store, act: Acting, operator_id: str) -> Result[Operator]:
    """Say that somebody no longer works a device; the row stays as history.

    Raises:
        Refused: ``not-found``.
    """
    row = operators.get(store, operator_id)
    if row is None:
        raise Refused("not-found", kind="operator", id=operator_id)
    return _keep_row(store, act, replace(row, until=act.today))


def again(store: Store, act: Acting, operator_id: str) -> Result[Operator]:
    """Take the end of an operator back.

    Raises:
        Refused: ``not-found``.
    """
    row = operators.get(store, operator_id)
    if row is None:
        raise Refused("not-found", kind="operator", id=operator_id)
    return _keep_row(store, act, replace(row, until=None))


def _keep_row(store: Store, act: Acting, row: Operator) -> Result[Operator]:
    with writing(store, act):
        operators.save(store, row)
    return Result(row, _changes(row, _device(store, row.equipment_id)))


def _device(reader: Reader, equipment_id: str) -> Equipment:
    row = nouns.get(reader, Equipment, equipment_id)
    if row is None:
        raise Refused("not-found", kind="equipment", id=equipment_id)
    return row


def _person(reader: Reader, wanted: Wanted, device: Equipment) -> Person:
    if not wanted.person_id:
        return Person(new_id(), "", role=ROLE, enterprise_id=device.enterprise_id)
    person = people.get(reader, wanted.person_id)
    if person is None:
        raise Refused("not-found", kind="person", id=wanted.person_id)
    return person


def _row(reader: Reader, act: Acting, wanted: Wanted, person_id: str) -> Operator:
    project = one_line(wanted.project)
    if wanted.operator_id:
        row = operators.get(reader, wanted.operator_id)
        if row is None:
            raise Refused("not-found", kind="operator", id=wanted.operator_id)
        return replace(row, project=project)
    there = operators.of_equipment(reader, wanted.equipment_id)
    if any(one.person_id == person_id and one.until is None for one in there):
        raise Refused("operator-there", name=wanted.name)
    return Operator(new_id(), wanted.equipment_id, person_id, project, since=act.today)


def _left(person: Person, today: dt.date) -> int | None:
    expires = person.certificate_expires
    return None if expires is None else (expires - today).days


def _changes(row: Operator, device: Equipment) -> Changes:
    return touched("equipment", device.id, row.id, row.person_id, device.enterprise_id)

"""A record as the rows of an export: what was answered, in the words of its own form version."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence

from app.services import clocks, packages
from app.services.context import CHINA
from app.services.export_tables import OF_ROW, Sheet
from app.services.lists import StoreLists
from db.connection import Reader
from db.rows import Enterprise, Record
from db.store import answers, people
from forms.columns import Spot, spots
from forms.instance import split_ref, template_path
from forms.model import Question
from forms.package import Package
from forms.session import Session

INSPECTORS = tuple(Spot((), f"inspector_{number}") for number in (1, 2, 3, 4))

Line = tuple[Sheet, list[str]]


def in_china(moment: dt.datetime | None) -> str:
    """A moment as it was on the clocks of China; empty when there is none."""
    return "" if moment is None else f"{moment.astimezone(CHINA):%Y-%m-%d %H:%M:%S}"


class Source:
    """Makes the rows of one record after another; ``sheets`` begin with that of the records."""

    def __init__(self, reader: Reader, language: str, sheets: Sequence[Sheet]) -> None:
        self._reader = reader
        self._language = language
        self._lists = StoreLists(reader)
        self._calendar = clocks.calendar(reader)
        self._names: dict[str, str] = {}
        self._spots: dict[str, Mapping[str, Spot]] = {}
        self._sheets = {sheet.repeats: sheet for sheet in sheets}
        self._columns = {c.spot: c for sheet in sheets for c in sheet.columns}
        self._at = {
            (sheet.repeats, field.name): place
            for sheet in sheets
            for place, field in enumerate(sheet.fields)
        }

    def lines(self, record: Record, unit: Enterprise | None) -> list[Line]:
        """The record's own row, then the rows of its repeats, parents first.

        Only what applies is told. A record that is not a draft any more is told as it was stored:
        what its form computes is not computed anew.

        Raises:
            Refused: ``form-unknown``: its package is not on this computer.
        """
        package = packages.by_hash(self._reader, record.form_hash)
        stored = self._stored(record, package)
        session = self._session(record, package, stored)
        places = self._spots.get(package.hash)
        if places is None:
            places = self._spots[package.hash] = spots(session.form)
        said = session.final()
        if record.state != "draft":
            said = {ref: stored.get(ref, value) for ref, value in said.items()}
        own = self._of_record(
            record, unit, package, {places[template_path(r)]: v for r, v in said.items()}
        )
        found: dict[tuple[str, ...], Line] = {(): (self._sheets[()], own)}
        found |= self._rows(record, session, places)
        for ref, value in said.items():
            if is_sensitive(session, ref):
                continue
            self._put(session, ref, value, places[template_path(ref)], found)
        return list(found.values())

    def _stored(self, record: Record, package: Package) -> dict[str, str]:
        root = package.form.body.path + "/"
        found = answers.of_record(self._reader, record.id)
        return {path: value for path, value in found.items() if path.startswith(root)}

    def _session(self, record: Record, package: Package, stored: Mapping[str, str]) -> Session:
        form = package.form
        moment = (record.finished or record.updated).astimezone(CHINA)
        return Session(
            form,
            self._lists,
            # Without any answer a session would begin the paper anew, with its defaults.
            answers=stored or {form.body.path: ""},
            language=self._language,
            now=lambda: moment,
            calendar=self._calendar,
        )

    def _of_record(
        self,
        record: Record,
        unit: Enterprise | None,
        package: Package,
        said: Mapping[Spot, str],
    ) -> list[str]:
        asked = [said[spot] for spot in INSPECTORS if said.get(spot)]
        known = [
            record.id,
            record.state,
            package.version,
            unit.name if unit else "",
            unit.uscc if unit else "",
            "、".join(self._name(one) for one in asked or record.inspectors),
            in_china(record.created),
            in_china(record.finished),
        ]
        return known + [""] * (len(self._sheets[()].fields) - len(known))

    def _name(self, person_id: str) -> str:
        if person_id not in self._names:
            person = people.get(self._reader, person_id)
            self._names[person_id] = person.name if person else person_id
        return self._names[person_id]

    def _rows(
        self, record: Record, session: Session, places: Mapping[str, Spot]
    ) -> dict[tuple[str, ...], Line]:
        """The rows of the repeats that stand, still without answers."""
        found: dict[tuple[str, ...], Line] = {}
        numbers: Counter[tuple[str, ...]] = Counter()
        for ref in session.answers():
            if not ref.endswith("}") or not _stands(session, ref):
                continue
            repeats = places[template_path(ref)].repeats
            keys = _keys(ref)
            around = (*repeats, *keys[:-1])
            numbers[around] += 1
            sheet = self._sheets[repeats]
            known = [
                "/".join((record.id, *keys)),
                "/".join((record.id, *keys[:-1])),
                record.id,
                str(numbers[around]),
            ]
            found[*repeats, *keys] = sheet, known + [""] * (len(sheet.fields) - len(OF_ROW))
        return found

    def _put(
        self,
        session: Session,
        ref: str,
        value: str,
        spot: Spot,
        found: Mapping[tuple[str, ...], Line],
    ) -> None:
        column = self._columns.get(spot)
        line = found.get((*spot.repeats, *_keys(ref)))
        if column is None or line is None:
            return
        _sheet, cells = line
        cells[self._at[spot.repeats, column.name]] = value
        if column.words:
            cells[self._at[spot.repeats, column.words]] = session.node(ref).shown


def is_sensitive(session: Session, ref: str) -> bool:
    """Whether an answer is kept from ordinary view: an export leaves its cell empty."""
    question = session.answer(ref).question
    return isinstance(question, Question) and question.is_sensitive


def _keys(ref: str) -> tuple[str, ...]:
    return tuple(key for _name, key in split_ref(ref) if key)


def _stands(session: Session, row: str) -> bool:
    """Whether a row is there and applies; rows beyond a repeat's count are only kept."""
    try:
        return session.answer(row).relevant
    except KeyError:
        return False

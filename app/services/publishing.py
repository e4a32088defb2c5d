"""Publishing a form to this bureau: looked at against the version in use, and kept for good.

A version that breaks earlier drafts needs a row in its sheet ``renamed`` for every name that is
gone, and the word of a second sworn person; both travel in the package and so in the journal.
"""

from dataclasses import dataclass, replace
from pathlib import Path

from app.services import packages
from app.services.changes import Changes, Result, touched
from app.services.context import CHINA, Acting
from app.services.errors import Refused
from app.services.packages import FormLine
from app.services.writing import writing
from db.connection import Reader, Store
from db.rows import Person
from db.store import packages as kept
from db.store import people
from forms.approval import Approval
from forms.beside import Checked, checked
from forms.lists import Lists
from forms.package import Package


@dataclass(frozen=True, slots=True)
class Confirmation:
    """The word of a second person: who, and why drafts may be broken."""

    person_id: str
    reason: str


def check(
    reader: Reader, source: Path | bytes, name: str = "", *, lists: Lists | None = None
) -> Checked:
    """Check a workbook and compare it with the version in use; nothing is written.

    Raises:
        forms.publish_problems.PublishError: with every problem of the workbook.
    """
    from forms.publish import publish

    return beside(reader, publish(source, name, lists=lists))


def beside(reader: Reader, package: Package) -> Checked:
    """A package beside the version of its form in use."""
    return checked(package, packages.used(reader, package.id))


def confirmers(reader: Reader, act: Acting) -> tuple[Person, ...]:
    """The sworn people who may confirm what the one at the keyboard publishes."""
    return tuple(
        person
        for person in people.inspectors(reader)
        if person.certificate.strip() and not _same_person(person, act)
    )


def publish_new_version(
    store: Store, act: Acting, package: Package, confirmation: Confirmation | None = None
) -> Result[FormLine]:
    """Put a version into use; drafts stay on theirs until they are moved.

    The same version again changes nothing. Without grave differences no confirmation is needed,
    and one that is given is kept all the same.

    Raises:
        Refused: ``form-of-bureau``, ``version-not-newer``, ``renames-missing``, ``approval-missing``,
            ``approval-same-person``, ``reason-missing``, ``not-found``, ``person-inactive``,
            ``certificate-missing``.
        MachineError: it could not be written; nothing has changed.
    """
    with writing(store, act):
        found = beside(store, replace(package, approval=None))
        if found.package.id in kept.chosen(store):
            raise Refused("form-of-bureau", title=found.package.title)
        if found.previous is not None:
            if _same(found.previous, found.package):
                return Result(packages.line_of(found.previous), Changes())
            _require_newer(found, found.previous)
        if found.unmapped:
            names = "、".join(one.facts["name"] for one in found.unmapped)
            raise Refused("renames-missing", names=names)
        if found.grave and confirmation is None:
            raise Refused("approval-missing", count=len(found.grave))
        ready = found.package
        if confirmation is not None and found.previous is not None:
            ready = replace(ready, approval=_approval(store, act, found, confirmation))
        packages.keep_own(store, ready)
    return Result(packages.line_of(ready), touched("form_package", ready.hash))


def _same(previous: Package, package: Package) -> bool:
    return replace(previous, approval=None).hash == package.hash


def _require_newer(found: Checked, previous: Package) -> None:
    if not found.newer:
        raise Refused("version-not-newer", version=found.package.version, newest=previous.version)


def _same_person(person: Person, act: Acting) -> bool:
    """Whether somebody is the one at the keyboard: the same row, or the same certificate."""
    certificate = person.certificate.strip()
    return person.id == act.who.person_id or (
        bool(certificate) and certificate == act.who.certificate.strip()
    )


def _approval(store: Store, act: Acting, found: Checked, said: Confirmation) -> Approval:
    person = people.get(store, said.person_id)
    if person is None or person.enterprise_id:
        raise Refused("not-found", kind="person", id=said.person_id)
    if _same_person(person, act):
        raise Refused("approval-same-person", name=person.name)
    if not person.active:
        raise Refused("person-inactive", person_id=person.id, name=person.name)
    if not person.certificate.strip():
        raise Refused("certificate-missing", person_id=person.id, name=person.name)
    if not said.reason.strip():
        raise Refused("reason-missing")
    previous = found.previous.hash if found.previous else ""
    return Approval(
        previous,
        act.who.person_id,
        act.who.name,
        person.id,
        person.name,
        person.certificate.strip(),
        act.now.astimezone(CHINA).isoformat(timespec="seconds"),
        said.reason.strip(),
        tuple(one.line("zh") for one in found.grave),
    )

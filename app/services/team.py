"""The two inspectors of a paper: choosing the second one where none is named yet."""

from app.services import settings
from app.services.changes import Result
from app.services.context import Acting
from app.services.errors import Refused
from app.services.prefill import fill
from app.services.progress import count
from app.services.records import Opened, answered, inspectors_of, keep_whole, open_record
from db.connection import Reader, Store
from db.rows import Person, Record


def candidates(reader: Reader, opened: Opened) -> tuple[Person, ...]:
    """The active inspectors not yet on a paper."""
    taken = {person.id for person in inspectors_of(reader, opened)}
    return tuple(person for person in settings.inspectors(reader) if person.id not in taken)


def choose_second(store: Store, act: Acting, record_id: str, person_id: str) -> Result[Record]:
    """Name the second inspector of a paper.

    Raises:
        Refused: ``inspectors-same``, ``record-closed``, ``not-found``.
    """
    opened = open_record(store, act, record_id)
    first = answered(opened, "inspector_1")
    if person_id in {first, ""}:
        raise Refused("inspectors-same", person_id=person_id)
    fill(opened.session, {"inspector_2": person_id})
    progress = count(opened.session)
    return keep_whole(store, act, record_id, opened.session.answers(), progress=progress)

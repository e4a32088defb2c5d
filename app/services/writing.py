"""Writing: one transaction in the name of the one who acts."""

from collections.abc import Iterator
from contextlib import contextmanager

from app.services.context import Acting
from db.connection import Store


@contextmanager
def writing(store: Store, act: Acting) -> Iterator[None]:
    """Make the writes inside one transaction whose operations carry the inspector's id.

    Raises:
        MachineError: it could not be committed; nothing has changed.
    """
    if store.identity.user != act.who.person_id:
        store.sign_in(act.who.person_id)
    with store.atomic():
        yield

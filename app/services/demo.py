"""The demonstration bureau: seeding an empty store."""

from dataclasses import replace

from app.services import (
    demo_history,
    demo_matters,
    demo_registers,
    demo_results,
    demo_steps,
    devices,
    laws,
    packages,
    settings,
)
from app.services.changes import Result, touched
from app.services.context import Acting, Who
from app.services.errors import Refused
from db.connection import Store
from db.rows import Person
from db.store import nouns, search
from resources.data import demo_bureau

KINDS = ("enterprise", "equipment", "product", "person", "case", "record", "finding", "document")


def seed(store: Store, act: Acting) -> Result[Who]:
    """Fill an empty store with the Linyi Quality Month and sign its first inspector in.

    Dates lie around ``act.today`` so that today has work; ``act`` needs the device's seal, for
    the notices of the past are issued like any other. All of it is one transaction.

    Raises:
        Refused: ``store-not-empty``.
    """
    if not settings.is_first_start(store):
        raise Refused("store-not-empty")
    demo = demo_bureau()
    with store.atomic():
        laws.seed(store)
        packages.refresh(store)
        ids = demo_registers.put(store, demo, act.today)
        acting = replace(
            act,
            office=demo_registers.office_of(demo),
            who=_first(store, ids[demo.bureau.signed_in]),
        )
        if act.seal is not None:
            devices.enrol(store, act.seal, acting.office.device)
        past = demo_history.put(store, acting, demo, ids)
        for part in (demo_matters, demo_results, demo_steps):
            part.put(past)
        search.refresh(store)
    signed = settings.sign_in(store, acting.who.person_id)
    changes = signed.changes
    for kind in KINDS:
        changes |= touched(kind)
    return Result(signed.value, changes)


def _first(store: Store, person_id: str) -> Who:
    person = nouns.get(store, Person, person_id)
    if person is None:
        raise Refused("not-found", kind="person", id=person_id)
    return Who(person.id, person.name, person.certificate)

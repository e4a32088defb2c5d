"""The demonstration bureau's registers: settings, people, enterprises, products, equipment."""

import datetime as dt
from collections.abc import Mapping

from app.services import campaigns, settings, visit_rules
from app.services.campaigns import Campaign, Target
from app.services.context import Office
from app.services.matters import LIFT_CHECK, MATTERS
from db.connection import Store
from db.journal.ids import new_id
from db.rows import Enterprise, Equipment, Person, Product
from db.store import nouns
from resources.demonstration import Demonstration, campaign_name

VISITS_KEPT = 150
"""Days for which the bureau has counted its inspections against a cap."""


def office_of(demo: Demonstration) -> Office:
    """The bureau as its papers name it."""
    told = demo.bureau
    return Office(
        bureau=told.bureau,
        short=told.short,
        region=told.region,
        government=told.government,
        court=told.court,
        address=told.address,
        phone=told.phone,
        unit=told.unit,
        device=told.device,
        contact=told.contact,
        payment=told.payment,
        series={word: t.replace("{number}", "{n}") for word, t in told.series.items()},
    )


def put(store: Store, demo: Demonstration, today: dt.date) -> dict[str, str]:
    """Fill the registers; gives the id of each row by its short key (E001, P001, Q001, I1)."""
    keys = [person.key for person in demo.people]
    keys += [unit.key for unit in demo.enterprises]
    keys += [product.key for product in demo.products]
    keys += [machine.key for machine in demo.equipment]
    ids = {key: new_id() for key in keys}
    settings.write_office(store, office_of(demo))
    since = today - dt.timedelta(days=VISITS_KEPT)
    published = "演示数据：本局年度涉企检查频次公布表"
    visit_rules.write(store, visit_rules.Rules(cap=2, source=published, since=since))
    nouns.save(
        store,
        *_people(demo, ids, today),
        *_enterprises(demo, ids),
        *_products(demo, ids),
        *_equipment(demo, ids, today),
    )
    _campaign(store, demo, today)
    return ids


def _day(today: dt.date, days: int | None) -> dt.date | None:
    return None if days is None else today + dt.timedelta(days=days)


def _people(demo: Demonstration, ids: Mapping[str, str], today: dt.date) -> list[Person]:
    return [
        Person(
            id=ids[one.key],
            name=one.name,
            role=one.role,
            certificate=one.certificate,
            certificate_expires=_day(today, one.certificate_expires_days),
            enterprise_id=ids[one.enterprise] if one.enterprise else None,
            phone=one.phone,
            active=one.active,
        )
        for one in demo.people
    ]


def _enterprises(demo: Demonstration, ids: Mapping[str, str]) -> list[Enterprise]:
    return [
        Enterprise(
            id=ids[one.key],
            name=one.name,
            name_en=one.name_en,
            uscc=one.uscc,
            legal_rep=one.legal_rep,
            id_number=one.id_number,
            phone=one.phone,
            address=one.address,
            region=one.region,
            industry=one.industry,
            scale=one.scale,
            risk_class=one.risk_class,
            quality_officer=one.quality_officer,
            registered=dt.date.fromisoformat(one.registered) if one.registered else None,
            capital=one.capital,
            licence_name=one.licence_name,
            status=one.status,
            key_unit=one.key_unit,
            key_unit_reason=one.key_unit_reason,
        )
        for one in demo.enterprises
    ]


def _products(demo: Demonstration, ids: Mapping[str, str]) -> list[Product]:
    return [
        Product(
            id=ids[one.key],
            enterprise_id=ids[one.enterprise],
            name=one.name,
            spec=one.spec,
            brand=one.brand,
            category=one.category,
            risk_id=one.risk_id,
            standard=one.standard,
            licence=one.licence,
        )
        for one in demo.products
    ]


def _equipment(demo: Demonstration, ids: Mapping[str, str], today: dt.date) -> list[Equipment]:
    return [
        Equipment(
            id=ids[one.key],
            enterprise_id=ids[one.enterprise],
            code=one.code,
            registration_no=one.registration_no,
            kind_code=one.kind_code,
            name=one.name,
            place=one.place,
            maker=one.maker,
            maintenance_unit=one.maintenance_unit,
            next_test=_day(today, one.next_test_days),
            status=one.status,
        )
        for one in demo.equipment
    ]


def _campaign(store: Store, demo: Demonstration, today: dt.date) -> None:
    start = today + dt.timedelta(days=demo.bureau.campaign_start_days)
    campaigns.save(
        store,
        Campaign(
            key=demo.bureau.campaign_key,
            name=campaign_name(demo.bureau, today),
            name_en=demo.bureau.campaign_name_en.format(year=start.year),
            start=start,
            end=start + dt.timedelta(days=demo.bureau.campaign_length_days - 1),
            targets=_targets(demo),
        ),
    )


COUNTED = {
    "product": "spot-check",
    "interview": "interview-record",
    "equipment": "lift-check",
    "survey": "key-enterprise-survey",
    "cqo": "cqo-appointment",
    "fibre": "fibre-check",
    "metrology": "metrology-service",
    "activity": "publicity-activity",
    "desk": "desk-12365",
    "after-sales": "after-sales-check",
}
"""The paper that counts for each kind of activity."""
_ALSO = {
    "equipment": tuple(
        one.form_id for one in MATTERS.values() if one.equipment and one.form_id != LIFT_CHECK
    ),
}
"""The other papers that count for a kind: every check of special equipment, not of lifts alone."""


def _targets(demo: Demonstration) -> tuple[Target, ...]:
    """The activities of the drive; two that are counted by the same paper say of which goods."""
    return tuple(
        Target(
            form_id=COUNTED[one.kind],
            wanted=one.target,
            name=one.activity,
            name_en=one.activity_en,
            per="enterprise" if one.kind == "survey" else "record",
            owner=one.owner,
            also=_ALSO.get(one.kind, ()),
            goods=tuple(one.goods.split()),
        )
        for one in demo.activities
    )

"""The demonstration bureau: invented units and people around a Quality Month in Linyi.

All dates are days from the day it is loaded on (``*_days``, negative = past), so that there is
always something overdue, due today and due this week. Rows name each other by short keys (E001).
"""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from types import MappingProxyType
from typing import Any, TypeVar, get_type_hints

from resources.tables import HERE, Row, Table, load

T = TypeVar("T")
FOLDER = HERE / "demo"


@dataclass(frozen=True, slots=True)
class DemoBureau:
    """Whose papers these are; ``series`` maps a number word to its template."""

    bureau: str
    bureau_en: str
    short: str
    region: str
    government: str
    court: str
    address: str
    phone: str
    contact: str
    payment: str
    unit: str
    unit_en: str
    device: str
    series: Mapping[str, str]
    campaign_key: str
    campaign_name: str
    campaign_name_en: str
    campaign_start_days: int
    campaign_length_days: int
    signed_in: str


@dataclass(frozen=True, slots=True)
class DemoEnterprise:
    """An invented unit; ``id_number`` is synthetic and only where a paper needs one."""

    key: str
    name: str
    name_en: str
    uscc: str
    legal_rep: str
    id_number: str
    phone: str
    address: str
    address_en: str
    region: str
    industry: str
    scale: str
    risk_class: str
    quality_officer: str
    registered: str
    capital: str
    licence_name: str
    status: str
    key_unit: str
    key_unit_reason: str


@dataclass(frozen=True, slots=True)
class DemoProduct:
    """A product of a unit; ``risk_id`` points into the risk catalogue."""

    key: str
    enterprise: str
    name: str
    name_en: str
    spec: str
    brand: str
    category: str
    risk_id: str
    standard: str
    licence: str


@dataclass(frozen=True, slots=True)
class DemoEquipment:
    """A piece of special equipment with the days to its next test (negative = lapsed)."""

    key: str
    enterprise: str
    code: str
    registration_no: str
    kind_code: str
    name: str
    name_en: str
    place: str
    maker: str
    maintenance_unit: str
    next_test_days: int | None
    status: str


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """An inspector (no ``enterprise``) or someone of a unit."""

    key: str
    name: str
    name_en: str
    role: str
    certificate: str
    certificate_expires_days: int | None
    enterprise: str
    phone: str
    active: bool


@dataclass(frozen=True, slots=True)
class DemoCase:
    """A matter; ``campaign`` is the campaign's key or empty."""

    key: str
    enterprise: str
    kind: str
    title: str
    opened_days: int
    state: str
    campaign: str


@dataclass(frozen=True, slots=True)
class DemoRecord:
    """A filled form; ``created_time`` is the time of day in China, ``inspectors`` person keys."""

    key: str
    case: str
    enterprise: str
    form_id: str
    title: str
    state: str
    created_days: int
    created_time: str
    finished_days: int | None
    inspectors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DemoFinding:
    """A problem found; without ``due_days`` its clock is counted from ``starts_days``."""

    key: str
    record: str
    case: str
    enterprise: str
    question: str
    item: str
    seen: str
    severity: str
    law_key: str
    measure: str
    clock_id: str
    starts_days: int
    due_days: int | None
    state: str
    document: str


@dataclass(frozen=True, slots=True)
class DemoDocument:
    """An issued paper of the past; ``number`` is below the block's next one."""

    key: str
    record: str
    case: str
    enterprise: str
    form_id: str
    series: str
    state: str
    issued_days: int
    issued_time: str
    due_days: int | None
    service: str
    copies: int
    number: int


@dataclass(frozen=True, slots=True)
class DemoSample:
    """Samples at a laboratory, and when the result should be back."""

    key: str
    record: str
    case: str
    enterprise: str
    product_name: str
    lot: str
    base: int
    test: int
    spare: int
    lab: str
    sent_days: int
    expected_days: int
    state: str
    document: str


@dataclass(frozen=True, slots=True)
class DemoActivity:
    """One activity of the campaign with its target, how much is done, and the goods it is about."""

    key: str
    activity: str
    activity_en: str
    owner: str
    target: int
    done: int
    kind: str
    goods: str


@dataclass(frozen=True, slots=True)
class DemoBlock:
    """A leased run of document numbers of this year."""

    series: str
    lo: int
    hi: int
    next: int
    state: str


@dataclass(frozen=True, slots=True)
class Demonstration:
    """Everything an empty store is filled with."""

    bureau: DemoBureau
    enterprises: tuple[DemoEnterprise, ...]
    products: tuple[DemoProduct, ...]
    equipment: tuple[DemoEquipment, ...]
    people: tuple[DemoPerson, ...]
    cases: tuple[DemoCase, ...]
    records: tuple[DemoRecord, ...]
    findings: tuple[DemoFinding, ...]
    documents: tuple[DemoDocument, ...]
    samples: tuple[DemoSample, ...]
    activities: tuple[DemoActivity, ...]
    blocks: tuple[DemoBlock, ...]


@lru_cache
def demo_bureau() -> Demonstration:
    """Read the demonstration bureau from its plain files."""
    return Demonstration(
        bureau=_bureau(),
        enterprises=_rows("enterprises", DemoEnterprise),
        products=_rows("products", DemoProduct),
        equipment=_rows("equipment", DemoEquipment),
        people=_rows("people", DemoPerson),
        cases=_rows("cases", DemoCase),
        records=_rows("records", DemoRecord),
        findings=_rows("findings", DemoFinding),
        documents=_rows("documents", DemoDocument),
        samples=_rows("samples", DemoSample),
        activities=_rows("campaign", DemoActivity),
        blocks=_rows("number_blocks", DemoBlock),
    )


def campaign_name(bureau: DemoBureau, today: dt.date) -> str:
    """Name the campaign by the year it began in."""
    began = today + dt.timedelta(days=bureau.campaign_start_days)
    return bureau.campaign_name.format(year=began.year)


def _bureau() -> DemoBureau:
    told = json.loads((FOLDER / "bureau.json").read_text(encoding="utf-8"))
    campaign = told["campaign"]
    plain = {field.name: told[field.name] for field in fields(DemoBureau) if field.name in told}
    return DemoBureau(
        **plain | {"series": MappingProxyType(told["series"])},
        campaign_key=campaign["key"],
        campaign_name=campaign["name_pattern"],
        campaign_name_en=campaign["name_en_pattern"],
        campaign_start_days=campaign["start_days"],
        campaign_length_days=campaign["length_days"],
    )


def _rows(name: str, kind: type[T]) -> tuple[T, ...]:
    """Read a table whose columns are the fields of a dataclass."""
    hints = get_type_hints(kind)

    def make(row: Row) -> T:
        return kind(**{column: _cell(row, column, hint) for column, hint in hints.items()})

    columns = tuple(hints)
    return load(Table(f"demo/{name}.csv", columns, columns[:1], columns[:1], make))


def _cell(row: Row, column: str, hint: Any) -> Any:
    if hint is str:
        return row.text(column)
    if hint is bool:
        return row.choice(column, {"yes": True, "no": False})
    return row.parts(column) if hint == tuple[str, ...] else row.signed(column)

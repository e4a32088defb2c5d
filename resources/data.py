"""The bundled law, catalogues and calendar, corrected by a bureau's own rows where it has any.

Every loader takes the folder of a bureau's corrections: a table of the same name there replaces
the bundled rows with the same key and adds the others. ``install`` puts a checked table there.
Files lie beside this module, in a source tree and in a frozen build alike.
"""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from resources import schema, tables
from resources.rows import (
    CalendarDay,
    CheckItem,
    Clock,
    Discretion,
    EquipmentKind,
    LawArticle,
    Paper,
    PaperField,
    PlanRule,
    ProductRisk,
    Region,
)

if TYPE_CHECKING:
    from resources.demonstration import Demonstration

__all__ = [
    "catalogue_edition",
    "demo_bureau",
    "equipment_kinds",
    "equipment_varieties",
    "install",
    "load_check_items",
    "load_clocks",
    "load_days",
    "load_discretion",
    "load_equipment_catalogue",
    "load_laws",
    "load_paper_fields",
    "load_papers",
    "load_plan_rules",
    "load_products",
    "load_regions",
    "stand_on",
]


def demo_bureau() -> "Demonstration":
    """Read the demonstration bureau."""
    from resources import demonstration  # a bureau at work never needs it

    return demonstration.demo_bureau()


@lru_cache
def load_laws(corrections: Path | None = None) -> tuple[LawArticle, ...]:
    """Read the articles of law.

    Raises:
        TableError: from every loader here, when a bureau's own table is not usable.
    """
    return tables.load(schema.LAWS, corrections)


@lru_cache
def load_clocks(corrections: Path | None = None) -> tuple[Clock, ...]:
    """Read the periods the law sets."""
    return tables.load(schema.CLOCKS, corrections)


@lru_cache
def load_discretion(corrections: Path | None = None) -> tuple[Discretion, ...]:
    """Read how much of a penalty's range each circumstance takes."""
    return tables.load(schema.DISCRETION, corrections)


@lru_cache
def load_papers(corrections: Path | None = None) -> tuple[Paper, ...]:
    """Read the statutory documents with their number words and copies."""
    return tables.load(schema.PAPERS, corrections)


@lru_cache
def load_paper_fields(paper_id: str, corrections: Path | None = None) -> tuple[PaperField, ...]:
    """Read the fields of one paper in their order."""
    fields = tables.load(schema.PAPER_FIELDS, corrections)
    return tuple(sorted((f for f in fields if f.paper_id == paper_id), key=lambda f: f.order))


@lru_cache
def load_check_items(
    form: str | None = None, corrections: Path | None = None
) -> tuple[CheckItem, ...]:
    """Read the check items of one form, or of all."""
    items = tables.load(schema.CHECK_ITEMS, corrections)
    return tuple(item for item in items if form in (None, item.form))


@lru_cache
def load_products(corrections: Path | None = None) -> tuple[ProductRisk, ...]:
    """Read the product risk catalogue."""
    return tables.load(schema.PRODUCTS, corrections)


def load_equipment_catalogue() -> tuple[EquipmentKind, ...]:
    """Read the special-equipment catalogue with kinds, categories and varieties, as it holds."""
    return tuple(equipment_kinds().values())


@lru_cache
def equipment_kinds() -> Mapping[str, EquipmentKind]:
    """Read the special-equipment catalogue, as it holds, by its codes."""
    return {one.code: one for one in tables.load(schema.EQUIPMENT, _catalogue_in)}


@lru_cache
def equipment_varieties() -> frozenset[str]:
    """Read the catalogue codes a device can have: those with nothing below them."""
    kinds = equipment_kinds()
    return frozenset(kinds).difference(kind.parent for kind in kinds.values())


_catalogue_in: Path | None = None
_edition = 0


def catalogue_edition() -> int:
    """Return a number that is another one whenever the catalogue may have become another."""
    return _edition


def stand_on(corrections: Path | None) -> None:
    """Let the catalogue hold as a bureau corrected it in a folder; None for the bundled one.

    Codes are checked deep inside forms, where nobody knows a store: a program has one catalogue.
    """
    global _catalogue_in, _edition
    _catalogue_in, _edition = corrections, _edition + 1
    equipment_kinds.cache_clear()
    equipment_varieties.cache_clear()


@lru_cache
def load_plan_rules(corrections: Path | None = None) -> tuple[PlanRule, ...]:
    """Read how much of the special equipment is to be checked in a year."""
    return tables.load(schema.PLAN_RULES, corrections)


@lru_cache
def load_regions(corrections: Path | None = None) -> tuple[Region, ...]:
    """Read the places the bureau works in and beside."""
    return tables.load(schema.REGIONS, corrections)


@lru_cache
def load_days(corrections: Path | None = None) -> tuple[CalendarDay, ...]:
    """Read the published days off and make-up working days."""
    return tables.load(schema.DAYS, corrections)


def install(file: str, source: Path, corrections: Path) -> int:
    """Take a bureau's table (``file`` as in ``schema.TABLES``) over into its corrections.

    Gives the number of rows taken.

    Raises:
        TableError: something in ``source`` is wrong; nothing was changed.
        OSError: the folder cannot be written.
    """
    count = len(tables.install(schema.TABLES[file], source, corrections))
    forget()
    return count


def forget() -> None:
    """Let every table be read again; asked for after one was changed."""
    for loader in (
        *(load_laws, load_clocks, load_papers, load_paper_fields, load_check_items),
        *(load_products, equipment_kinds, equipment_varieties, load_regions, load_days),
        load_discretion,
    ):
        loader.cache_clear()

"""Key units 重点单位: a fact somebody decided with a reason; words in a name only suggest it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.services import plan_rules
from app.services.changes import Result, touched
from app.services.context import Acting
from app.services.errors import Refused
from app.services.writing import writing
from db.connection import Reader, Store
from db.rows import Enterprise
from db.store import enterprises, equipment_checks
from forms.rules.signs import one_line

YES, NO, OPEN = "yes", "no", ""
"""It is one, it is none, nobody has decided yet."""
SUBJECT = "key-unit"
"""What the rule of the plan counts that these are for."""


@dataclass(frozen=True, slots=True)
class Decided:
    """The units as they were before a decision, so that it can be taken back."""

    before: tuple[Enterprise, ...]


def words(reader: Reader, year: int) -> tuple[str, ...]:
    """The words that suggest a key unit, as the plan's rule of a year has them."""
    rules = plan_rules.of_year(reader, year)
    return tuple(word for rule in rules if rule.subject == SUBJECT for word in rule.words)


def suggests(text: str, wanted: Sequence[str]) -> str:
    """The first of the words that a name or an industry has; empty for none."""
    return next((word for word in wanted if word in text), "")


def suggestion(reader: Reader, row: Enterprise, year: int) -> str:
    """The word that suggests a unit nobody has decided about; empty for none."""
    return "" if row.key_unit else suggests(f"{row.name} {row.industry}", words(reader, year))


def suggested(reader: Reader, year: int, limit: int) -> tuple[Enterprise, ...]:
    """Units that use equipment, are not decided about, and whose name or industry has a word."""
    wanted = words(reader, year)
    found = [key for key, text in equipment_checks.undecided(reader) if suggests(text, wanted)]
    return enterprises.page(reader, found[:limit])


def decide(
    store: Store, act: Acting, keys: Sequence[str], value: str, reason: str
) -> Result[Decided]:
    """Say of units that they are key units, that they are none, or that it is open again.

    Raises:
        Refused: ``not-found``; ``reason-missing``: a decision without its reason.
    """
    why = one_line(reason)
    if value not in {YES, NO, OPEN}:
        raise Refused("not-found", kind="choice", id=value)
    if value and not why:
        raise Refused("reason-missing")
    before = enterprises.page(store, keys)
    if len(before) != len(set(keys)):
        raise Refused("not-found", kind="enterprise", id=" ".join(keys)[:80])
    kept_reason = why if value else ""
    after = [replace(row, key_unit=value, key_unit_reason=kept_reason) for row in before]
    with writing(store, act):
        enterprises.save(store, *after)
    return Result(Decided(before), touched("enterprise", *keys))


def undo(store: Store, act: Acting, decided: Decided) -> Result[Decided]:
    """Take a decision back; what else was written of the units since stays."""
    now = enterprises.page(store, [row.id for row in decided.before])
    was = {row.id: row for row in decided.before}
    back = [
        replace(row, key_unit=was[row.id].key_unit, key_unit_reason=was[row.id].key_unit_reason)
        for row in now
    ]
    with writing(store, act):
        enterprises.save(store, *back)
    return Result(Decided(now), touched("enterprise", *was))

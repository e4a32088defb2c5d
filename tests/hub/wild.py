"""Laptops that edit, answer, delete and make again the same few records, by chance."""

import random

from db.store import operations
from db.store.operations import Change

KINDS = ("title", "case", "answer", "answers", "name", "address", "delete", "again")
SHOWN_WHEN = ("updated", "at")
"""Columns that tell when; who begins with a snapshot knows it by the logical clock."""


def make(store, keys):
    """Make a record and an enterprise under each key."""
    for key in keys:
        operations.append(
            store,
            [
                Change("put", "record", key, {"case_id": "c", "form_id": "f"}),
                Change("put", "enterprise", f"e{key}", {"name": "厂", "uscc": "9"}),
            ],
        )


def edit(store, keys, steps, seed):
    """Do so many steps on what is there, each one operation."""
    dice = random.Random(seed)
    for step in range(steps):
        change = _change(store, dice.choice(keys), dice, step)
        if change is not None:
            operations.append(store, [change])


def _change(store, key, dice, step):
    kind, enterprise = dice.choice(KINDS), f"e{key}"
    stands = store.value("SELECT 1 FROM enterprise WHERE id = ?", (enterprise,)) is not None
    if not store.value("SELECT 1 FROM record WHERE id = ?", (key,)):
        return None
    match kind:
        case "title" | "case":
            column = {"title": "title", "case": "case_id"}[kind]
            return Change("put", "record", key, {column: str(step)})
        case "answer":
            return Change("answer", "record", key, {f"/{dice.randrange(3)}": str(step)})
        case "answers":
            return Change("answer", "record", key, {"/a": str(step), "/b": None})
        case "name" | "address" if stands:
            return Change("put", "enterprise", enterprise, {kind: f"第{step}"})
        case "delete" if stands:
            return Change("delete", "enterprise", enterprise)
        case "again" if not stands:
            return Change("put", "enterprise", enterprise, {"name": f"又{step}"})
    return None

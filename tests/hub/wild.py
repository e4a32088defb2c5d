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
    if not store.value("SELECT 1 FROM record WHERE id = ?", (key,)):
        return None
    stands = store.value("SELECT 1 FROM enterprise WHERE id = ?", (enterprise,)) is not None
    possible = {
        "title": Change("put", "record", key, {"title": str(step)}),
        "case": Change("put", "record", key, {"case_id": str(step)}),
        "answer": Change("answer", "record", key, {f"/{dice.randrange(3)}": str(step)}),
        "answers": Change("answer", "record", key, {"/a": str(step), "/b": None}),
    }
    if stands:
        possible |= {
            "name": Change("put", "enterprise", enterprise, {"name": f"第{step}"}),
            "address": Change("put", "enterprise", enterprise, {"address": f"第{step}"}),
            "delete": Change("delete", "enterprise", enterprise),
        }
    else:
        possible["again"] = Change("put", "enterprise", enterprise, {"name": f"又{step}"})
    return possible.get(kind)

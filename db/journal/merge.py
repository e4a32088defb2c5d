"""Merging by causality: which values of a field are live, whatever order they arrive in.

A write names the writes its author saw and replaces. Applying it removes those and adds itself
unless someone who saw it has replaced it already. So every value ever written is either live or
was superseded by an author who had seen it: nothing is lost, and no clock decides.
Streams are contiguous, so what has arrived is known by the heads of the streams and need not be
remembered field by field.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from db.journal.operation import Dot

Arrived = Callable[[Dot], bool]
"""Tells whether a write is among those already applied."""


@dataclass(frozen=True, slots=True)
class Value:
    """A written value with the identity and time of its write.

    A ``seed`` is what every laptop is delivered with (law library, forms). It gives way to anything
    written by a person and is in conflict with nothing.
    """

    dot: Dot
    value: Any
    hlc: int
    seed: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """The state of one field.

    ``live`` are the standing values, in dot order; more than one is a visible conflict.
    ``gone`` are superseded writes that have not arrived yet.
    """

    live: tuple[Value, ...] = ()
    gone: frozenset[Dot] = frozenset()

    @property
    def conflict(self) -> bool:
        """Whether live values differ; equal values are no conflict."""
        return any(one.value != self.live[0].value for one in self.live[1:])

    @property
    def shown(self) -> Value | None:
        """The provisional value: the latest by HLC, then by stream; None when there is none."""
        return max(self.live, key=lambda one: (one.hlc, one.dot), default=None)


def apply(field: Field, write: Value, supersedes: Iterable[Dot], arrived: Arrived) -> Field:
    """Return the field after a write; order-independent, and a write that arrived changes nothing."""
    if arrived(write.dot):
        return field
    replaced = frozenset(supersedes)
    live = [one for one in field.live if one.dot not in replaced]
    if write.dot not in field.gone:
        live.append(write)
    written = [one for one in live if not one.seed]
    live = written or sorted(live, key=lambda one: one.dot)[-1:]
    waiting = {dot for dot in replaced if not arrived(dot)}
    return Field(
        live=tuple(sorted(live, key=lambda one: one.dot)),
        gone=(field.gone | waiting) - {write.dot},
    )

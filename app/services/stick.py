"""A stick as a person handles it: write what the bureau has not got, find its answer, take it in."""

import datetime as dt
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.services import bundle_answers, bundles, enrolling
from app.services.bundle_answers import Taken
from app.services.bundles import Desk, Stopped, Written
from app.services.context import DeviceSeal
from app.services.errors import Refused
from db.connection import Reader
from db.errors import MachineError
from db.journal import clock
from db.store import sticks

ANSWERED = "-answer"
"""What the bureau puts behind the name of a bundle it answers."""


@dataclass(frozen=True, slots=True)
class Bench:
    """What a stick is written and read with, on a thread of its own."""

    open_reader: Callable[[], Reader]
    write: Callable[[Callable[[Any], Any]], Any]
    seal: DeviceSeal
    now: Callable[[], dt.datetime]


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a bundle goes: the folder, and the name of the stick as its owner knows it."""

    folder: Path
    name: str


@dataclass(frozen=True, slots=True)
class Carried:
    """A bundle that was written before; ``answered`` is when its answer was taken in, None yet."""

    name: str
    volume: str
    at: dt.datetime
    answered: dt.datetime | None


def carried(reader: Reader) -> tuple[Carried, ...]:
    """Return the bundles that were written, the newest first."""
    return tuple(
        Carried(
            one.name,
            one.volume,
            clock.from_text(one.at),
            clock.from_text(one.answered) if one.answered else None,
        )
        for one in sticks.sticks(reader)
    )


def write(
    bench: Bench, slot: Slot, told: Callable[[int, int], None], go_on: Callable[[], bool]
) -> Written | None:
    """Write a bundle, files included which only the hub's storage lacks; None when it was stopped.

    Raises:
        Refused: ``bundle-no-hub``.
        MachineError: with ``on_stick`` where it is the stick; no file is left.
    """
    with closing(bench.open_reader()) as reader:
        desk = _desk(bench, reader)
        target = slot.folder / bundles.file_name(desk)
        owed = bundles.owed(reader, desk.enrolment.scope)
        try:
            return bundles.write(desk, target, slot.name, also=owed, told=told, go_on=go_on)
        except Stopped:
            return None
        except MachineError as error:
            raise _placed(error, target) from error


def take(bench: Bench, path: Path) -> Taken:
    """Take in the bureau's answer.

    Raises:
        Refused: as ``bundle_answers.take`` says.
        MachineError: with ``on_stick`` where it is the stick; what was taken in stays.
    """
    with closing(bench.open_reader()) as reader:
        try:
            return bundle_answers.take(_desk(bench, reader), path)
        except MachineError as error:
            raise _placed(error, path) from error


def answers(folder: Path, written: Iterable[Carried]) -> tuple[Path, ...]:
    """Return the answers in a folder to bundles that have none yet, the newest bundle's first."""
    found = []
    for one in written:
        name = Path(one.name)
        path = folder / f"{name.stem}{ANSWERED}{name.suffix}"
        if not one.answered and path.is_file():
            found.append(path)
    return tuple(found)


def _desk(bench: Bench, reader: Reader) -> Desk:
    mine = enrolling.standing(reader)
    if mine is None:
        raise Refused("bundle-no-hub")
    now_ms = int(bench.now().timestamp() * 1000)
    return Desk(reader, bench.write, mine, bench.seal, now_ms)


def _placed(error: MachineError, path: Path) -> MachineError:
    """Say of an error whether it is the stick's or this computer's own."""
    on_stick = error.facts.get("path") == str(path)
    return MachineError(error.code, **{**error.facts, "on_stick": on_stick})

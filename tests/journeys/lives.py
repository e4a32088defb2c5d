"""Play the story in children that are killed, one after the other; tell what each left.

Run by ``test_killed_story.py`` as a program of its own: ``python -m tests.journeys.lives ROOM MODE``.
``every``: each life ends at one commit, in turn just before it, just after it, and just after the
second journal got it; the next life goes on from there. ``fresh``: every commit point on a new copy,
then to the end. ``random N``: N lives killed at any moment. One JSON line a life.
"""

import json
import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.services import records, sites, verify
from db.audit import audit
from db.connection import open_store
from db.handle import Store
from db.spool import Spool
from db.store import documents as kept_documents
from db.store import numbers, operations, streams
from db.store.cases import of_enterprise
from tests.journeys.tale import Fact, Tale, fact_of, lost
from tests.unit.app.services import kit

POINTS = ("before", "after", "journal")
IN_TURN = ("before", "after", "before", "journal")
SERIES = ("责改", "抽样")
AUDIT_EVERY = 12


@dataclass(frozen=True, slots=True)
class Death:
    """Where a life ends: at which commit (0 never) and on which side of it; opening counts too."""

    commit: int = 0
    point: str = "before"
    opening: bool = False


def hook(death: Death, say: Callable[[str], None]) -> None:
    """Make this process kill itself there, and name every commit it makes."""
    seen = [0]
    commit, write = Store._commit, Spool.write

    def here(point: str) -> None:
        if seen[0] == death.commit and point == death.point:
            os.kill(os.getpid(), signal.SIGKILL)

    def committing(store: Store) -> None:
        # What writes no operation is no step of the story; the opening's own notes are.
        step = _step() if store.held else ""
        counts = bool(step) != death.opening
        if counts:
            seen[0] += 1
            say(step or "opening")
            here("before")
        commit(store)
        if counts:
            here("after")

    def writing(spool: Spool, held: object) -> None:
        write(spool, held)
        here("journal")

    Store._commit = committing
    Spool.write = writing


def _step() -> str:
    """Name the service that commits; empty for what the store does by itself."""
    frame = sys._getframe(2)
    name = ""
    while frame is not None:
        module = frame.f_globals.get("__name__", "")
        if module.startswith("app.services.") and not module.endswith(".writing"):
            name = f"{module.rsplit('.', 1)[1]}.{frame.f_code.co_name}"
        frame = frame.f_back
    return name


class Room:
    """The folder of one story: its store, what was confirmed, the commits that were begun."""

    def __init__(self, folder: Path, source: Path) -> None:
        self.folder = folder
        self.store = folder / "store"
        self._facts = folder / "facts"
        self._steps = folder / "steps"
        shutil.copytree(source, self.store)
        self._facts.touch()
        self._steps.touch()

    def live(self, death: Death, within: float = 0.0) -> int:
        """Play in a child until it dies or the story ends; returns how it ended (0 the end)."""
        child = os.fork()
        if child == 0:
            self._play(death)
        if within:
            time.sleep(within)
            os.kill(child, signal.SIGKILL)
        _pid, status = os.waitpid(child, 0)
        return status

    def facts(self) -> list[Fact]:
        return [fact_of(line) for line in self._facts.read_text().splitlines()]

    def steps(self) -> list[str]:
        return self._steps.read_text().splitlines()

    def left(self, *, whole: bool) -> dict[str, object]:
        """Open what is left and say what is wrong with it, and how many numbers were used."""
        store = open_store(self.store, kit.KEY)
        told = {
            "lost": lost(store, self.facts()),
            "broken": len(operations.verify(store, streams.own(store))),
            "clean": store.recovered.clean,
            "drafts": len(records.recovered(store, store.recovered)),
            "used": [len(numbers.uses(store, word, 2026)) for word in SERIES],
            "gaps": [one.lo for one in numbers.gaps(store, 2026) if one.state == "unaccounted"],
        }
        store.close()
        if whole:
            told["breaks"] = [one.code for one in audit(self.store, kit.KEY).breaks]
        return told

    def ended(self) -> dict[str, object]:
        """Say how the story stands that came to its end: one case, papers, proof."""
        store = open_store(self.store, kit.KEY)
        party = sites.find(store, "小白羊")[0].id
        mine = [one for one in of_enterprise(store, party) if one.opened == kit.NOW]
        rows = [row for case in mine for row in kept_documents.of_case(store, case.id)]
        told = {
            "cases": len(mine),
            "forms": sorted(one.form_id for one in rows),
            "states": [one.state for one in rows],
            "genuine": [verify.verify(store, one.qr).code for one in rows],
        }
        store.close()
        return told

    def _play(self, death: Death) -> None:
        facts = os.open(self._facts, os.O_WRONLY | os.O_APPEND)
        steps = os.open(self._steps, os.O_WRONLY | os.O_APPEND)
        hook(death, lambda step: os.write(steps, f"{step}\n".encode()) and None)
        store = open_store(self.store, kit.KEY)
        try:
            Tale(
                store,
                kit.acting(store),
                lambda fact: os.write(facts, f"{fact.line()}\n".encode()) and None,
            ).go_on()
            store.close()
        except BaseException:  # noqa: BLE001 - whatever it is, the parent is to read it
            import traceback

            traceback.print_exc()
            os._exit(9)
        os._exit(0)


def every(room: Path, template: Path) -> None:
    """One life a commit: first the opening's own, then each of the story's on its three sides."""
    here = Room(room / "every", template)
    life = 0
    for point in ("before", "after"):
        life += 1
        status = here.live(Death(1, point, opening=True))
        told = {"life": life, "status": status, "point": f"opening {point}"}
        _say({**told, **here.left(whole=False)})
    status = -1
    while status != 0:
        # A life that ends before its first commit leaves nothing; the next one meets it again.
        for point in IN_TURN:
            life += 1
            status = here.live(Death(1, point))
            whole = life % AUDIT_EVERY == 0 or status == 0
            step = here.steps()[-1] if here.steps() else ""
            _say(
                {
                    "life": life,
                    "status": status,
                    "point": point,
                    "step": step,
                    **here.left(whole=whole),
                }
            )
            if os.waitstatus_to_exitcode(status) not in {0, -signal.SIGKILL} or status == 0:
                break
        if os.waitstatus_to_exitcode(status) > 0:
            return
    _say({"end": True, **here.ended()})


def fresh(room: Path, template: Path) -> None:
    """Every commit on a new copy of the store, on each of its sides, then on to the end."""
    first = Room(room / "whole", template)
    first.live(Death())
    for number, step in enumerate(first.steps(), start=1):
        for point in POINTS:
            here = Room(room / f"{number}-{point}", template)
            here.live(Death(number, point))
            told = here.left(whole=True)
            status = here.live(Death())
            end = here.left(whole=True)
            _say(
                {
                    "point": point,
                    "step": step,
                    **told,
                    "status": status,
                    "then": end,
                    **here.ended(),
                }
            )
            shutil.rmtree(here.folder)


def at_random(room: Path, template: Path, lives: int) -> None:
    """Lives of random length, one after the other, a new story when one has ended."""
    chance = random.Random()
    here, story = Room(room / "0", template), 0
    for life in range(lives):
        status = here.live(Death(), within=chance.uniform(0.01, 0.8))
        _say({"life": life, "status": status, **here.left(whole=True)})
        if status == 0:
            _say({"end": True, **here.ended()})
            shutil.rmtree(here.folder)
            story += 1
            here = Room(room / str(story), template)
    status = here.live(Death())
    _say({"life": lives, "status": status, **here.left(whole=True)})
    _say({"end": True, **here.ended()})


def warm(template: Path, room: Path) -> None:
    """Load what every life needs once, so that a life is short."""
    here = Room(room / "warm", template)
    store = open_store(here.store, kit.KEY)
    Tale(store, kit.acting(store), lambda _fact: None).go_on()
    store.close()
    shutil.rmtree(here.folder)


def _say(told: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(told, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def main(room: Path, mode: str, lives: int) -> None:
    template = kit.template()
    warm(template, room)
    if mode == "every":
        every(room, template)
    elif mode == "fresh":
        fresh(room, template)
    else:
        at_random(room, template, lives)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 0)

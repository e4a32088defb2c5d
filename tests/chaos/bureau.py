"""A served hub and two laptops that do whole rounds, and what a person sees of each round."""

import datetime as dt
import re
from functools import partial
from pathlib import Path

from app.screens.sentences import sentence
from app.screens.sentences_sync import link_code, witness_code
from app.services import rounds
from app.services.rounds import Standing, Tether
from db.connection import open_reader
from db.journal import chain
from db.journal.operation import decode
from db.rows import Enterprise
from db.store import arrivals, enterprises, operations, streams
from tests.hub import kit
from tests.hub.test_round import Laptop
from tests.store_kit import KEY

CHINESE = Path(__file__).parents[2] / "resources" / "translations" / "zh_CN.ts"
NOW = kit.NOW


class Desk(Laptop):
    """A laptop whose rounds end as they do in the program."""

    def __init__(self, folder, name, address):
        super().__init__(folder, name, address)
        self.name, self.clock, self.tether = name, NOW, Tether()
        self.written = []
        self.ended = None

    def write_down(self, key):
        """Write an enterprise down: what must neither be lost nor doubled."""
        enterprises.save(self.store, Enterprise(key, f"第{key}厂"))
        self.written.append(key)

    def go(self):
        """One whole round; returns the sentence it leaves on the screen, "" when there is none."""
        one = Standing(
            partial(open_reader, self.store.folder, KEY),
            lambda work: work(self.store),
            self.seal,
            lambda: self.clock,
            self.store.folder / "anchor",
            lambda *_told: None,
            self.tether,
        )
        self.ended = rounds.go(one)
        found = self.ended.contact
        code = link_code(found.problem) if found.problem else ""
        code = code or (witness_code(found.witness) if found.witness else "")
        return shown(code or ("hub-copied" if found.parted else ""))


def shown(code):
    """What a person reads of a code, in English; that it stands in Chinese as well is seen to."""
    if not code:
        return ""
    told = sentence(code, {"code": code})
    known = CHINESE.read_text(encoding="utf-8")
    for text in told:
        found = re.search(rf"<source>{re.escape(text)}</source>\s*<translation>.+<", known)
        assert found, text
    return told[0]


def whole(db, *desks):
    """Everything written is at the hub once, in whole chains, and on every laptop once."""
    feed = [decode(data) for data in kit.feed(db)]
    assert len({one.dot for one in feed}) == len(feed)
    keys = [one.rec_id for one in feed if one.rec_type == "enterprise"]
    written = [key for desk in desks for key in desk.written]
    assert sorted(set(keys)) == sorted(set(written))
    said = [(one.rec_id, chain.digest(str(one.fields).encode())) for one in feed]
    assert len(set(said)) == len(said)
    for desk in desks:
        assert arrivals.waiting(desk.reader) == 0
        kept = sorted(key for (key,) in desk.reader.rows("SELECT id FROM enterprise"))
        assert kept == sorted(set(written))
        for stream in streams.names(desk.store):
            assert operations.verify(desk.store, stream) == ()


def years(count):
    """So many years."""
    return dt.timedelta(days=365 * count)

"""A laptop of the demonstration bureau, enrolled at a served hub, doing whole rounds with it."""

import contextlib
import re

from app.services import documents, enrolling, pages, rounds, syncing
from app.services.context import Acting, DeviceSeal, Office, Who
from app.services.rounds import Asking, Standing, Tether
from app.services.transport import Address, Link
from db.connection import create_store, open_reader
from db.rows import Finding
from db.store import nouns
from forms.paper.readcode import read
from tests.hub.test_round import a_code
from tests.unit.app.services import kit


class Inspector:
    """A seeded store with a bureau, its inspector, and the way to the hub."""

    def __init__(self, folder, db, at):
        self.folder = folder
        self.store = kit.copy_of(kit.template(), folder)
        self.act = kit.acting(self.store)
        self.enrol(a_code(db), at)

    def enrol(self, code, at):
        self.reader = self.open_reader()
        asking = Asking(Address(*at), code, "终端")
        joined = rounds.enrol(self.open_reader, self.write, self.act.seal, asking)
        assert joined.problem == ""

    def open_reader(self):
        return open_reader(self.folder, kit.KEY)

    def write(self, work):
        return work(self.store)

    _write = write  # the name a laptop without a bureau has it under

    @property
    def seal(self):
        return self.act.seal

    def round(self, now=None):
        """A whole round, as the program does it; returns how it ended."""
        one = Standing(
            self.open_reader,
            self.write,
            self.act.seal,
            lambda: now or self.act.now,
            self.folder / "anchor",
            lambda *_: None,
            Tether(),
        )
        ended = rounds.go(one)
        assert ended.problem == ""
        return ended

    def pull(self):
        """Send and take in, and nothing else of a round."""
        enrolment = enrolling.standing(self.reader)
        who = enrolling.credentials(self.reader, enrolment, self.act.seal)
        with contextlib.closing(Link(enrolment.address, who)) as link:
            syncing.run(syncing.Round(link, self.reader, self.write, who, 0))

    def issue(self):
        """Issue a notice over two findings; returns its row."""
        _check, record_id = kit.notice_ready(self.store, self.act)
        ready = documents.preview(self.store, self.act, record_id)
        return documents.issue(self.store, self.act, ready).value

    def findings(self, document):
        return [nouns.get(self.reader, Finding, key) for key in documents.orders_of(document)]

    def close(self):
        self.reader.close()
        self.store.close()


class Colleague(Inspector):
    """Another laptop of the bureau, new and empty."""

    def __init__(self, folder, db, at):
        self.folder = folder
        self.store = create_store(folder, kit.KEY, ballast_bytes=0)
        who = Who("li", "李喆", "鲁Q-0112")
        self.act = Acting(who, Office(), kit.NOW, DeviceSeal(b"two".ljust(32)))
        self.enrol(a_code(db, "li"), at)


def printed(reader, document):
    """What stands on the paper: the text of its square code, and the code for the report."""
    import pypdfium2

    pdf = documents.printed_bytes(reader, document.id)
    words = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf))
    codes = []
    for page, _size in enumerate(pages.page_sizes(pdf)):
        wide, high, rgb = pages.page_image(pdf, page, 1240)
        codes += read(rgb, wide, high)
    (code,) = codes
    found = re.search("整改报告提交码：([A-Z0-9-]{9})", re.sub(r"\s", "", words))
    return code, found[1] if found else ""

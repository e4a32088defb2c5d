"""A notice previewed, drawn and issued, code and all, beside a plain drawing of the same text."""

from app.services import documents
from forms.paper.raster import page_text
from tests.bench.bureau import bureau
from tests.bench.figures import Figure, middle, taken_in_turn
from tests.unit.app.services import kit

ROUNDS = 12


def figures():
    from tests.bench import plainly

    with bureau() as (store, act, _folder):
        waiting = iter([kit.notice_ready(store, act)[1] for _ in range(ROUNDS + 1)])

        def issued():
            ready = documents.preview(store, act, next(waiting))
            return documents.issue(store, act, ready).value

        first = issued()
        pdf = documents.printed_bytes(store, first.id)
        lines = page_text(pdf).splitlines()
        plainly.draw(lines, first.qr)
        ours, theirs = taken_in_turn(issued, lambda: plainly.draw(lines, first.qr), ROUNDS)
        against = "plain reportlab and a bitmap code, nothing kept"
        yield Figure("issue", middle(ours), "ms", against, middle(theirs))

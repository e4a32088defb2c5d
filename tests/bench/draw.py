"""A two-page notice drawn, beside plain reportlab setting the same text."""

from app.services import papers
from app.services.records import open_record
from forms.paper.raster import page_text
from tests.bench.bureau import bureau
from tests.bench.figures import Figure, middle, taken_in_turn
from tests.unit.app.services import kit

ROUNDS = 20


def figures():
    from tests.bench import plainly

    with bureau() as (store, act, _folder):
        record_id = kit.notice_ready(store, act)[1]
        paper = papers.paper(store, act, open_record(store, act, record_id))
        lines = page_text(papers.draw(paper).pdf).splitlines()
        plainly.draw(lines)
        ours, theirs = taken_in_turn(
            lambda: papers.draw(paper), lambda: plainly.draw(lines), ROUNDS
        )
        yield Figure("draw", middle(ours), "ms", "plain reportlab", middle(theirs))

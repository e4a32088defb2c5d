"""One answer settled in a session of each paper, beside computing the whole form anew."""

from functools import partial

from app.services import packages, records
from forms.session import Session
from tests.bench.bureau import NOW, bureau
from tests.bench.figures import Figure, middle, milliseconds, percentile

PAPERS = ("spot-check", "sampling-sheet", "on-site-record", "rectification-notice")


def figures():
    with bureau() as (store, act, _folder):
        settled, anew = [], []
        for form_id in PAPERS:
            session = records.new_session(store, act, packages.newest(store, form_id))
            settled += list(_settling(session))
            again = partial(
                Session,
                session.form,
                records.StoreLists(store),
                answers=session.answers(),
                now=lambda: NOW,
            )
            anew += [milliseconds(again) for _ in range(10)]
        against = "the whole form computed anew"
        yield Figure("engine", middle(settled), "ms", against, middle(anew))
        yield Figure("engine-worst-of-100", percentile(settled, 0.99), "ms", against, max(anew))


def _settling(session):
    """Answer every question of a form with two values; yields what each took."""
    for question in session.form.questions():
        if question.has_control and _there(session, question.path):
            for value in _values(session, question.path):
                yield milliseconds(partial(session.set, question.path, value))


def _there(session, ref):
    try:
        return session.node(ref).relevant
    except KeyError:
        return False


def _values(session, ref):
    """Two values that differ: choices where there are some, else what fits most kinds."""
    choices = [one.value for one in session.node(ref).choices][:2]
    return choices or ["12", "7", None]

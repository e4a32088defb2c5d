"""The inspector: plays the story through the window from wherever it stands to its end."""

from app.screens.place import Place
from app.services import attachments
from app.services.records import get
from db.store import cases as kept_cases
from tests.journeys import pages, words
from tests.unit.app.services.kit import photo_of

KNOWN = {
    "spot-check": {
        **words.CHECK,
        **{question: "no" for question, _seen in words.ADVERSE},
        "time_to": "2026-09-16T11:40",
    },
    "sampling-sheet": {**words.SHEET, "product": words.PRODUCT, "send_by": "2026-09-19"},
    "on-site-record": {**words.SITE, "time_to": "2026-09-16T11:40"},
    "rectification-notice": words.NOTICE,
    "test-result-notice": {},
}
STEPS = 40  # more than the story has


def begun(window):
    """The case of the story, when it was begun."""
    from app.services import sites

    party = sites.find(window.reader, words.ENTERPRISE)[0]
    found = kept_cases.of_enterprise(window.reader, party.id)
    return next((one.id for one in found if one.opened >= pages.START), None)


def begin(window):
    """Find the enterprise and start the check; gives the case."""
    pages.search_for(window, words.ENTERPRISE)
    pages.start_check(window, words.PARTNER)
    return begun(window)


def go_on(window, room, look=None, until=""):
    """Do what the case says is next until nothing is left, or a paper of the form ``until`` is.

    ``look`` is told of every step.
    """
    case_id = begun(window) or begin(window)
    for _ in range(STEPS):
        step = pages.next_step(window, case_id)
        if look is not None:
            look(step)
        if step.code in {"follow", "close"} or (step.code, step.form_id) == ("add", until):
            return case_id
        window.window.go(Place("case", case_id))
        case = window.at("case")
        pages.click(case._next)
        window.settle()
        pages.wait_until(lambda: window.place.screen != "case", step.code)
        window.settle()
        _do(window, room)
    raise AssertionError("the story does not come to its end")


def _do(window, room):
    """Bring the paper in front one step further."""
    match window.place.screen:
        case "fill" | "sampling":
            fill(window, room)
            review(window)
        case "review":
            review(window)
        case "issue":
            pages.issue(window)
        case "document":
            pages.serve(window, words.MANAGER)


def fill(window, room):
    """Fill in the paper in front; gives its review."""
    filling = pages.Filling(window)
    photos = {}
    if filling.form_id == "spot-check":
        for number, (question, seen) in enumerate(words.ADVERSE):
            file = room / f"photo-{number}.jpg"
            if not file.exists():
                file.write_bytes(photo_of(seen))
            photos[question] = (seen, file)
    filling.fill(KNOWN[filling.form_id], photos)
    if filling.form_id == "sampling-sheet":
        filling.draw()
        filling.fill(KNOWN[filling.form_id], {})
    return filling.finish()


def review(window):
    """Sign the paper in front and end it, if nothing but signatures is missing."""
    looking = pages.Reviewing(window)
    assert looking.missing() == [], looking.missing()
    looking.sign_all(words.MANAGER)
    looking.end()


def photos_of(window, finding_id):
    return attachments.of_owner(window.reader, "finding", finding_id)


def record_of(window, record_id):
    return get(window.reader, record_id)

"""Review: what is missing or wrong before a paper is finished, each with a place to go."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from app.services import (
    attachments,
    drawings,
    evidence_release,
    findings,
    grave,
    interviews,
    laws,
    measures,
    orders,
    sampling,
    sampling_plan,
    settings,
    signing,
    telling,
)
from app.services.context import Acting
from app.services.links import CITED, findings_shown, linked
from app.services.matters import EVIDENCE_RELEASE, EXTENSION, INSTRUCTION, RELEASE
from app.services.records import Opened, answered, inspectors_of, path_of
from db.connection import Reader
from db.rows import Finding

FEW_NUMBERS = 5


@dataclass(frozen=True, slots=True)
class Spot:
    """A place to go: kind answer, finding, photo, signer, person, sample, settings or clock."""

    kind: str
    id: str = ""
    ref: str = ""
    section: str = ""


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing missing or wrong; ``blocking`` ones keep the paper from being finished.

    Codes: answer-required, answer-wrong, rows-missing (facts: label, message), finding-no-facts,
    finding-no-law, finding-law-empty, finding-law-not-citable, finding-law-not-in-force,
    finding-no-measure, finding-no-due, photo-no-caption,
    certificate-expired, certificate-missing, inspectors-too-few, signature-missing,
    signature-outdated, signature-differs, interview-not-yet, interview-not-served, interview-notice-gone,
    commitment-gone,
    names-no-paper,
    fine-above-article, stop-missing, telling-nowhere, sample-missing, sample-exceeds-lot,
    draw-differs, sample-date-future, office-incomplete,
    clock-doubt, number-none-left, numbers-few.
    """

    code: str
    blocking: bool
    spot: Spot
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Review:
    """All lacks in order of place, and how many things were checked and are well."""

    lacks: tuple[Lack, ...]
    checked: int

    @property
    def ready(self) -> bool:
        """Whether nothing blocking is left."""
        return not any(lack.blocking for lack in self.lacks)


def review(
    reader: Reader,
    act: Acting,
    opened: Opened,
    *,
    clock_doubt: bool = False,
    signatures: bool = True,
) -> Review:
    """Everything that must be true of a paper; ``signatures`` False looks at content only."""
    lacks: list[Lack] = []
    checked = 0
    for check in (
        _answers,
        _fine,
        _told,
        _interview,
        _named,
        _stop,
        _findings,
        _photos,
        _people,
        _samples,
    ):
        found, seen = check(reader, act, opened)
        lacks += found
        checked += seen
    if signatures:
        found, seen = _signatures(reader, opened)
        lacks += found
        checked += seen
    if opened.record.kind == "document":
        found, seen = _office(reader, act, opened)
        lacks += found
        checked += seen
    if clock_doubt:
        lacks.append(Lack("clock-doubt", blocking=False, spot=Spot("clock")))
    return Review(tuple(lacks), checked)


Found = tuple[list[Lack], int]
_CODES = {"required": "answer-required", "rows": "rows-missing"}


def _answers(_reader: Reader, _act: Acting, opened: Opened) -> Found:
    """What the form itself finds missing or wrong."""
    lacks = []
    for problem in opened.session.swept().problems():
        code = _CODES.get(problem.code, "answer-wrong")
        spot = Spot("answer", opened.record.id, problem.ref, problem.section)
        facts = {"label": problem.label, "message": problem.message, "problem": problem.code}
        lacks.append(Lack(code, blocking=True, spot=spot, facts=facts))
    asked = sum(opened.session.progress(section)[1] for section in opened.session.sections())
    return lacks, asked


def _fine(reader: Reader, act: Acting, opened: Opened) -> Found:
    """A fine on the spot keeps to what its article allows, which may be less than the ceiling.

    Where the inspector wrote another article than the finding's, nothing is known of it.
    """
    lacks = []
    amount, basis = answered(opened, "amount"), answered(opened, "penalty_basis")
    for key in linked(reader, opened.record, CITED) if amount else ():
        penalty = orders.penalty_to_cite(reader, findings.get(reader, key).law_key, act.today)
        most = penalty.penalty_max if penalty and laws.cite_in_full(penalty) == basis else None
        if most is not None and int(amount) > most:
            spot = Spot("answer", opened.record.id, path_of(opened.form, "amount") or "")
            facts = {"amount": amount, "most": most}
            lacks.append(Lack("fine-above-article", blocking=True, spot=spot, facts=facts))
    return lacks, 0


def _told(reader: Reader, _act: Acting, opened: Opened) -> Found:
    """A penalty on the spot was told beforehand in a finished paper, or in another that is named."""
    where = answered(opened, "told_where")
    if "现场笔录" not in where or telling.told_in(reader, opened.record.case_id) is not None:
        return [], 0
    spot = Spot("answer", opened.record.id, path_of(opened.form, "told_where") or "")
    return [Lack("telling-nowhere", blocking=True, spot=spot)], 0


def _interview(reader: Reader, act: Acting, opened: Opened) -> Found:
    """Minutes do not say that somebody did not come who could not have come yet, or was not told.

    A letter repeats minutes that stand.
    """
    where = path_of(opened.form, "came") or path_of(opened.form, "commitment")
    spot = Spot("answer", opened.record.id, where or "")
    lacks = [
        Lack(code, blocking=True, spot=spot, facts=facts)
        for code, facts in interviews.untimely(reader, act, opened)
    ]
    return lacks, 0


def _named(reader: Reader, _act: Acting, opened: Opened) -> Found:
    """What extends or releases names what it is over: else nothing is, and its term runs on.

    A draft may be older than the release of it; a measure is extended once (行政强制法 art. 25).
    """
    asked = _OVER.get(opened.record.form_id)
    if asked is None or opened.record.state != "draft":
        return [], 0
    name, find = asked
    standing, open_ones = find(reader, opened.record.case_id)
    number = answered(opened, name).strip()
    if not number or not standing or number in open_ones:
        return [], 1
    spot = Spot("answer", opened.record.id, path_of(opened.form, name) or "")
    facts = {"number": number, "numbers": "、".join(open_ones) or "—"}
    return [Lack("names-no-paper", blocking=True, spot=spot, facts=facts)], 1


_OVER = {
    EVIDENCE_RELEASE: ("preserved_no", evidence_release.numbers),
    EXTENSION: ("decision_number", measures.to_extend),
    RELEASE: ("decision_number", measures.to_release),
}
"""The question in which a paper names what it is over; the numbers that stand, and may be named."""


def _stop(reader: Reader, act: Acting, opened: Opened) -> Found:
    """A serious hazard stops equipment and a major violation stops, whatever a paper was begun with.

    总局令第57号 art. 23(2), 25: in the check by the finding that is one, in the instruction by what
    its findings and their checks say.
    """
    record = opened.record
    wanted: list[str] = []
    if record.form_id in grave.CHECKS:
        found = findings.of_record(reader, record.id)
        wanted = ["stop_use"] if any(one.severity == grave.MAJOR for one in found) else []
    elif record.form_id == INSTRUCTION:
        told = orders.known(reader, INSTRUCTION, findings_shown(reader, record), act.today)
        wanted = [name for name in ("stop_use", "stop_act") if told[name] == "yes"]
    lacks = []
    for name in wanted:
        if answered(opened, name) != "yes":
            spot = Spot("answer", record.id, path_of(opened.form, name) or "")
            lacks.append(Lack("stop-missing", blocking=True, spot=spot, facts={"what": name}))
    return lacks, 0


def _findings(reader: Reader, act: Acting, opened: Opened) -> Found:
    """A finding without facts, law, measure or date is not ready to be put on paper.

    A document looks at the findings it is written over: an article may be emptied or lapse after
    the check was finished.
    """
    own = opened.record.kind == "record"
    live = (
        findings.of_record(reader, opened.record.id)
        if own
        else findings_shown(reader, opened.record)
    )
    lacks = []
    for finding in live:
        for code in _finding_codes(reader, act, finding):
            spot = Spot("finding", finding.id, finding.path)
            lacks.append(Lack(code, blocking=True, spot=spot, facts={"item": finding.item}))
    return lacks, len(live)


def _finding_codes(reader: Reader, act: Acting, finding: Finding) -> Iterator[str]:
    if not finding.seen.strip():
        yield "finding-no-facts"
    if not finding.law_key:
        yield "finding-no-law"
    else:
        article = laws.get(reader, finding.law_key)
        if article is None or laws.is_empty(article):
            yield "finding-law-empty"
        elif not article.citable:
            yield "finding-law-not-citable"
        elif not laws.in_force(article, act.today):
            yield "finding-law-not-in-force"
    if not finding.measure.strip():
        yield "finding-no-measure"
    if finding.due is None:
        yield "finding-no-due"


def _photos(reader: Reader, _act: Acting, opened: Opened) -> Found:
    """A photo without a caption says nothing to a reader of the file (程序规定 art. 24-26)."""
    owners = [("record", opened.record.id, "")]
    owners += [("finding", f.id, f.path) for f in findings.of_record(reader, opened.record.id)]
    photos = [
        (photo, path)
        for kind, key, path in owners
        for photo in attachments.of_owner(reader, kind, key)
        if photo.source != drawings.SIGNED
    ]
    lacks = [
        Lack("photo-no-caption", True, Spot("photo", photo.id, path), {"name": photo.name})
        for photo, path in photos
        if not photo.caption.strip()
    ]
    return lacks, len(photos)


def _people(reader: Reader, act: Acting, opened: Opened) -> Found:
    """Two officers with valid certificates (行政处罚法 art. 42, 程序规定 art. 22).

    A paper one officer must sign, such as what is taken down at the desk, needs one.
    """
    people = inspectors_of(reader, opened)
    places = [one for one in opened.package.places() if not one.optional]
    wanted = min(2, sum(place.slot.startswith("inspector-") for place in places))
    lacks = []
    if len({person.id for person in people}) < wanted:
        facts = {"found": len(people)}
        lacks.append(Lack("inspectors-too-few", True, Spot("person", opened.record.id), facts))
    for person in people:
        spot = Spot("person", person.id)
        if not person.certificate.strip():
            lacks.append(Lack("certificate-missing", True, spot, {"name": person.name}))
        elif person.certificate_expires is not None and person.certificate_expires < act.today:
            expired = person.certificate_expires
            known = {"name": person.name, "expired": expired}
            lacks.append(Lack("certificate-expired", True, spot, known))
    return lacks, max(wanted, len(people))


def _samples(reader: Reader, act: Acting, opened: Opened) -> Found:
    """A sampling sheet needs its draw; the draw must still fit the lot and the date."""
    if opened.record.form_id != "sampling-sheet":
        return [], 0
    lacks = []
    drawn = sampling.drawn(reader, opened.record.id)
    spot = Spot("sample", opened.record.id)
    if drawn is None:
        lacks.append(Lack("sample-missing", True, spot))
    else:
        size = sampling_plan.lot_size(opened)
        if size is not None and max(drawn.test + drawn.spare) > size:
            wanted = len(drawn.test) + len(drawn.spare)
            lacks.append(Lack("sample-exceeds-lot", True, spot, {"wanted": wanted, "lot": size}))
        elif not sampling.stands(opened, drawn):
            lacks.append(Lack("draw-differs", True, spot, {"seed": drawn.seed}))
    day = sampling_plan.sample_date(opened)
    if day is not None and day > act.today:
        lacks.append(Lack("sample-date-future", True, spot, {"date": day, "today": act.today}))
    return lacks, 2


def _signatures(reader: Reader, opened: Opened) -> Found:
    """Each required place is signed, refused or absent, over the content as it is now."""
    slots = signing.slots(reader, opened)
    lacks = []
    for slot in slots:
        spot = Spot("signer", slot.slot)
        facts = {"slot": slot.slot, "role": slot.role, "name": slot.name}
        if slot.signature is None:
            if slot.required:
                lacks.append(Lack("signature-missing", True, spot, facts))
        elif not slot.current:
            lacks.append(Lack("signature-outdated", True, spot, facts))
        elif slot.role == "party" and _says_otherwise(opened, slot.signature.state):
            lacks.append(Lack("signature-differs", True, spot, facts))
    return lacks, sum(1 for slot in slots if slot.required)


def _says_otherwise(opened: Opened, state: str) -> bool:
    """Whether the paper says "signed page by page" or "refused", and the signature the other."""
    said = answered(opened, "page_signed")
    return bool(said) and (said == "signed") != (state == "signed")


def _office(reader: Reader, act: Acting, opened: Opened) -> Found:
    """A document needs a bureau whose words are complete, and a number to take."""
    lacks = [
        Lack("office-incomplete", True, Spot("settings"), {"name": name})
        for name in ("bureau", "short", "government", "court", "address", "phone")
        if not getattr(act.office, name).strip()
    ]
    series = opened.package.settings.get("series", "")
    left = settings.numbers_left(reader, series, act.today.year)
    if left.next is None:
        facts = {"series": series, "year": act.today.year}
        lacks.append(Lack("number-none-left", True, Spot("settings"), facts))
    elif left.left <= FEW_NUMBERS:
        facts = {"series": series, "left": left.left}
        lacks.append(Lack("numbers-few", False, Spot("settings"), facts))
    return lacks, 7

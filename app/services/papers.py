"""Papers: the facts of a record put on a page, composed and drawn."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from app.services import attachments, drawings, enrolling, laws, pictures, signing
from app.services.context import CHINA, Acting
from app.services.errors import Refused
from app.services.links import findings_shown
from app.services.records import Opened
from db.connection import Reader
from db.rows import Attachment, Finding
from db.store import documents, nouns
from forms.facts import Facts, FindingFact, Pair, Photo
from forms.page_sheet import PAIRS
from forms.paper.blocks import Paper, Printed

FINDING = "finding"
"""The hidden question of a re-check's row that names the finding looked at."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What only an issued paper has: number, date, code and check words.

    ``report_code`` lets the party hand in its report at the hub.
    """

    number: str = ""
    date: dt.date | None = None
    qr: str = ""
    check_words: str = ""
    report_code: str = ""


def facts(reader: Reader, act: Acting, opened: Opened, stamp: Stamp | None = None) -> Facts:
    """Signers, findings and photos of a record as its page needs them."""
    put = stamp or Stamp()
    live = findings_shown(reader, opened.record)
    final = opened.told()
    own = attachments.of_answers(reader, opened.record.id, final.values())
    labels = _labels(opened, final, {one.id for one in own})
    shown = [one for one in own if pictures.is_drawn(one.mime)]
    return Facts(
        bureau=act.office.bureau,
        number=put.number,
        date=put.date or act.today,
        signers=signing.signers(reader, opened),
        findings=tuple(_finding(reader, number, row) for number, row in enumerate(live, start=1)),
        photos=tuple(_photo(reader, one, labels.get(one.id, "")) for one in shown),
        pairs=_pairs(reader, opened, final),
        attached={one.id: one.name for one in own},
        pictured={one.id: place for place, one in enumerate(shown, start=1)},
        qr=put.qr,
        hub=enrolling.public_address(reader) if put.qr else "",
        check_words=put.check_words,
        values={
            "bureau_address": act.office.address,
            "bureau_phone": act.office.phone,
            "report_code": put.report_code,
        },
    )


def _finding(reader: Reader, number: int, row: Finding) -> FindingFact:
    article = laws.get(reader, row.law_key) if row.law_key else None
    return FindingFact(
        path=row.path,
        number=number,
        item=row.item,
        seen=row.seen,
        severity=row.severity,
        law=laws.cite_in_full(article) if article else row.law,
        law_text=article.text if article else "",
        measure=row.measure,
        due=row.due,
        photos=tuple(_photo(reader, p) for p in attachments.of_owner(reader, "finding", row.id)),
    )


def _pairs(reader: Reader, opened: Opened, final: Mapping[str, str]) -> tuple[Pair, ...]:
    """The first photo as found and the last as put right of each finding a re-check looks at."""
    if not any(row.block == "photos" and row.text == PAIRS for row in opened.package.print_rows):
        return ()
    rows = dict.fromkeys(ref.rpartition("/")[0] for ref in final if "}/" in ref)
    found = []
    for number, row in enumerate(rows, start=1):
        finding = nouns.get(reader, Finding, final.get(f"{row}/{FINDING}", ""))
        if finding is None or finding.case_id != opened.record.case_id:
            continue
        before = attachments.of_owner(reader, "finding", finding.id)[:1]
        after = attachments.of_owner(reader, attachments.AFTER, finding.id)[-1:]
        if before or after:
            sides = [_photo(reader, side[0]) if side else None for side in (before, after)]
            found.append(Pair(number, *sides))
    return tuple(found)


def _photo(reader: Reader, row: Attachment, label: str = "") -> Photo:
    """A picture for the page, with what was drawn over it; the question's words name it."""
    data = attachments.copy_for(reader, drawings.shown(reader, row), attachments.PAGE_WIDTH)
    return Photo(data, row.caption or label)


def _labels(opened: Opened, final: Mapping[str, str], ids: set[str]) -> dict[str, str]:
    """The label of the question each photo or file answers, by the answer."""
    return {value: opened.session.node(ref).label for ref, value in final.items() if value in ids}


def paper(
    reader: Reader,
    act: Acting,
    opened: Opened,
    stamp: Stamp | None = None,
    sheet: str = "print",
) -> Paper:
    """The composed page of a record; ``sheet`` is ``print`` or ``label``."""
    from forms.compose import compose

    known = facts(reader, act, opened, stamp)
    return compose(opened.package, opened.session, known, sheet=sheet, language="zh")


def draw(paper: Paper) -> Printed:
    """Draw a page.

    Raises:
        Refused: ``glyph-missing``, ``page-overflow``, ``photo-unreadable``.
    """
    from forms.paper import draw as draw_page
    from forms.paper.errors import BadPicture, MissingGlyph, PageOverflow

    try:
        return draw_page(paper)
    except MissingGlyph as error:
        raise Refused("glyph-missing", characters=error.characters, where=error.where) from error
    except PageOverflow as error:
        raise Refused("page-overflow", needed=error.needed, room=error.room) from error
    except BadPicture as error:
        raise Refused("photo-unreadable", name=error.caption) from error


def printed(
    reader: Reader,
    act: Acting,
    opened: Opened,
    stamp: Stamp | None = None,
    sheet: str = "print",
) -> Printed:
    """Compose and draw at once (io thread, own Reader)."""
    return draw(paper(reader, act, opened, stamp, sheet))


def labels(reader: Reader, act: Acting, opened: Opened) -> Printed:
    """The seal labels of a sampling sheet, one page a sample; its number once it is issued."""
    issued = next(iter(documents.of_record(reader, opened.record.id)), None)
    stamp = None
    if issued is not None:
        day = issued.issued.astimezone(CHINA).date()
        stamp = stamp_of(issued.number_text, day, issued.qr, issued.content_hash)
    return printed(reader, act, opened, stamp, "label")


def stamp_of(number_text: str, day: dt.date | None, qr: str, content_hash: str) -> Stamp:
    """The stamp of an issued paper."""
    from forms.paper.proof import check_words

    return Stamp(number_text, day, qr, check_words(content_hash) if content_hash else "")

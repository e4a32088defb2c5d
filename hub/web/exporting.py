"""Export: a table as CSV or a workbook; what a spreadsheet would run is written as text."""

import csv
import io
from collections.abc import Iterable, Iterator
from http import HTTPStatus

from starlette.responses import Response

from db.journal import record as records
from hub import leases
from hub.sql import leases as stored_leases
from hub.sql import records as stored
from hub.sql.base import Db
from hub.web.guard import Page, Visit, Wrong
from hub.web.words import words

COLUMNS = {
    "records": ("id", "title", "form_id", "state", "created", "finished", "enterprise_id"),
    "findings": ("id", "item", "seen", "severity", "state", "due", "reported", "settled"),
    "documents": ("id", "number_text", "form_id", "state", "issued", "due", "content_hash"),
    "numbers": ("series", "year", "number", "number_state", "reason", "papers"),
}
KINDS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_PAGE = 2000
_MOST = 200_000
_RUN = ("=", "+", "-", "@", "\t", "\r")


def export(db: Db, visit: Visit) -> Response:
    """The table as a file."""
    name, _dot, kind = visit.path["name"].partition(".")
    if name not in COLUMNS or kind not in KINDS:
        raise Wrong(HTTPStatus.NOT_FOUND)
    t = words(visit.language)
    head = [t(f"column-{column}") for column in COLUMNS[name]]
    rows = _numbers(db, visit.scope) if name == "numbers" else _records(db, visit.scope, name)
    write = _workbook if kind == "xlsx" else _csv
    return Response(
        write(head, rows),
        media_type=KINDS[kind],
        headers={
            "content-disposition": f'attachment; filename="{visit.scope}-{name}.{kind}"',
            "vary": "Accept-Language",
        },
    )


def _records(db: Db, scope: str, name: str) -> Iterator[list[str]]:
    after, count = "", 0
    while count < _MOST:
        found = stored.docs(db, scope, name.removesuffix("s"), after or "-", _PAGE)
        if not found:
            return
        for rec_id, data in found:
            doc = records.read(data)
            values = [rec_id, *(doc.shown(column) for column in COLUMNS[name][1:])]
            if not doc.deleted:
                yield ["" if value is None else str(value) for value in values]
        after, count = found[-1][0], count + len(found)


def _numbers(db: Db, scope: str) -> Iterator[list[str]]:
    for word, year, _next in stored_leases.series(db, scope):
        for one in leases.ledger(db, scope, word, year):
            yield [word, str(year), str(one.number), one.state, one.reason, str(len(one.papers))]


def _csv(head: list[str], rows: Iterable[list[str]]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(head)
    writer.writerows([_inert(value) for value in row] for row in rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _inert(value: str) -> str:
    """Text no spreadsheet takes for a formula."""
    return "'" + value if value.startswith(_RUN) else value


def _workbook(head: list[str], rows: Iterable[list[str]]) -> bytes:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(head)
    for row in rows:
        cells = []
        for value in row:
            cell = WriteOnlyCell(sheet, _plain(value))
            cell.data_type = "s"
            cells.append(cell)
        sheet.append(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _plain(value: str) -> str:
    """Text without the signs a workbook cannot hold."""
    return "".join(sign for sign in value if sign.isprintable() or sign in "\n\t")[:32_000]


PAGES: tuple[tuple[str, str, Page], ...] = (("/admin/{scope}/export/{name}", "GET", export),)

"""The rectification list as a workbook: one row a finding, in the order of the board."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from app.services import rectification
from app.services.context import CHINA, Acting
from app.services.export import Cancelled, Exported, beside, writing_to
from app.services.export_files import sink
from app.services.export_rows import in_china
from app.services.export_tables import About, Field, Sheet
from app.services.rectification import FollowLine, Only
from db.connection import Reader
from db.errors import guard
from db.rows import Enterprise
from db.store import nouns, people, records

COLUMNS = (
    *("group", "unit", "uscc", "item", "seen", "severity", "law", "measure", "document", "due"),
    *("days_left", "state", "report", "reported", "recheck_by", "inspectors", "found"),
)
"""What every finding tells, in this order."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the board shows: its narrowing, and the groups that are folded and so left out."""

    only: Only
    folded: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """The words of the list: its title, those of the columns by name, and of what is kept as code."""

    title: str
    titles: Mapping[str, str]
    groups: Mapping[str, str]
    severities: Mapping[str, str]
    measure: Callable[[str], str]
    state: Callable[[str], str]


def export(  # noqa: PLR0913 - one door with named circumstances
    reader: Reader,
    *,
    act: Acting,
    wanted: Shown,
    target: Path,
    words: Words,
    go_on: Callable[[int], bool] = lambda _done: True,
) -> Exported:
    """Write the list; ``go_on`` is asked before each finding with how many are done.

    Raises:
        MachineError: the file cannot be written; none is left.
        Cancelled: ``go_on`` said no; none is left.
    """
    fields = tuple(
        Field(name, words.titles[name], "integer" if name == "days_left" else "text")
        for name in COLUMNS
    )
    sheet = Sheet("findings", words.title, "", fields)
    about = About("rectification", words.title, "", in_china(act.now))
    done = 0
    with reader.snapshot(), guard(path=str(target)), beside({"": target}) as paths:
        names: dict[str, str] = {}
        with writing_to(sink(paths, [sheet], about, ".xlsx")) as out:
            for line in rectification.every(reader, act.today, wanted.only, wanted.folded):
                if not go_on(done):
                    raise Cancelled
                out.add(sheet, _cells(reader, line, words, names))
                done += 1
    return Exported((target,), done, 0, 0)


def _cells(reader: Reader, line: FollowLine, words: Words, names: dict[str, str]) -> list[str]:
    row = line.finding
    unit = nouns.get(reader, Enterprise, row.enterprise_id)
    return [
        words.groups[line.group],
        line.enterprise,
        unit.uscc if unit else "",
        row.item,
        row.seen,
        words.severities.get(row.severity, row.severity),
        row.law,
        words.measure(row.measure),
        line.document.number_text if line.document else "",
        row.due.isoformat() if row.due else "",
        "" if line.days_left is None or row.settled else str(line.days_left),
        words.state(row.state),
        row.report,
        row.reported.isoformat() if row.reported else "",
        line.recheck.due.isoformat() if line.recheck and line.recheck.due else "",
        _made_by(reader, row.record_id, names),
        row.created.astimezone(CHINA).date().isoformat(),
    ]


def _made_by(reader: Reader, record_id: str, names: dict[str, str]) -> str:
    """The inspectors of a finding's record, each looked up once."""
    record = records.get(reader, record_id)
    if record is None:
        return ""
    for one in record.inspectors:
        if one not in names:
            person = people.get(reader, one)
            names[one] = person.name if person else one
    return "、".join(names[one] for one in record.inspectors)

"""Case files: starting a spot check, adding a paper, and what the next step is."""

from dataclasses import dataclass

from app.services.changes import Result
from app.services.context import Acting
from db.connection import Reader, Store
from db.rows import CaseFile, Document, Enterprise, Finding, Record, Sample


@dataclass(frozen=True, slots=True)
class Step:
    """The next thing to do: fill, sample, review, sign, finish, notice, issue, serve, follow, done."""

    code: str
    record_id: str = ""
    document_id: str = ""
    form_id: str = ""


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One paper of a case: its record, the document once issued, signatures made and wanted."""

    record: Record
    document: Document | None
    signed: int
    wanted: int


@dataclass(frozen=True, slots=True)
class Folder:
    """A case file as a screen shows it."""

    case: CaseFile
    enterprise: Enterprise
    papers: tuple[PaperLine, ...]
    findings: tuple[Finding, ...]
    samples: tuple[Sample, ...]
    step: Step


@dataclass(frozen=True, slots=True)
class Started:
    """A new case and its first record."""

    case: CaseFile
    record: Record


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One row of the list of cases."""

    case: CaseFile
    enterprise_name: str
    papers: int
    open_findings: int


def start_spot_check(
    store: Store,
    act: Acting,
    enterprise_id: str,
    *,
    partner_id: str | None = None,
    campaign: str = "",
) -> Result[Started]:
    """Open a 监督抽查 case with its record prefilled from the register."""
    raise NotImplementedError


def add_paper(store: Store, act: Acting, case_id: str, form_id: str) -> Result[Record]:
    """Add a paper to a case, prefilled from the case; an open draft of the same form is reused."""
    raise NotImplementedError


def folder(reader: Reader, case_id: str) -> Folder:
    """A case with its papers, findings, samples and the next step."""
    raise NotImplementedError


def page(
    reader: Reader, *, open_only: bool = False, offset: int = 0, limit: int = 100
) -> tuple[CaseLine, ...]:
    """Cases, newest first."""
    raise NotImplementedError


def close(store: Store, case_id: str) -> Result[CaseFile]:
    """Close a case with no drafts and no open findings."""
    raise NotImplementedError

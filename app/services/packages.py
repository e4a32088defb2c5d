"""Form packages: library workbooks published once, kept by hash, read without pyxform."""

from dataclasses import dataclass

from app.services.changes import Result
from db.connection import Reader, Store
from forms.model import Form
from forms.package import Package


@dataclass(frozen=True, slots=True)
class FormLine:
    """A form one can start."""

    form_id: str
    hash: str
    version: str
    title: str
    kind: str


def refresh(store: Store) -> Result[tuple[FormLine, ...]]:
    """Publish library workbooks whose source changed since the store saw them."""
    raise NotImplementedError


def available(reader: Reader) -> tuple[FormLine, ...]:
    """The newest version of every form."""
    raise NotImplementedError


def newest(reader: Reader, form_id: str) -> Package:
    """The newest package of a form."""
    raise NotImplementedError


def by_hash(reader: Reader, package_hash: str) -> Package:
    """The very package a record was begun with."""
    raise NotImplementedError


def form_of(package: Package) -> Form:
    """The loaded form of a package, parsed once a run."""
    raise NotImplementedError

"""A published form: immutable, hashed, and read at run time without pyxform."""

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import cached_property

from forms.approval import PART, Approval, written
from forms.approval import read as read_approval
from forms.lists import Row
from forms.model import Form
from forms.page_sheet import PrintRow

ENGINE = "1"
SIZE_LIMIT = 64 * 1024 * 1024
_EPOCH = (1980, 1, 1, 0, 0, 0)


class PackageError(ValueError):
    """Bytes that are no sound package.

    ``code`` is ``not-a-package``, ``too-large``, ``part-missing``, ``part-changed`` or
    ``newer-engine``; ``part`` names the part.
    """

    def __init__(self, code: str, part: str = "") -> None:
        super().__init__(f"{code}: {part}" if part else code)
        self.code = code
        self.part = part


@dataclass(frozen=True, slots=True)
class Copy:
    """Who keeps how many copies."""

    keeper: str
    count: int


@dataclass(frozen=True, slots=True)
class Place:
    """A place to sign; an ``optional`` one is printed only when somebody stands there."""

    slot: str
    optional: bool


@dataclass(frozen=True)
class Package:
    """One version of one form with everything it needs.

    ``settings`` are the settings sheet as text, ``print_rows`` and ``label_rows`` the page,
    ``tests`` the rows of the tests sheet (``row test step name value``), ``lists`` the CSV files
    that travel with the form, ``registers`` the lists answered by the store, ``source`` the
    workbook as it was handed in, ``manifest`` the SHA-256 of every part.

    ``media`` are the pictures, sounds and films its labels name, by file name; a package without
    any has no such part.

    ``renamed`` maps names of earlier versions to those the same questions, groups and repeats have
    now: ``{"boss": "legal_rep"}``. It is the part ``renamed.json``, which packages without a
    rename do not have; ``compare_match.moved_paths`` turns it into storage paths. A name that is
    meant to be gone has "" there. ``approval`` is the word of the second person where a version
    breaks earlier drafts.
    """

    id: str
    version: str
    title: str
    form_xml: bytes
    settings: Mapping[str, str]
    print_rows: tuple[PrintRow, ...]
    label_rows: tuple[PrintRow, ...]
    tests: tuple[Mapping[str, str], ...]
    lists: Mapping[str, str]
    registers: tuple[str, ...]
    source: bytes
    source_name: str
    renamed: Mapping[str, str] = field(default_factory=dict)
    approval: Approval | None = None
    media: Mapping[str, bytes] = field(default_factory=dict)

    @cached_property
    def form(self) -> Form:
        """The form itself, loaded once."""
        from forms.xform import load

        return load(self.form_xml, self.settings)

    @cached_property
    def tables(self) -> Mapping[str, tuple[Row, ...]]:
        """The rows of the lists that travel with the form, read once.

        Raises:
            forms.attached.AttachedError: one is no table.
        """
        from forms.attached import rows_of

        return {name: rows_of(f"{name}.csv", text.encode()) for name, text in self.lists.items()}

    @cached_property
    def manifest(self) -> Mapping[str, str]:
        """Every part by name with its SHA-256 in hex."""
        return {name: hashlib.sha256(data).hexdigest() for name, data in _parts(self).items()}

    @cached_property
    def hash(self) -> str:
        """The identity of the package: the SHA-256 of its manifest in hex."""
        return hashlib.sha256(_manifest(self)).hexdigest()

    @property
    def source_hash(self) -> str:
        """The SHA-256 of the workbook in hex."""
        return self.manifest[self.source_name]

    def title_in(self, language: str) -> str:
        """The form's name; ``zh`` is the default."""
        return self._in("title", language) or self.title

    def copies(self, language: str = "zh") -> tuple[Copy, ...]:
        """Who keeps how many copies, as the settings say."""
        text = self._in("copies", language) or self.settings.get("copies", "")
        return parse_copies(text)

    def places(self) -> tuple[Place, ...]:
        """The places to sign in order."""
        return parse_signers(self.settings.get("signers", ""))

    def _in(self, name: str, language: str) -> str:
        return next(
            (
                text
                for key, text in self.settings.items()
                if key.startswith(f"{name}::") and key.endswith(f"({language})")
            ),
            "",
        )

    def to_bytes(self) -> bytes:
        """The package as one file; the same form always gives the same bytes."""
        parts = {"manifest.json": _manifest(self), **_parts(self)}
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
            for name in sorted(parts):
                archive.writestr(zipfile.ZipInfo(name, _EPOCH), parts[name])
        return buffer.getvalue()

    @staticmethod
    def from_bytes(data: bytes) -> "Package":
        """Read a package and check every part against the manifest.

        Raises:
            PackageError: see there.
        """
        parts = _unpacked(data)
        try:
            manifest = json.loads(parts.pop("manifest.json"))
            listed: Mapping[str, str] = manifest["parts"]
            engine = int(manifest["engine"])
        except (KeyError, ValueError, TypeError):
            raise PackageError("not-a-package") from None
        if engine > int(ENGINE):
            raise PackageError("newer-engine")
        for name, digest in listed.items():
            if name not in parts:
                raise PackageError("part-missing", name)
            if hashlib.sha256(parts[name]).hexdigest() != digest:
                raise PackageError("part-changed", name)
        if extra := sorted(set(parts) - set(listed)):
            raise PackageError("part-changed", extra[0])
        return _package(parts, manifest)


def parse_copies(text: str) -> tuple[Copy, ...]:
    """Copies written ``keeper=count; keeper=count``.

    Raises:
        ValueError: a count is missing or is no whole number above 0.
    """
    found = []
    for part in text.replace("；", ";").split(";"):
        if part.strip():
            keeper, _, count = part.partition("=")
            found.append(Copy(keeper.strip(), int(count)))
    if any(copy.count < 1 or not copy.keeper for copy in found):
        raise ValueError(text)
    return tuple(found)


def parse_signers(text: str) -> tuple[Place, ...]:
    """Places to sign written ``inspector-1 party witness?``."""
    return tuple(Place(word.rstrip("?"), word.endswith("?")) for word in text.split())


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True).encode()


def _parts(package: Package) -> dict[str, bytes]:
    renamed = {"renamed.json": _json(dict(package.renamed))} if package.renamed else {}
    approval = {PART: written(package.approval)} if package.approval else {}
    return {
        **renamed,
        **approval,
        "form.xml": package.form_xml,
        "settings.json": _json(dict(package.settings)),
        "print.json": _json([asdict(row) for row in package.print_rows]),
        "label.json": _json([asdict(row) for row in package.label_rows]),
        "tests.json": _json([dict(row) for row in package.tests]),
        package.source_name: package.source,
        **{f"lists/{name}.csv": text.encode() for name, text in package.lists.items()},
        **{f"media/{name}": data for name, data in package.media.items()},
    }


def _manifest(package: Package) -> bytes:
    return _json(
        {
            "engine": ENGINE,
            "id": package.id,
            "version": package.version,
            "title": package.title,
            "registers": list(package.registers),
            "source": package.source_name,
            "parts": dict(package.manifest),
        }
    )


def _unpacked(data: bytes) -> dict[str, bytes]:
    if len(data) > SIZE_LIMIT:
        raise PackageError("too-large")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(part.file_size for part in archive.infolist()) > SIZE_LIMIT:
                raise PackageError("too-large")
            return {part.filename: archive.read(part) for part in archive.infolist()}
    except (zipfile.BadZipFile, EOFError, RuntimeError, OSError):
        raise PackageError("not-a-package") from None


def _package(parts: Mapping[str, bytes], manifest: Mapping[str, object]) -> Package:
    try:
        return Package(
            id=str(manifest["id"]),
            version=str(manifest["version"]),
            title=str(manifest["title"]),
            form_xml=parts["form.xml"],
            settings=json.loads(parts["settings.json"]),
            print_rows=tuple(PrintRow(**row) for row in json.loads(parts["print.json"])),
            label_rows=tuple(PrintRow(**row) for row in json.loads(parts["label.json"])),
            tests=tuple(json.loads(parts["tests.json"])),
            lists={
                name.removeprefix("lists/").removesuffix(".csv"): data.decode()
                for name, data in parts.items()
                if name.startswith("lists/")
            },
            registers=tuple(manifest["registers"]),  # type: ignore[arg-type]  # a JSON array
            source=parts[str(manifest["source"])],
            source_name=str(manifest["source"]),
            renamed=_renamed(parts.get("renamed.json", b"{}")),
            approval=read_approval(parts[PART]) if PART in parts else None,
            media={
                name.removeprefix("media/"): data
                for name, data in parts.items()
                if name.startswith("media/")
            },
        )
    except (KeyError, ValueError, TypeError):
        raise PackageError("not-a-package") from None


def _renamed(data: bytes) -> dict[str, str]:
    return {str(old): str(new) for old, new in dict(json.loads(data)).items()}

"""The library's workbooks as packages made beforehand, so that a first start need not publish them.

``python -m forms build`` makes them: one file a form in ``forms/built``, each made again when its
workbook, our code or pyxform changed. A package is only believed when it was made from the very
workbook that stands in the library; else it is as if it were not there.
"""

import hashlib
import os
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from importlib.metadata import version
from pathlib import Path

from forms.package import Package, PackageError
from forms.publish_problems import Problem, PublishError
from forms.writing import write_whole

HERE = Path(__file__).parent
LIBRARY = HERE / "library"
BUILT = HERE / "built"
_STAMP = "stamp"
_SUFFIX = ".xjform"
_MANY = 3


def package_of(source: Path, digest: str, built: Path = BUILT) -> Package | None:
    """The package made beforehand from a workbook with this SHA-256; None where there is none."""
    try:
        found = Package.from_bytes((built / (source.parent.name + _SUFFIX)).read_bytes())
    except (OSError, PackageError):
        return None
    return found if found.source_hash == digest else None


def build(library: Path = LIBRARY, built: Path = BUILT) -> tuple[str, ...]:
    """Make what is missing or stale; gives the ids of the forms that were made.

    Raises:
        PublishError: a workbook is wrong; the others are made all the same.
        OSError: a package cannot be written.
    """
    stamp = _code()
    stale = not _is(built / _STAMP, stamp)
    sources = sorted(library.glob("*/form.md"))
    wanted = [one for one in sources if stale or not _fresh(one, built)]
    built.mkdir(parents=True, exist_ok=True)
    for left in built.glob(f"*{_SUFFIX}"):
        if left.stem not in {one.parent.name for one in sources}:
            left.unlink()
    problems: list[Problem] = []
    made = []
    for source, (data, wrong) in zip(wanted, _published(wanted), strict=True):
        problems += wrong
        if data:
            write_whole(built / (source.parent.name + _SUFFIX), data)
            made.append(source.parent.name)
    if problems:
        raise PublishError(tuple(problems))
    write_whole(built / _STAMP, stamp.encode())
    return tuple(made)


def _fresh(source: Path, built: Path) -> bool:
    digest = hashlib.sha256(source.read_bytes()).hexdigest()
    return package_of(source, digest, built) is not None


def _published(sources: list[Path]) -> Iterable[tuple[bytes, tuple[Problem, ...]]]:
    """Packages as bytes or what is wrong, on every core where there is much to do."""
    if len(sources) < _MANY:
        return [_one(source) for source in sources]
    with ProcessPoolExecutor(min(len(sources), os.cpu_count() or 1)) as pool:
        return list(pool.map(_one, sources))


def _one(source: Path) -> tuple[bytes, tuple[Problem, ...]]:
    from forms.publish import publish

    try:
        return publish(source).to_bytes(), ()
    except PublishError as error:
        return b"", error.problems


def _code() -> str:
    """What a package depends on beside its workbook: our code, and pyxform."""
    digest = hashlib.sha256(version("pyxform").encode())
    for path in sorted(HERE.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _is(path: Path, text: str) -> bool:
    try:
        return path.read_text(encoding="utf-8") == text
    except OSError:
        return False

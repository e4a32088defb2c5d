"""Reads one workbook from its input and writes what it is worth: ``python -m hub.workbook_reader``.

Only ``hub.workbooks`` starts it. It bounds itself before it reads, and ends with its work.
"""

import hashlib
import sys
import tempfile
from pathlib import Path

import msgspec

from forms.built import LIBRARY, package_of
from forms.package import Package
from forms.publish_problems import PublishError
from hub.workbooks import MEMORY, MOST_BYTES, SECONDS, SUFFIXES, Asked, Looked

_ROOM = 64 << 20


def main() -> None:
    """Answer what is asked."""
    _bound()
    asked = msgspec.msgpack.decode(sys.stdin.buffer.read(_ROOM), type=Asked)
    answer = _marked(asked) if asked.marked else _looked(asked)
    sys.stdout.buffer.write(msgspec.msgpack.encode(answer))


def _bound() -> None:
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (_ROOM, _ROOM))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _looked(asked: Asked) -> Looked:
    from forms.beside import checked

    try:
        package, previous = _published(asked)
    except PublishError as error:
        return Looked(error.problems)
    found = checked(package, previous)
    return Looked(
        (),
        package.to_bytes(),
        package.hash,
        package.id,
        package.version,
        package.title,
        previous.hash if previous else "",
        previous.version if previous else "",
        found.newer,
        found.differences,
        len(found.grave),
        tuple(one.facts["name"] for one in found.unmapped),
        len({row["test"] for row in package.tests if row.get("test")}),
    )


def _marked(asked: Asked) -> bytes:
    from forms.publish_marked import marked

    try:
        _published(asked)
    except PublishError as error:
        return marked(asked.source, error.problems, asked.name, language=asked.marked)
    return marked(asked.source, (), asked.name, language=asked.marked)


def _published(asked: Asked) -> tuple[Package, Package | None]:
    """The package of a workbook and the one in use, whose lists and pictures lie beside it.

    Raises:
        PublishError: with every problem of the workbook.
    """
    from forms.publish import publish
    from forms.publish_workbook import suffix_of

    previous = _used(asked)
    kind = suffix_of(asked.source, asked.name)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"form{kind if kind in SUFFIXES else '.unknown'}"
        path.write_bytes(asked.source[: MOST_BYTES + 1])
        if previous is not None:
            _put_beside(path.parent, previous)
        return publish(path), previous


def _used(asked: Asked) -> Package | None:
    """The version in use of the form a workbook is of: the bureau's, else the delivered one."""
    from forms.publish import publish
    from forms.publish_headings import english
    from forms.publish_settings import settings_of
    from forms.publish_workbook import read

    form_id = settings_of(english(read(asked.source, asked.name))).get("form_id", "")
    if form_id in asked.used:
        return Package.from_bytes(asked.used[form_id])
    source = LIBRARY / form_id / "form.md"
    if not form_id or Path(form_id).name != form_id or not source.is_file():
        return None
    digest = hashlib.sha256(source.read_bytes()).hexdigest()
    return package_of(source, digest) or publish(source)


def _put_beside(folder: Path, package: Package) -> None:
    from forms.publish_media import FOLDER

    for name, text in package.lists.items():
        (folder / Path(f"{name}.csv").name).write_text(text, encoding="utf-8")
    (folder / FOLDER).mkdir()
    for name, data in package.media.items():
        (folder / FOLDER / Path(name).name).write_bytes(data)


if __name__ == "__main__":
    main()

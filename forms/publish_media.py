"""The pictures, sounds and films a form's labels name, found beside its workbook."""

import re
from html import unescape
from pathlib import Path

from forms.publish_problems import PublishError, problem

FOLDER = "media"
MOST_BYTES = 16 * 1024 * 1024
"""Bytes of one file; a form is carried to every laptop."""

MOST_TOGETHER = 32 * 1024 * 1024
"""Bytes of all; with workbook and lists a package must stay below what is ever read again."""

_NAMED = re.compile(r"jr://(?:images|audio|video)/([^<>\"]+)")


def media_beside(source: Path | bytes, form_xml: bytes) -> dict[str, bytes]:
    """The files a form names that lie beside its workbook or in the folder ``media`` there.

    A file that is not there is no error: the screen says so in the place of the picture.

    Raises:
        PublishError: a file is too large, all together are, or one cannot be read.
    """
    if not isinstance(source, Path):
        return {}
    found = {}
    for written in sorted(set(_NAMED.findall(form_xml.decode(errors="replace")))):
        name = unescape(written).strip()
        if name != Path(name).name:  # no way out of the folder
            continue
        places = (source.parent / FOLDER / name, source.with_name(name))
        path = next((one for one in places if one.is_file()), None)
        if path is not None:
            found[name] = _bytes_of(path)
            if sum(map(len, found.values())) > MOST_TOGETHER:
                most = str(MOST_TOGETHER // 1024**2)
                raise PublishError((problem("media-too-much", limit=most),))
    return found


def _bytes_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            most = str(MOST_BYTES // 1024**2)
            raise PublishError((problem("media-too-large", path.name, limit=most),))
        return path.read_bytes()
    except OSError:
        raise PublishError((problem("file-unreadable", file=path),)) from None

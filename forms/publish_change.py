"""An .xlsx opened whole, to be changed and saved again, once it is known to be safe.

Reading goes row by row and believes nothing; changing needs openpyxl's whole model, which makes
every cell a file claims to have merged: seventeen thousand million of them, if it says so.
"""

import re
import warnings
import zipfile
from io import BytesIO
from typing import Any

from forms.publish_problems import PublishError
from forms.publish_spreadsheet import check_unpacked
from forms.publish_tables import MEGABYTE

CHANGE_LIMIT = 12 * MEGABYTE  # unpacked; openpyxl needs fifty times as much in memory
MERGED_LIMIT = 100_000  # cells
_MERGE = re.compile(rb"mergeCell\b([^>]*)")
_AREA = re.compile(rb"""\sref\s*=\s*["']([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?["']""")
_ENCODING = re.compile(rb"""^[^>]*?\sencoding\s*=\s*["']([^"']*)""")


def open_for_change(data: bytes) -> Any:
    """The workbook with its looks and rules; None when it is no .xlsx, too large or not safe."""
    import openpyxl

    if not data.startswith(b"PK"):
        return None
    try:
        check_unpacked(data, CHANGE_LIMIT)
        with zipfile.ZipFile(BytesIO(data)) as archive:
            merged = sum(_merged(archive.read(part)) for part in archive.infolist())
        if merged > MERGED_LIMIT:
            return None
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what openpyxl cannot keep is not in the copy
            return openpyxl.load_workbook(BytesIO(data), keep_links=False)
    except PublishError:
        return None
    except Exception:  # noqa: BLE001 - openpyxl raises whatever a crafted part makes it stumble on
        return None


def _merged(part: bytes) -> int:
    """How many cells a part of the file merges; too many when that cannot be told for sure."""
    from openpyxl.utils import column_index_from_string

    text = part.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not text.startswith(b"<"):
        wide = part.startswith((b"\0", b"\xfe\xff", b"\xff\xfe"))  # may be XML in UTF-16
        return MERGED_LIMIT + 1 if wide else 0
    encoding = _ENCODING.search(text[:200])
    plain = encoding is None or encoding.group(1).lower() in {b"utf-8", b"us-ascii", b"ascii"}
    if not plain or b"\0" in text or b"<!D" in text or b"<!E" in text:
        return MERGED_LIMIT + 1
    total = 0
    for match in _MERGE.finditer(text):
        area = _AREA.search(match.group(1))
        if area is None:
            return MERGED_LIMIT + 1
        left, top, right, bottom = area.groups()
        columns = [column_index_from_string(side.decode()) for side in (left, right or left)]
        rows = [int(top), int(bottom or top)]
        total += (abs(columns[1] - columns[0]) + 1) * (abs(rows[1] - rows[0]) + 1)
    return total

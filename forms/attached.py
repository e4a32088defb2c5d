"""Lists that travel with a form as files: CSV, XML and GeoJSON become rows of text cells.

Rows have at least ``name`` (the stored value) and ``label``, whatever the file calls them: ``id``
and ``title`` of a GeoJSON feature, ``itextId`` aside. The layouts are those of the ODK XForms
specification, "Secondary instances - external".
"""

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from forms.lists import Row
from forms.markup import read

SUFFIXES = (".csv", ".xml", ".geojson")
MAX_BYTES = 32 * 1024 * 1024
MAX_ROWS = 500_000
MAX_CELL = 100_000
_LINES = {"LineString": 1, "Polygon": 2}


class AttachedError(ValueError):
    """A list that cannot be read; ``code`` is ``too-large kind damaged`` and ``facts`` say where."""

    def __init__(self, code: str, **facts: str) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts: Mapping[str, str] = facts


def rows_of(name: str, data: bytes) -> tuple[Row, ...]:
    """The rows of an attached file; ``name`` tells its kind by its suffix.

    Raises:
        AttachedError: too large, of another kind, or not what its name says.
    """
    if len(data) > MAX_BYTES:
        raise AttachedError("too-large", file=name, limit=str(MAX_BYTES))
    suffix = "." + name.rpartition(".")[2].lower()
    reader = {".csv": _csv, ".xml": _xml, ".geojson": _geojson}.get(suffix)
    if reader is None:
        raise AttachedError("kind", file=name, known=" ".join(SUFFIXES))
    try:
        rows = tuple(_named(row) for row in islice(reader(data), MAX_ROWS + 1))
    except (csv.Error, ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        raise AttachedError("damaged", file=name, reason=str(error)[:200]) from error
    if len(rows) > MAX_ROWS:
        raise AttachedError("too-large", file=name, limit=str(MAX_ROWS))
    return rows


def _named(row: dict[str, str]) -> Row:
    """Give a row its stored value and its words under the names every list has."""
    row.setdefault("name", row.get("id") or row.get("value") or "")
    row.setdefault("label", row.get("title") or row["name"])
    return row


def _csv(data: bytes) -> Iterator[dict[str, str]]:
    text = data.decode("utf-8-sig")
    limit = csv.field_size_limit(MAX_CELL)
    try:
        for row in csv.DictReader(io.StringIO(text, newline="")):
            yield {head.strip(): cell or "" for head, cell in row.items() if isinstance(head, str)}
    finally:
        csv.field_size_limit(limit)


def _xml(data: bytes) -> Iterator[dict[str, str]]:
    root, _prefixes = read(data)
    for item in root:
        yield {str(cell.tag): "".join(cell.itertext()).strip() for cell in item}


def _geojson(data: bytes) -> Iterator[dict[str, str]]:
    document = json.loads(data)
    if document["type"] != "FeatureCollection":
        raise ValueError(document["type"])
    for feature in document["features"]:
        row = {key: _text(value) for key, value in (feature.get("properties") or {}).items()}
        if "id" in feature:
            row["id"] = _text(feature["id"])
        row["geometry"] = _geometry(feature.get("geometry") or {})
        yield row


def _geometry(geometry: Mapping[str, Any]) -> str:
    """A point as ``latitude longitude altitude accuracy``, a line or an outline as several."""
    kind, places = geometry.get("type"), geometry.get("coordinates", ())
    if kind == "Point":
        return _point(places)
    if kind not in _LINES:
        return ""
    outline = places if _LINES[kind] == 1 else places[0]
    return "; ".join(map(_point, outline))


def _point(place: Sequence[float]) -> str:
    longitude, latitude, *height = place
    return f"{latitude} {longitude} {height[0] if height else 0} 0"


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False)

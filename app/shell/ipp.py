"""The little of the Internet Printing Protocol that says how a printer and a job are.

Encoding after RFC 8010, operations and states after RFC 8011; CUPS answers the same on
its own socket. Pure: bytes in, values out.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

GET_JOB_ATTRIBUTES = 0x0009
GET_PRINTERS = 0x4002  # CUPS
NOT_FOUND = 0x0406

_VERSION = 0x0101
_OPERATION, _END = 0x01, 0x03
_LAST_DELIMITER = 0x0F
_INTEGER, _BOOLEAN, _ENUM = 0x21, 0x22, 0x23
_KEYWORD, _URI, _CHARSET, _LANGUAGE = 0x44, 0x45, 0x47, 0x48
_FIRST_TEXT, _LAST_TEXT = 0x41, 0x4F
_TEXT_WITH_LANGUAGE, _NAME_WITH_LANGUAGE = 0x35, 0x36

Value = int | str | bool
Group = Mapping[str, tuple[Value, ...]]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a printing system answered: a status and groups of named values."""

    status: int
    groups: tuple[Group, ...]

    @property
    def good(self) -> bool:
        """Whether the request was carried out."""
        return self.status < 0x0100


def request(operation: int, uri: str | None, wanted: tuple[str, ...]) -> bytes:
    """Write a request for the `wanted` attributes of what `uri` names."""
    parts = [struct.pack(">HHI", _VERSION, operation, 1), bytes([_OPERATION])]
    parts.append(_attribute(_CHARSET, "attributes-charset", "utf-8"))
    parts.append(_attribute(_LANGUAGE, "attributes-natural-language", "en"))
    if uri is not None:
        parts.append(_attribute(_URI, "job-uri", uri))
    for number, name in enumerate(wanted):
        parts.append(_attribute(_KEYWORD, "" if number else "requested-attributes", name))
    parts.append(bytes([_END]))
    return b"".join(parts)


def read_answer(data: bytes) -> Answer:
    """Read an answer; raises ValueError when it is cut short or no IPP at all."""
    try:
        _, status, _ = struct.unpack_from(">HHI", data)
        groups: list[dict[str, tuple[Value, ...]]] = []
        name = ""
        for tag, found, value in _tokens(data):
            if tag <= _LAST_DELIMITER:
                groups.append({})
            elif groups:
                name = found or name  # an empty name: one more value of the same
                groups[-1][name] = (*groups[-1].get(name, ()), value)
    except (struct.error, IndexError) as error:
        raise ValueError("the printing system's answer is cut short") from error
    return Answer(status, tuple(groups))


def _attribute(tag: int, name: str, value: str) -> bytes:
    parts = (name.encode(), value.encode())
    return bytes([tag]) + b"".join(struct.pack(">H", len(part)) + part for part in parts)


def _tokens(data: bytes) -> Iterator[tuple[int, str, Value]]:
    """Yield delimiters (with nothing) and attributes in the order they stand."""
    place = 8
    while (tag := data[place]) != _END:
        place += 1
        if tag <= _LAST_DELIMITER:
            yield tag, "", ""
            continue
        name, place = _field(data, place)
        value, place = _field(data, place)
        yield tag, name.decode("utf-8", "replace"), _value(tag, value)


def _field(data: bytes, place: int) -> tuple[bytes, int]:
    (length,) = struct.unpack_from(">H", data, place)
    end = place + 2 + length
    if end > len(data):
        raise IndexError(end)
    return data[place + 2 : end], end


def _value(tag: int, data: bytes) -> Value:
    if tag in {_INTEGER, _ENUM}:
        return int(struct.unpack(">i", data)[0])
    if tag == _BOOLEAN:
        return data == b"\x01"
    if tag in {_TEXT_WITH_LANGUAGE, _NAME_WITH_LANGUAGE}:
        language, after = _field(data, 0)
        del language
        data, _ = _field(data, after)
    elif not _FIRST_TEXT <= tag <= _LAST_TEXT:
        return data.hex()
    return data.decode("utf-8", "replace")

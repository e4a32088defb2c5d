"""Functions on texts."""

import base64
import hashlib
import re
import secrets
import uuid
import zlib
from decimal import Decimal

from forms.expressions import patterns
from forms.expressions.errors import EvaluationError
from forms.expressions.nodes import Node
from forms.expressions.registry import Functions
from forms.expressions.scope import Closure, Scope
from forms.expressions.values import NAN, Value, to_boolean, to_number, to_text

FUNCTIONS = Functions()
_SPACES = re.compile(r"[ \t\r\n\u3000]+")
_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"


@FUNCTIONS.add("string(value?)", 0, 1)
def _string(scope: Scope, value: Value | None = None) -> Value:
    """The text of a value, or of the context node."""
    return scope.node.text() if value is None else to_text(value)


@FUNCTIONS.add("concat(value, …)", 0, None)
def _concat(_scope: Scope, *values: Value) -> Value:
    """Texts one after another; nodes give the text of each."""
    return "".join(text for value in values for text in _texts(value))


def _texts(value: Value) -> list[str]:
    return [node.text() for node in value] if isinstance(value, list) else [to_text(value)]


@FUNCTIONS.add("join(separator, value, …)", 1, None)
def _join(_scope: Scope, separator: Value, *values: Value) -> Value:
    """Texts with a separator between them; nodes give the text of each."""
    return to_text(separator).join(text for value in values for text in _texts(value))


@FUNCTIONS.add("starts-with(text, start)", 2, 2)
def _starts_with(_scope: Scope, text: Value, start: Value) -> Value:
    """Whether a text begins with another."""
    return to_text(text).startswith(to_text(start))


@FUNCTIONS.add("ends-with(text, end)", 2, 2)
def _ends_with(_scope: Scope, text: Value, end: Value) -> Value:
    """Whether a text ends with another."""
    return to_text(text).endswith(to_text(end))


@FUNCTIONS.add("contains(text, part)", 2, 2)
def _contains(_scope: Scope, text: Value, part: Value) -> Value:
    """Whether a text contains another."""
    return to_text(part) in to_text(text)


@FUNCTIONS.add("substring-before(text, mark)", 2, 2)
def _substring_before(_scope: Scope, text: Value, mark: Value) -> Value:
    """What stands before the first mark, nothing when there is none."""
    before, found, _ = _partition(to_text(text), to_text(mark))
    return before if found else ""


@FUNCTIONS.add("substring-after(text, mark)", 2, 2)
def _substring_after(_scope: Scope, text: Value, mark: Value) -> Value:
    """What stands after the first mark, nothing when there is none."""
    _, found, after = _partition(to_text(text), to_text(mark))
    return after if found else ""


def _partition(text: str, mark: str) -> tuple[str, bool, str]:
    if not mark:
        return "", True, text
    before, found, after = text.partition(mark)
    return before, bool(found), after


@FUNCTIONS.add("substring(text, start, length?)", 2, 3)
def _substring(scope: Scope, text: Value, start: Value, length: Value | None = None) -> Value:
    """A part of a text; the first character is number 1 (XPath 1.0, 4.2)."""
    words = to_text(text)
    first = _rounded(to_number(start, scope.world.zone))
    if length is None:
        end = Decimal("Infinity")
    else:
        size = _rounded(to_number(length, scope.world.zone))
        opposite = first.is_infinite() and size.is_infinite() and first.is_signed()
        end = NAN if opposite or first.is_nan() or size.is_nan() else first + size
    if first.is_nan() or end.is_nan():
        return ""
    return "".join(letter for place, letter in enumerate(words, 1) if first <= place < end)


def _rounded(number: Decimal) -> Decimal:
    return number.to_integral_value("ROUND_HALF_UP") if number.is_finite() else number


@FUNCTIONS.add("substr(text, start, end?)", 2, 3)
def _substr(scope: Scope, text: Value, start: Value, end: Value | None = None) -> Value:
    """A part of a text; the first character is number 0, negative numbers count from the end."""
    words = to_text(text)
    first = _place(to_number(start, scope.world.zone), len(words))
    last = len(words) if end is None else _place(to_number(end, scope.world.zone), len(words))
    return words[first:last]


def _place(number: Decimal, size: int) -> int:
    if number.is_nan():
        return 0
    place = max(Decimal(-size), min(Decimal(size), number))
    return int(place) + (size if place < 0 else 0)


@FUNCTIONS.add("string-length(text?)", 0, 1)
def _string_length(scope: Scope, text: Value | None = None) -> Value:
    """The number of characters."""
    return Decimal(len(scope.node.text() if text is None else to_text(text)))


@FUNCTIONS.add("normalize-space(text?)", 0, 1)
def _normalize_space(scope: Scope, text: Value | None = None) -> Value:
    """The text without spaces around it and with single spaces within."""
    words = scope.node.text() if text is None else to_text(text)
    return _SPACES.sub(" ", words).strip(" ")


@FUNCTIONS.add("translate(text, from, to)", 3, 3)
def _translate(_scope: Scope, text: Value, old: Value, new: Value) -> Value:
    """The text with each character of the second replaced by the one of the third below it."""
    old_letters, new_letters = to_text(old), to_text(new)
    table: dict[int, str] = {}
    for place, letter in enumerate(old_letters):
        table.setdefault(ord(letter), new_letters[place : place + 1])
    return to_text(text).translate(table)


@FUNCTIONS.add("upper-case(text)", 1, 1)
def _upper_case(_scope: Scope, text: Value) -> Value:
    """The text in capitals."""
    return to_text(text).upper()


@FUNCTIONS.add("lower-case(text)", 1, 1)
def _lower_case(_scope: Scope, text: Value) -> Value:
    """The text in small letters."""
    return to_text(text).lower()


@FUNCTIONS.add("replace(text, pattern, replacement)", 3, 3)
def _replace(_scope: Scope, text: Value, pattern: Value, new: Value) -> Value:
    """The text with everything that matches a pattern replaced."""
    return patterns.replaced(to_text(pattern), to_text(text), to_text(new))


@FUNCTIONS.add("regex(text, pattern)", 2, 2)
def _regex(_scope: Scope, text: Value, pattern: Value) -> Value:
    """Whether a pattern is found in the text; ``^`` and ``$`` bind it to the ends."""
    return patterns.found(to_text(pattern), to_text(text))


@FUNCTIONS.add("uuid(length?)", 0, 1, volatile=True)
def _uuid(scope: Scope, length: Value | None = None) -> Value:
    """A new random identifier, or so many random letters and digits."""
    if length is None:
        return str(uuid.uuid4())
    size = to_number(length, scope.world.zone)
    count = int(size) if size.is_finite() and 0 < size <= 4096 else 0
    return "".join(secrets.choice(_ALPHABET) for _ in range(count))


@FUNCTIONS.add("digest(text, algorithm, encoding?)", 2, 3)
def _digest(_scope: Scope, text: Value, algorithm: Value, encoding: Value = "base64") -> Value:
    """The checksum of a text: MD5, SHA-1, SHA-256, SHA-384 or SHA-512, as base64 or hex."""
    name = to_text(algorithm).lower().replace("-", "")
    if name not in {"md5", "sha1", "sha256", "sha384", "sha512"}:
        raise EvaluationError(f"unknown algorithm {name!r}")
    found = hashlib.new(name, to_text(text).encode(), usedforsecurity=False).digest()
    match to_text(encoding).lower():
        case "hex":
            return found.hex()
        case "base64":
            return base64.b64encode(found).decode()
        case other:
            raise EvaluationError(f"unknown encoding {other!r}")


@FUNCTIONS.add("base64-decode(text)", 1, 1)
def _base64_decode(_scope: Scope, text: Value) -> Value:
    """The text behind a base64 code."""
    try:
        return base64.b64decode(to_text(text)).decode("utf-8", "replace")
    except ValueError:
        return ""


@FUNCTIONS.add("checksum(text)", 1, 1)
def _checksum(_scope: Scope, text: Value) -> Value:
    """A short number that changes with the text (CRC-32)."""
    return Decimal(zlib.crc32(to_text(text).encode()))


@FUNCTIONS.add("pulldata(list, column, key-column, key)", 4, 4)
def _pulldata(scope: Scope, name: Value, column: Value, key_column: Value, key: Value) -> Value:
    """One cell of a list: the column of the row whose key column holds the key.

    ``@x`` is the column a list in XML keeps in the attribute x of its rows.
    """
    wanted, where = to_text(key), to_text(key_column).strip()
    if not wanted:
        return ""
    list_id = to_text(name).removesuffix(".csv")
    by_cell = {} if where.startswith("@") else {where: wanted}
    for row in scope.world.items(list_id, by_cell):
        if by_cell or _cell(row, where) == wanted:
            return _cell(row, to_text(column).strip())
    return ""


def _cell(row: Node, column: str) -> str:
    if column.startswith("@"):
        return next((one.value for one in row.attributes if one.name == column[1:]), "")
    return to_text(row.named(column))


@FUNCTIONS.add("jr:itext(id)", 1, 1)
def _itext(scope: Scope, key: Value) -> Value:
    """The words of the form under an id, in the session's language."""
    return scope.world.words(to_text(key), scope.origin)


@FUNCTIONS.add("jr:choice-name(value, question)", 2, 2)
def _choice_name(scope: Scope, value: Value, path: Value) -> Value:
    """The label of a chosen value in the session's language."""
    return scope.world.choice_name(_template(to_text(path).strip(), scope.origin), to_text(value))


def _template(path: str, node: Node) -> str:
    """A quoted path as a template path; pyxform writes it relative to the node inside repeats."""
    if path.startswith("/"):
        return path
    names: list[str] = []
    above: Node | None = node
    while above is not None and above.parent is not None:
        names.insert(0, above.name)
        above = above.parent
    for step in path.split("/"):
        if step == "..":
            names = names[:-1]
        elif step not in {".", "", "current()"}:
            names.append(step)
    return "/" + "/".join(names)


@FUNCTIONS.add("property(name)", 1, 1)
def _property(scope: Scope, name: Value) -> Value:
    """A fact about the person or the device, such as ``username``."""
    return scope.world.meta.get(to_text(name), "")


@FUNCTIONS.add("version()", 0, 0)
def _version(scope: Scope) -> Value:
    """The version of the form."""
    return scope.world.meta.get("version", "")


@FUNCTIONS.add("cond-text(condition, text)", 2, 2, lazy=True)
def _cond_text(scope: Scope, condition: Closure, text: Closure) -> Value:
    """The text when the condition holds, else nothing: for labels and print sheets."""
    return to_text(text(scope)) if to_boolean(condition(scope)) else ""


@FUNCTIONS.add("extract-signed(text, key)", 2, 2)
def _extract_signed(_scope: Scope, text: Value, key: Value) -> Value:
    """What a signed code says; empty unless its Ed25519 signature is right (both base64)."""
    import base64
    import binascii

    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        signed = base64.b64decode(to_text(text), validate=True)
        public = Ed25519PublicKey.from_public_bytes(base64.b64decode(to_text(key), validate=True))
        public.verify(signed[:64], signed[64:])
        return signed[64:].decode()
    except (binascii.Error, ValueError, InvalidSignature):
        return ""

"""What a file is by its content, whatever its name says, and what a question takes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.services import pictures

OTHER = "application/octet-stream"
PROGRAM = "application/x-executable"

_HEAD = 8192
_BEGINNINGS = (
    (b"%PDF-", "application/pdf"),
    (b"fLaC", "audio/flac"),
    (b"#!AMR", "audio/amr"),
    (b"ID3", "audio/mpeg"),
    (b"MThd", "audio/midi"),
    (b"\xff\xf1", "audio/aac"),
    (b"\xff\xf9", "audio/aac"),
    (b"\x00\x00\x01\xba", "video/mpeg"),
    (b"\x00\x00\x01\xb3", "video/mpeg"),
    (b"FLV\x01", "video/x-flv"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (b"{\\rtf", "application/rtf"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"\x1f\x8b", "application/gzip"),
    (b"MZ", PROGRAM),
    (b"\x7fELF", PROGRAM),
    (b"\xcf\xfa\xed\xfe", PROGRAM),
    (b"#!/", PROGRAM),
)
_BRANDS = (
    (b"M4A", "audio/mp4"),
    (b"M4B", "audio/mp4"),
    (b"qt  ", "video/quicktime"),
    (b"3g", "video/3gpp"),
    (b"hei", "image/heic"),
    (b"mif1", "image/heic"),
    (b"avif", "image/avif"),
)
_PACKED = (
    (b"word/document", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    (b"xl/workbook", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    (
        b"ppt/presentation",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ),
    (b"OFD.xml", "application/ofd"),
    (b"opendocument.text", "application/vnd.oasis.opendocument.text"),
    (b"opendocument.spreadsheet", "application/vnd.oasis.opendocument.spreadsheet"),
)
_CHUNKED = {
    b"WAVE": "audio/wav",
    b"AVI ": "video/x-msvideo",
    b"AIFF": "audio/aiff",
    b"AIFC": "audio/aiff",
}
_ASF = bytes.fromhex("3026b2758e66cf11")
_ASF_VIDEO = bytes.fromhex("c0ef19bc4d5bcf11a8fd00805f5c442b")

SUFFIXES = {
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/webp": ".webp",
    "image/gif": ".gif",
    "image/bmp": ".bmp",
    "image/tiff": ".tif",
    "image/heic": ".heic",
    "audio/wav": ".wav",
    "audio/mpeg": ".mp3",
    "audio/mp4": ".m4a",
    "audio/aac": ".aac",
    "audio/ogg": ".ogg",
    "audio/flac": ".flac",
    "audio/amr": ".amr",
    "audio/x-ms-wma": ".wma",
    "audio/webm": ".webm",
    "audio/aiff": ".aiff",
    "video/mp4": ".mp4",
    "video/quicktime": ".mov",
    "video/3gpp": ".3gp",
    "video/webm": ".webm",
    "video/x-matroska": ".mkv",
    "video/x-msvideo": ".avi",
    "video/x-ms-wmv": ".wmv",
    "video/mpeg": ".mpg",
    "video/x-flv": ".flv",
    "video/ogg": ".ogv",
    "application/pdf": ".pdf",
    "application/ofd": ".ofd",
    "application/rtf": ".rtf",
    "text/plain": ".txt",
    _PACKED[0][1]: ".docx",
    _PACKED[1][1]: ".xlsx",
    _PACKED[2][1]: ".pptx",
    _PACKED[4][1]: ".odt",
    _PACKED[5][1]: ".ods",
}
"""The ending a kind of file gets when it leaves the program; others are not handed out."""

_ALSO = {
    ".jpeg": "image/jpeg",
    ".tiff": "image/tiff",
    ".csv": "text/plain",
    ".doc": "application/x-ole-storage",
    ".xls": "application/x-ole-storage",
    ".ppt": "application/x-ole-storage",
    ".wps": "application/x-ole-storage",
    ".et": "application/x-ole-storage",
    ".zip": "application/zip",
    ".rar": "application/vnd.rar",
    ".7z": "application/x-7z-compressed",
}
_BY_SUFFIX = {suffix: kind for kind, suffix in SUFFIXES.items()} | _ALSO
_SAME = {
    "application/msword": "application/x-ole-storage",
    "application/vnd.ms-excel": "application/x-ole-storage",
    "application/vnd.ms-powerpoint": "application/x-ole-storage",
    "text/csv": "text/plain",
    "audio/x-wav": "audio/wav",
    "audio/wave": "audio/wav",
    "audio/mp3": "audio/mpeg",
    "audio/x-m4a": "audio/mp4",
    "image/jpg": "image/jpeg",
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a question takes: ``kind`` is ``image audio video file``, ``accept`` the form's list.

    ``accept`` holds media types (``image/*``, ``application/pdf``) and endings (``.doc``).
    """

    kind: str
    accept: tuple[str, ...] = ()

    def takes(self, found: str, name: str) -> bool:
        """Whether a file of a kind found by content may answer; a program never may."""
        if found == PROGRAM:
            return False
        family = found.partition("/")[0]
        if self.kind not in {"file", family}:
            return False
        return not self.accept or any(_fits(one, found, name) for one in self.accept)

    def patterns(self) -> tuple[str, ...]:
        """The endings a file dialogue should offer; none when every file may be chosen."""
        if any(one in {"*/*", "application/*"} for one in self.accept):
            return ()
        wanted = self.accept or ((f"{self.kind}/*",) if self.kind != "file" else ())
        found: dict[str, None] = {}
        for one in wanted:
            found.update(dict.fromkeys(_suffixes(one)))
        return tuple(found)


def wanted_of(kind: str, told: Mapping[str, str]) -> Wanted:
    """What a question of a kind takes, by the ``accept`` and ``mediatype`` of its control."""
    accept = [part.strip().lower() for part in told.get("accept", "").split(",") if part.strip()]
    written = told.get("mediatype", "").strip().lower()
    if not accept and written and written not in {f"{kind}/*", "application/*"}:
        accept = [written]
    return Wanted(kind, tuple(accept))


def kind_of(data: bytes) -> str:
    """The media type of a file by what it holds; ``OTHER`` where nothing is known."""
    head = data[:_HEAD]
    picture = pictures.sniff(head[: pictures.HEAD])
    if picture is not None:
        return picture
    found = next((kind for begin, kind in _BEGINNINGS if head.startswith(begin)), "")
    return found or _boxed(data, head) or _text(head) or OTHER


def _boxed(data: bytes, head: bytes) -> str:
    """Kinds told by what stands further inside: containers of sound and film, packed papers."""
    found = ""
    if head.startswith((b"RIFF", b"FORM")):
        found = _CHUNKED.get(head[8:12], "")
    elif head.startswith(b"OggS"):
        found = "video/ogg" if b"theora" in head else "audio/ogg"
    elif head[4:8] == b"ftyp":
        found = _film(data, head[8:12])
    elif head.startswith(b"\x1a\x45\xdf\xa3"):
        family = "audio" if b"A_" in head and b"V_" not in head else "video"
        found = f"{family}/webm" if b"webm" in head else "video/x-matroska"
    elif head.startswith(_ASF):
        found = "video/x-ms-wmv" if _ASF_VIDEO in head else "audio/x-ms-wma"
    elif head.startswith(b"PK\x03\x04"):
        found = next((kind for mark, kind in _PACKED if mark in data), "application/zip")
    elif len(head) > 1 and head[0] == 0xFF and head[1] & 0xE6 == 0xE2:  # a frame of layer III
        found = "audio/mpeg"
    return found


def _film(data: bytes, brand: bytes) -> str:
    """A file in the boxes of ISO 14496-12: a recorder's voice note has no picture in it."""
    kind = next((kind for begin, kind in _BRANDS if brand.startswith(begin)), "video/mp4")
    if kind.startswith("video") and b"soun" in data and b"vide" not in data:
        return "audio/mp4"
    return kind


def _text(head: bytes) -> str:
    if not head or b"\0" in head:
        return ""
    for encoding in ("utf-8", "gb18030"):
        for end in (len(head), -1, -2, -3):  # the head may end inside a character
            try:
                head[:end].decode(encoding)
            except UnicodeDecodeError:
                continue
            return "text/plain"
    return ""


def _fits(accepted: str, found: str, name: str) -> bool:
    if accepted in {"*/*", "application/*", "*"}:
        return True
    if accepted.startswith("."):
        known = _BY_SUFFIX.get(accepted)
        return found == known if known else name.lower().endswith(accepted)
    if accepted.endswith("/*"):
        return found.partition("/")[0] == accepted[:-2]
    return found == _SAME.get(accepted, accepted)


def _suffixes(accepted: str) -> Iterable[str]:
    if accepted.startswith("."):
        return (accepted,)
    family, _, kind = accepted.partition("/")
    if kind == "*":
        fitting = (known for known in _BY_SUFFIX.items() if known[1].startswith(f"{family}/"))
        return [suffix for suffix, _kind in fitting]
    meant = _SAME.get(accepted, accepted)
    return [suffix for suffix, known in _BY_SUFFIX.items() if known == meant]

"""What a page needs to know beyond the answers: signers, findings, photos, number, proof."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

Stroke = tuple[tuple[float, float, float], ...]


@dataclass(frozen=True, slots=True)
class Signer:
    """One place to sign and what stands there.

    ``slot`` is the form's word for the place (``inspector-1``, ``inspector-2``, ``party``,
    ``witness``); ``state`` is one of ``waiting signed refused absent``; ``strokes`` are lists of
    (x, y, width) points in a box one unit high, ``aspect`` its width over its height.
    """

    slot: str
    name: str = ""
    certificate: str = ""
    state: str = "waiting"
    strokes: tuple[Stroke, ...] = ()
    aspect: float = 4.0
    at: dt.datetime | None = None
    wording: str = ""


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture for the page: JPEG or PNG bytes (a derived copy) and its caption."""

    data: bytes
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """A finding as it was and as it was put right, side by side; None where no photo is kept.

    ``number`` is that of its row on the page.
    """

    number: int
    before: Photo | None = None
    after: Photo | None = None


@dataclass(frozen=True, slots=True)
class FindingFact:
    """One adverse finding as a page shows it; ``path`` is the question it came from."""

    path: str
    number: int
    item: str
    seen: str
    severity: str
    law: str
    law_text: str
    measure: str
    due: dt.date | None = None
    photos: tuple[Photo, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything a page shows that is not an answer.

    ``attached`` are the names of photos and files by the answer that stands for them, ``pictured``
    the numbers of those among the ``photos``; ``pairs`` are photos before and after.
    ``values`` are extra names a ``print`` sheet may use in ``${...}``.
    ``qr`` is the proof in the code, ``hub`` the public address that opens it ("" where there is
    none: the code is the bare proof), ``check_words`` the short hash printed beside it.
    """

    bureau: str = ""
    number: str = ""
    date: dt.date | None = None
    signers: tuple[Signer, ...] = ()
    findings: tuple[FindingFact, ...] = ()
    photos: tuple[Photo, ...] = ()
    pairs: tuple[Pair, ...] = ()
    qr: str = ""
    hub: str = ""
    check_words: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    attached: Mapping[str, str] = field(default_factory=dict)
    pictured: Mapping[str, int] = field(default_factory=dict)

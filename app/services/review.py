"""Review: what is missing or wrong before a paper is finished, each with a place to go."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.services.context import Acting
from app.services.records import Opened
from db.connection import Reader


@dataclass(frozen=True, slots=True)
class Spot:
    """A place to go: kind answer, finding, photo, signer, person, sample, settings or clock."""

    kind: str
    id: str = ""
    ref: str = ""
    section: str = ""


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing missing or wrong; ``blocking`` ones keep the paper from being finished.

    Codes: answer-required, answer-wrong (facts: label, message), finding-no-facts,
    finding-no-law, finding-law-empty, finding-no-measure, finding-no-due, photo-no-caption,
    certificate-expired, certificate-missing, inspectors-too-few, signature-missing,
    signature-outdated, sample-missing, sample-exceeds-lot, sample-date-future, office-incomplete,
    clock-doubt, numbers-few.
    """

    code: str
    blocking: bool
    spot: Spot
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Review:
    """All lacks in order of place, and how many things were checked and are well."""

    lacks: tuple[Lack, ...]
    checked: int

    @property
    def ready(self) -> bool:
        """Whether nothing blocking is left."""
        return not any(lack.blocking for lack in self.lacks)


def review(
    reader: Reader,
    act: Acting,
    opened: Opened,
    *,
    clock_doubt: bool = False,
    signatures: bool = True,
) -> Review:
    """Everything that must be true of a paper; ``signatures`` False looks at content only."""
    raise NotImplementedError

"""What came of one case, and how many of each there are."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Verdict:
    """One case: ``outcome`` is passed, failed or skipped; ``why`` says what differed or the reason."""

    case: str
    outcome: str
    why: str = ""


def passed(case):
    return Verdict(case, "passed")


def failed(case, why):
    return Verdict(case, "failed", why)


def skipped(case, reason):
    """A case out of scope; ``reason`` is a key of ``scope.REASONS``."""
    return Verdict(case, "skipped", reason)


@dataclass(slots=True)
class Tally:
    """The verdicts of one file or of all."""

    verdicts: list[Verdict] = field(default_factory=list)

    def count(self, outcome):
        return sum(one.outcome == outcome for one in self.verdicts)

    def reasons(self):
        return Counter(one.why for one in self.verdicts if one.outcome == "skipped")

    def line(self):
        return ", ".join(f"{self.count(one)} {one}" for one in ("passed", "failed", "skipped"))

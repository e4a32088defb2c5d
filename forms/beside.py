"""A sound version of a form beside the one in use: what differs, and what stands in its way."""

from dataclasses import dataclass

from forms.approval import grave, unmapped
from forms.compare import Difference, compare
from forms.package import Package


@dataclass(frozen=True, slots=True)
class Checked:
    """A sound workbook beside the version in use.

    ``previous`` is None for a first version. ``grave`` are the differences a second person must
    confirm, ``unmapped`` those of names that still lack a row in the sheet ``renamed``.
    """

    package: Package
    previous: Package | None
    differences: tuple[Difference, ...]
    grave: tuple[Difference, ...]
    unmapped: tuple[Difference, ...]

    @property
    def newer(self) -> bool:
        """Whether the version's number is above that of the version in use, as it must be."""
        return self.previous is None or _is_newer(self.package.version, self.previous.version)


def checked(package: Package, previous: Package | None) -> Checked:
    """A version beside the one in use, None when there is none."""
    if previous is None:
        return Checked(package, None, (), (), ())
    found = compare(previous, package)
    return Checked(package, previous, found, grave(found), unmapped(found))


def _is_newer(new: str, old: str) -> bool:
    numbers = old.isdecimal() and new.isdecimal()
    return int(new) > int(old) if numbers else new != old

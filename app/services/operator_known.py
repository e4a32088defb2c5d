"""The operators of one state of the store by certificate and by name."""

from collections import defaultdict

from app.services.list_cells import folded
from app.services.operator_rows import Certified, Given
from db.connection import Reader
from db.duty_rows import Operator
from db.rows import Person
from db.store import operators, people


class Operators:
    """People of units by the number of their certificate, and the posts they hold."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._certified: dict[str, list[str]] = defaultdict(list)
        self._named: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._people: dict[str, Person] = {}
        for key, name, certificate, unit in people.identities(reader):
            self._note(key, name, certificate, unit)

    def add(self, row: Person) -> None:
        """Take note of somebody as he was kept just now."""
        self._people[row.id] = row
        self._note(row.id, row.name, row.certificate, row.enterprise_id or "")

    def certified(self, certificate: str) -> tuple[Person, ...]:
        """Those who have this certificate."""
        return tuple(self.person(key) for key in self._certified.get(certificate, ()))

    def namesakes(self, name: str, unit: str) -> tuple[Person, ...]:
        """Those of a unit who have this name."""
        return tuple(self.person(key) for key in self._named.get((folded(name), unit), ()))

    def person(self, key: str) -> Person:
        """One person by the id."""
        if key not in self._people:
            found = people.get(self._reader, key)
            if found is None:
                raise KeyError(key)
            self._people[key] = found
        return self._people[key]

    def posts(self, person_id: str) -> tuple[Operator, ...]:
        """What somebody works now."""
        found = operators.of_person(self._reader, person_id)
        return tuple(one for one in found if one.until is None)

    def as_known(self, person: Person, said: Given, equipment_id: str, unit: str) -> Certified:
        """Somebody as he stands in the register, with the post a row means where he has it.

        A row without a device means the post with its work, wherever in its unit that is.
        """
        posts = self.posts(person.id)
        if not equipment_id and unit not in {"", person.enterprise_id}:
            posts = tuple(one for one in posts if not one.equipment_id)
        post = next((one for one in posts if _means(said, one, equipment_id)), None)
        return Certified(
            person.id,
            post.id if post else "",
            person.enterprise_id or "",
            post.equipment_id if post else "",
            person.name,
            person.certificate,
            person.certificate_expires,
            post.project if post else "",
            person.phone,
        )

    def _note(self, key: str, name: str, certificate: str, unit: str) -> None:
        if certificate and key not in self._certified[certificate]:
            self._certified[certificate].append(key)
        named = self._named[folded(name), unit]
        if key not in named:
            named.append(key)


def _means(said: Given, post: Operator, equipment_id: str) -> bool:
    if equipment_id:
        return post.equipment_id == equipment_id
    return said.project in {"", post.project} or not (post.equipment_id or post.project)

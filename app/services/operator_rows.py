"""One row of a bureau's list of operators 作业人员 as what it says, or everything wrong in it."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType

from app.services.equipment_cells import HEADINGS as OF_EQUIPMENT
from app.services.list_cells import CellError, Heads, by_heading, day_of
from app.services.list_numbers import LONGEST, TIDY, problem_of, read_numbers
from app.services.list_preview import Wrong
from app.services.list_reading import Place, Read
from forms.rules.identifiers import normalise, resident_id_problem
from forms.rules.signs import one_line

HEADINGS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "name": ("姓名", "作业人员", "作业人员姓名", "人员姓名", "持证人", "持证人姓名"),
        "certificate": (
            *("证件编号", "证书编号", "证书号", "证件号", "证号", "作业证编号", "作业证号"),
            *("作业人员证编号", "作业人员证号", "特种设备作业人员证编号", "资格证编号"),
            *("作业人员证书编号", "持证编号", "上岗证编号"),
        ),
        "expires": (
            *("有效期至", "有效期", "证书有效期", "证书有效期至", "证件有效期", "有效期止"),
            *("有效日期", "到期日期", "到期日", "有效期限", "证件有效期至", "证书到期日期"),
        ),
        "project": (
            *("作业项目", "作业项目代号", "项目代号", "准许作业项目", "资格项目", "作业种类"),
            *("项目", "持证项目", "作业类别"),
        ),
        "phone": ("联系电话", "电话", "手机", "手机号", "手机号码", "联系方式"),
        "unit": (*OF_EQUIPMENT["unit"], "聘用单位", "工作单位", "所在单位", "单位"),
        "uscc": OF_EQUIPMENT["uscc"],
        "code": OF_EQUIPMENT["code"],
        "registration_no": OF_EQUIPMENT["registration_no"],
    }
)
"""Each column of the operators and how bureaus head it."""
HEADS = Heads(
    known=by_heading(HEADINGS),
    anchors=frozenset({"certificate"}),
    proof=frozenset({"certificate"}),
    refused="operator-columns-unknown",
)
NEW = "new"
_TEXTS = ("name", "project", "phone", "unit")
_RESIDENT = re.compile(r"[1-9]\d{16}[\dX]")


@dataclass(frozen=True, slots=True)
class Certified:
    """An operator as the register has him: the person, the certificate, and one post.

    ``equipment_id`` is empty where he works no device that is known; ``operator_id`` is ``NEW``
    for a post that will be made, and empty for none.
    """

    person_id: str
    operator_id: str
    enterprise_id: str
    equipment_id: str
    name: str
    certificate: str
    expires: dt.date | None
    project: str = ""
    phone: str = ""

    @property
    def facts(self) -> tuple[object, ...]:
        """What is known of the person, the posts left out of account."""
        return (self.enterprise_id, self.name, self.certificate, self.expires, self.phone)


@dataclass(frozen=True, slots=True)
class Given:
    """What a row says; the device by its code or its registration number, both may be empty."""

    place: Place
    name: str
    certificate: str
    expires: dt.date | None
    project: str = ""
    phone: str = ""
    unit: str = ""
    uscc: str = ""
    code: str = ""
    number: str = ""

    @property
    def claims(self) -> Mapping[str, object]:
        """Whose the certificate is and until when; and one row for each device or work."""
        work = self.code or self.number or self.project
        told = {self.certificate: (self.name, self.expires)}
        return told | ({f"{self.certificate} {work}": self.place} if work else {})

    @property
    def title(self) -> str:
        """Name, work and expiry."""
        day = self.expires.isoformat() if self.expires else ""
        return " ".join(filter(None, (self.name, self.project, self.code or self.number, day)))

    def says(self) -> object:
        """Everything but its place."""
        return replace(self, place=Place("", 0))

    def onto(self, before: Certified, *, named: bool) -> Certified:
        """The operator with what the row says; an empty cell takes nothing away.

        Without ``named`` the name stays as it is.
        """
        return replace(
            before,
            operator_id=before.operator_id or NEW,
            name=self.name if named else before.name,
            certificate=self.certificate,
            expires=self.expires,
            project=self.project or before.project,
            phone=self.phone or before.phone,
        )


def given(read: Read, today: dt.date) -> tuple[Given, tuple[Wrong, ...]]:
    """What a row says and what is wrong in it; of a row with anything wrong nothing is taken."""
    cells, place = read.cells, read.place
    wrong: list[Wrong] = []
    texts = {name: one_line(cells.get(name, "")) for name in _TEXTS}
    for name, text in texts.items():
        if len(text) > LONGEST:
            wrong.append(Wrong(place, name, "too-long", text[:LONGEST]))
    if not texts["name"]:
        wrong.append(Wrong(place, "name", "name-missing"))
    numbers, found = _numbers(read, today)
    wrong += found
    expires: dt.date | None = None
    try:
        expires = day_of(cells["expires"], today) if "expires" in cells else None
    except CellError as error:
        wrong.append(Wrong(place, "expires", error.code, cells["expires"]))
    else:
        if expires is None:
            wrong.append(Wrong(place, "expires", "expiry-missing"))
    said = Given(
        place,
        texts["name"],
        numbers.get("certificate", ""),
        expires,
        texts["project"],
        texts["phone"],
        texts["unit"],
        numbers.get("uscc", ""),
        numbers.get("code", ""),
        numbers.get("registration_no", ""),
    )
    return said, tuple(wrong)


def _numbers(read: Read, today: dt.date) -> tuple[dict[str, str], list[Wrong]]:
    """The numbers of a row as they are kept, and what is wrong with them."""
    found, wrong = read_numbers(read, {"certificate": normalise, **TIDY}, partial(_problem, today))
    if not read.cells.get("certificate"):
        wrong.append(Wrong(read.place, "certificate", "certificate-missing"))
    return found, wrong


def _problem(today: dt.date, name: str, number: str) -> str | None:
    """What is wrong with a number; a certificate since 2019 has its holder's identity number."""
    if name != "certificate":
        return problem_of(name, number, today)
    return resident_id_problem(number, today=today) if _RESIDENT.fullmatch(number) else None

"""Long but believable answers and facts, so that a page is tried before it is trusted."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from forms.facts import Facts, FindingFact, Signer
from forms.lists import EmptyLists, Lists, Row, TableLists
from forms.model import Form, Question, Repeat
from forms.package import Package
from forms.session import Session

NOW = dt.datetime(2026, 9, 16, 2, 0, tzinfo=dt.UTC)
# A party whose name, place and people use characters few fonts have.
PARTY = "临沂市罗庄区䶮㛃𬭚喆堃新型建筑材料股份有限公司第一分公司"
USCC = "91371302MA3C4N5XX4"
_ADDRESS = "山东省临沂市罗庄区高新技术产业开发区科技大道与创业路交汇处向东三百米路北二号厂房"
_PARAGRAPH = (
    "在成品库东侧第三排货架查看待销产品，外包装标注生产日期和批号，"
    "未见生产者地址；同批产品共一百二十件，现场负责人说明标签由供应商统一印制，"
    "出厂前没有逐件核对。检查人员当场拍照，并请现场负责人核对数量。"
)
_TEXTS = (
    "按照产品质量监督抽查实施细则执行，详见随附材料",
    USCC,
    "临沂市罗庄区人民政府",
    "山东省临沂市罗庄区人民法院",
    "11010519491231002X",
    "13905390126",
    "17 3 88",
    "1",
)
_CORNERS = ("35.0518 118.3465 60 5", "35.0524 118.3465 60 5", "35.0524 118.3479 60 5")
_BY_NAME: Mapping[str, str] = {
    "party_name": PARTY,
    "domicile": _ADDRESS,
    "legal_rep": "王𬭚喆",
    "phone": "0539-5550126",
    "seed": "7d2f0b6c91e84a35b0c4f1d2a6937e58",
    "batch": "20260318至20260325",
    "sample_no": "YP20260916-0138-01",
    "seal_no": "FT20260038121",
}
_REGISTERS: Mapping[str, tuple[Row, ...]] = {
    "enterprises": (
        {
            "name": "enterprise-1",
            "label": PARTY,
            "uscc": USCC,
            "legal_rep": "王𬭚喆",
            "address": _ADDRESS,
            "phone": "0539-5550126",
            "scale": "small",
            "quality_officer": "李㛃",
        },
    ),
    "inspectors": (
        {"name": "person-1", "label": "张䶮", "certificate": "鲁临执法0702310126"},
        {"name": "person-2", "label": "欧阳堃", "certificate": "鲁临执法0702580127"},
    ),
    "products": (
        {
            "name": "product-1",
            "label": "儿童三轮车（可推行、带遮阳棚、可调座椅）",
            "enterprise_id": "enterprise-1",
            "spec": "BY-203 四合一加宽款 700mm×450mm×1020mm",
            "brand": "小白杨",
            "standard": "GB 14747—2006《儿童三轮车安全要求》",
            "licence": "2023012202012345",
        },
    ),
    "equipment": (
        {
            "name": "equipment-1",
            "label": "3号乘客电梯 梯11鲁Q03126(18)",
            "device_name": "3号乘客电梯",
            "enterprise_id": "enterprise-1",
            "kind_code": "3110",
            "code": "311037124201800312",
            "registration_no": "梯11鲁Q03126(18)",
            "place": "办公楼东侧大厅",
            "maintenance_unit": "临沂市安梯喆电梯工程服务有限公司罗庄分公司",
            "next_test": "2027-03-31",
        },
    ),
}


class TrialLists:
    """Made-up rows for the registers, so that a test comes out the same in every bureau.

    Lists that are no registers are asked of ``others``, or get two rows of their own.
    """

    def __init__(self, form: Form, others: Lists | None) -> None:
        rows: dict[str, tuple[Row, ...]] = dict(_REGISTERS)
        for name in form.external if others is None else ():
            rows.setdefault(
                name,
                tuple({"name": f"{name}-{n}", "label": f"较长的名称举例第{n}条"} for n in (1, 2)),
            )
        self._own = TableLists(rows)
        self._names = frozenset(rows)
        self._others: Lists = others or EmptyLists()

    def _asked(self, list_id: str) -> Lists:
        return self._own if list_id in self._names else self._others

    def rows(self, list_id: str, where: Mapping[str, str], limit: int) -> Sequence[Row]:
        """The rows whose cells equal ``where``."""
        return self._asked(list_id).rows(list_id, where, limit)

    def search(
        self, list_id: str, text: str, where: Mapping[str, str], limit: int
    ) -> Sequence[Row]:
        """As ``rows``, of those in which ``text`` is found."""
        return self._asked(list_id).search(list_id, text, where, limit)

    def row(self, list_id: str, name: str) -> Row | None:
        """The row stored under ``name``."""
        return self._asked(list_id).row(list_id, name)


def fill(session: Session, *, adverse: bool = False) -> None:
    """Answer every question, twice round, so that those shown by others are reached too.

    ``adverse`` marks every third verdict as failed.
    """
    for _ in range(2):
        for place, ref in enumerate(list(_refs(session, session.form.body.path))):
            state = session.node(ref)
            question = state.question
            if not isinstance(question, Question) or not question.is_asked or question.readonly:
                continue
            if state.value and state.error is None:
                continue
            for value in _candidates(session, ref, question, adverse=adverse and place % 3 == 0):
                session.set(ref, value)
                if session.answer(ref).error is None:
                    break


def _refs(session: Session, ref: str) -> Iterator[str]:
    """Every ref below one; repeats are brought to two rows."""
    item = session.answer(ref).question
    if isinstance(item, Question):
        yield ref
        return
    if isinstance(item, Repeat) and not ref.endswith("}") and not item.fixed:
        while len(session.children(ref)) < 2:
            before = len(session.children(ref))
            session.add_repeat(ref)
            if len(session.children(ref)) == before:
                break
    for child in session.children(ref):
        yield from _refs(session, child)


def _candidates(session: Session, ref: str, question: Question, *, adverse: bool) -> Iterator[str]:
    """Values to try in turn until one meets the question's constraint."""
    if question.kind in {"select_one", "select_multiple", "rank"}:
        yield from _choices(session, ref, question, adverse=adverse)
        return
    if question.name in _BY_NAME:
        yield _BY_NAME[question.name]
    today = NOW.date()
    yield from {
        "integer": ("120", "2", "1", "0"),
        "decimal": ("1299.50", "12.5", "1", "0"),
        "range": ("5", "1", "0"),
        "date": tuple((today + dt.timedelta(days=days)).isoformat() for days in (0, 14, -30)),
        "datetime": ("2026-09-16T09:05:00.000+08:00", "2026-09-16T09:55:00.000+08:00"),
        "time": ("09:05:00.000+08:00",),
        "boolean": ("true",),
        "acknowledge": ("OK",),
        "geopoint": (_CORNERS[0],),
        "geotrace": ("; ".join(_CORNERS),),
        "geoshape": ("; ".join((*_CORNERS, _CORNERS[0])),),
        "barcode": ("6901234567892",),
        "image": ("photo.jpg",),
    }.get(question.kind, _texts(question))


def _texts(question: Question) -> tuple[str, ...]:
    long = (_PARAGRAPH,) if "multiline" in question.appearance else ()
    return (*long, *_TEXTS)


def _choices(session: Session, ref: str, question: Question, *, adverse: bool) -> Iterator[str]:
    options = session.node(ref).choices
    values = [option.value for option in options]
    failed = [option.value for option in options if option.extra.get("finding") == "yes"]
    if question.kind != "select_one":
        yield " ".join(values)
    if adverse:
        yield from failed
    yield from (value for value in values if value not in failed)
    yield from failed


def facts_for(package: Package, session: Session, *, long: bool = True) -> Facts:
    """Facts as the services would give them for this session."""
    from resources import data

    document = package.settings.get("kind") == "document"
    laws = {article.key: article.citation for article in data.load_laws()}
    findings = tuple(
        FindingFact(
            path=seed.ref,
            number=number,
            item=seed.item,
            seen=_PARAGRAPH if long else "现场查看不符合要求",
            severity=seed.severity,
            law=laws.get(seed.law, ""),
            law_text="",
            measure=seed.measure,
            due=NOW.date() + dt.timedelta(days=14),
        )
        for number, seed in enumerate(session.findings(), start=1)
    )
    names = {"inspector-1": "张䶮", "inspector-2": "欧阳堃", "party": "王𬭚喆", "witness": "刘㛃"}
    signers = tuple(
        Signer(place.slot, names.get(place.slot, "王小明"), state="waiting")
        for place in package.places()
    )
    return Facts(
        bureau="临沂市罗庄区市场监督管理局",
        number=f"临罗市监{package.settings.get('series', '')}〔2026〕138号" if document else "",
        date=NOW.date(),
        signers=signers,
        findings=findings,
        qr="XJ1:" + "0A1B2C3D4E" * 15 if document else "",
        hub="https://scjg.linyi.gov.cn" if document else "",
        check_words="9F3C-71A8-E05D" if document else "",
        values={
            "bureau_address": "山东省临沂市罗庄区双月湖路1号",
            "bureau_phone": "0539-5550100",
            "report_code": "7KQM-W4RX" if document else "",
        },
    )

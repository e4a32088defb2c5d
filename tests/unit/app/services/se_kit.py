"""Checks of special equipment and the papers that follow them, as single moves."""

from dataclasses import dataclass

from app.services import cases, documents, finishing, preparing, sites
from app.services.context import Acting
from app.services.demo_history import complete
from app.services.prefill import fill
from app.services.progress import count
from app.services.records import keep_whole, open_record
from db.handle import Store
from db.rows import CaseFile, Document, Record
from db.store import records
from tests.unit.app.services import kit

SAID = {
    "safety_head": "周堃",
    "contact": "周堃",
    "contact_post": "设备主管",
    "check_kind": "regular",
    "basis": "年度监督检查计划",
    "recorder": "李喆",
    "certificates_shown": "yes",
    "device_name": "1号设备",
    "lift_type": "lift",
    "vehicle_type": "forklift",
    "registration_no": "梯12鲁Q00012(19)",
    "device_code": "312037124201800002",
    "device_place": "总装车间",
    "maintenance_unit": "临沂市安梯乐演示电梯服务有限公司",
    "filling_licence": "TS4237001-2028",
    "summary": "检查1号设备1台，查验登记、检验和维护保养记录，现场试验安全保护装置。",
    "hazards": "none",
    "violations": "none",
    "stop_use": "no",
    "handling": "none",
    "party_opinion": "无",
}
"""A check in which all is well."""
GRAVE = {"hazards": "guard", "stop_use": "yes", "handling": "instruct seal"}
"""A check with a serious hazard."""
DECISION = {
    "object_kind": "facility",
    "term_days": "30",
    "keep_where": "onsite",
    "urgent": "no",
    "approver": "演示局长",
    "told_rights": "yes",
    "party_statement": "无",
}


IN_ROWS = frozenset({"goods_state", "result", "result_seen", "then", "new_due"})
"""Answers given in every row of a repeat."""


@dataclass(frozen=True)
class Checked:
    """A case of special equipment and the record of its check."""

    case: CaseFile
    record: Record


def check(store: Store, act: Acting, kind: str, **said: str) -> Checked:
    """A check begun at a unit, everything answered; nothing adverse yet."""
    unit = sites.find(store, "小白羊")[0]
    partner = kit.partner_of(store, act)
    begun = cases.start(store, act, unit.id, kind, partner_id=partner).value
    answer(store, act, begun.record.id, **{**SAID, **said})
    return Checked(begun.case, begun.record)


def answer(store: Store, act: Acting, record_id: str, **known: str) -> None:
    """Answer by name; verdicts that are still empty are 合格."""
    opened = open_record(store, act, record_id)
    session = opened.session
    inside = {item.name: item.path for item in opened.form.items() if item.name in IN_ROWS}
    for name in inside.keys() & known.keys():
        for row in session.children(inside[name].rpartition("/")[0]):
            session.set(f"{row}/{name}", known[name])
    fill(session, {name: value for name, value in known.items() if name not in inside})
    complete(session, set())
    keep_whole(store, act, record_id, session.answers(), progress=count(session))


def finish(store: Store, act: Acting, record_id: str) -> Record:
    """Everyone signs, the record is finished."""
    kit.sign_all(store, act, record_id)
    return finishing.finish(store, act, record_id).value


def issue(store: Store, act: Acting, case_id: str, form_id: str, **said: str) -> Document:
    """A paper of the case begun, answered, signed and issued."""
    record = preparing.add_paper(store, act, case_id, form_id).value
    known = {"approved_on": act.today.isoformat(), **said}
    answer(store, act, record.id, **known)
    kit.sign_all(store, act, record.id)
    return documents.issue(store, act, documents.preview(store, act, record.id)).value


def papers(store: Store, case_id: str) -> list[str]:
    """The forms of a case's papers."""
    return [record.form_id for record in records.of_case(store, case_id)]

"""One paper of every kind that changes something, ready to be finished or issued, by what it says."""

from collections.abc import Callable, Mapping, Sequence

from app.services import (
    cases,
    citation,
    extension_notice,
    matters,
    preparing,
    receipts,
    records,
    rectifying,
    sites,
    visits,
)
from app.services.context import Acting
from app.services.rectifying import Report
from app.services.visits import Wish
from db.duty_rows import Visit
from db.handle import Store
from db.store import findings as kept_findings
from db.store import nouns
from tests.unit.app.services import kit, se_kit
from tests.unit.app.services.papers_ready_more import MORE
from tests.unit.app.services.test_appointments import APPOINTED, REVIEWED, appoint
from tests.unit.app.services.test_citation import REST
from tests.unit.app.services.test_desk import COMPLAINT, REPORT
from tests.unit.app.services.test_extension_notice import WANTED
from tests.unit.app.services.test_grave import MAJOR_ITEM
from tests.unit.app.services.test_interviews import MINUTES, held, issued
from tests.unit.app.services.test_interviews import begun as interview
from tests.unit.app.services.test_receipts import DIRECT
from tests.unit.app.services.test_rechecks import SAID as LOOKED
from tests.unit.app.services.test_visits import APPROVAL
from tests.unit.app.services.test_visits import begun as visited
from tests.unit.app.services.withdraw_kit import make, ready

REFUSAL = {
    "came": "refused",
    "refused_how": "before",
    "absence_note": "电话中表示不来。",
    "absence_proof": "call recording",
    "absence_proof_note": "录音R-1",
    "absence_next": "second credit case",
    "absence_next_due": "2026-09-18",
}
EXCUSED = {
    "came": "absent",
    "absence_note": "住院。",
    "absence_excused": "yes",
    "absence_proof": "letter",
    "absence_proof_note": "书面说明一份",
    "new_date": "2026-09-24",
}
HELD = {
    "participants": [
        {
            "person_name": "周堃",
            "person_post": "厂长",
            "person_id": "371302198807160030",
            "person_authority": "legal",
        }
    ],
    "talks": [{"question": "为什么没有送检？", "answer": "忘了。"}],
    "commitments": [
        {"commitment": "台秤送检", "commitment_by": "周堃", "commitment_due": "2026-09-30"}
    ],
}


def _notice(store, act, **known):
    return ready(store, act, interview(store, act).record.id, **known)


def _second_notice(store, act):
    started = interview(store, act)
    issued(store, act, started.record.id)
    minutes = preparing.add_paper(store, act, started.case.id, matters.INTERVIEW_RECORD).value
    make(store, act, ready(store, act, minutes.id, **MINUTES, **REFUSAL))
    again = preparing.add_paper(store, act, started.case.id, matters.INTERVIEW_NOTICE).value
    return ready(store, act, again.id)


def _minutes(store, act, rows=None, **known):
    started = interview(store, act)
    issued(store, act, started.record.id)
    record = preparing.add_paper(store, act, started.case.id, matters.INTERVIEW_RECORD).value
    return ready(store, act, record.id, rows or {}, **MINUTES, **known)


def _later_check(store, act, **known):
    started = interview(store, act)
    issued(store, act, started.record.id)
    held(store, act, started.case.id)
    record = preparing.add_paper(store, act, started.case.id, matters.INTERVIEW_CHECK).value
    said = {"kept": "kept", "evidence": "检定证书已见"}
    plain = {"report_in": "yes", "result": "closed", "opinion": "无", "how": "papers"} | known
    return ready(store, act, record.id, each=said, **plain)


def _citation(store, act, **known):
    check = kit.start(store, act)
    kit.fill_check(store, act, check.record.id)
    finding = kit.mark_adverse(store, act, check.record.id, "instruments", "两台台秤已过期。")
    record = citation.prepare_citation(store, act, finding, 500).value
    return ready(store, act, record.id, **REST, **known)


def _desk(store, act, said, unit="小白羊"):
    chosen = sites.find(store, unit)[0].id if unit else ""
    begun = cases.start(store, act, chosen, matters.DESK).value
    kit.answer_by_name(store, act, begun.record.id, kind=said["kind"])
    return ready(store, act, begun.record.id, **said)


def _bare_desk(store, act):
    unit = sites.find(store, "小白羊")[0].id
    return _desk(store, act, {**COMPLAINT, "enterprise": unit}, unit="")


def _appointment(store, act):
    """Someone succeeds the one before."""
    appoint(store, act)
    unit = sites.find(store, "小白羊")[0].id
    begun = cases.start(store, act, unit, matters.CQO).value
    later = {"cqo_name": "赵錞", "appointed_on": "2026-09-15", "review_due": "2027-09-15"}
    return ready(store, act, begun.record.id, **{**APPOINTED, **later})


def _review(store, act, **known):
    case_id = appoint(store, act)
    record = preparing.add_paper(store, act, case_id, "cqo-review").value
    partner = kit.partner_of(store, act)
    return ready(store, act, record.id, **{**REVIEWED, **known}, inspector_2=partner)


def _approval(store, act, wish=None, *, arrived=False, **known):
    case_id = visited(store, act, wish)
    if arrived:
        visits.arrive(store, act, visits.current(store, case_id).id)
    record = preparing.add_paper(store, act, case_id, matters.APPROVAL).value
    return ready(store, act, record.id, **{**APPROVAL, **known})


def _approval_alone(store, act):
    """A case of an older program has no visit: the approval makes one."""
    check = kit.start(store, act)
    record = preparing.add_paper(store, act, check.case_id, matters.APPROVAL).value
    known = {"planned_on": "2026-09-18", "visit_number": "1"}
    assert not nouns.many(store, Visit, "WHERE case_id = ?", (check.case_id,))
    return ready(store, act, record.id, **{**APPROVAL, **known})


def _announcement(store, act):
    case_id = visited(store, act)
    record = preparing.add_paper(store, act, case_id, matters.APPROVAL).value
    make(store, act, ready(store, act, record.id, **APPROVAL))
    notice = preparing.add_paper(store, act, case_id, matters.VISIT_NOTICE).value
    return ready(store, act, notice.id, inspect_at="2026-09-17T09:00:00.000+08:00")


def _check(kind):
    def made(store, act):
        begun = se_kit.check(store, act, kind, **se_kit.GRAVE)
        kit.mark_adverse(store, act, begun.record.id, MAJOR_ITEM[kind], "现场试验不动作")
        return ready(store, act, begun.record.id, **se_kit.SAID | se_kit.GRAVE)

    return made


def _stopped(store, act):
    begun = se_kit.check(store, act, matters.LIFT_CHECK, **se_kit.GRAVE)
    kit.mark_adverse(store, act, begun.record.id, "brake", "制动器有金属摩擦声。")
    se_kit.finish(store, act, begun.record.id)
    return begun.case.id


def _after(case_id, store, act, form_id, **known):
    record = preparing.add_paper(store, act, case_id, form_id).value
    return ready(store, act, record.id, approved_on=act.today.isoformat(), **known)


def _report_up(store, act):
    more = {"upper_body": "临沂市市场监督管理局", "tell_government": "no", "support": "无"}
    return _after(_stopped(store, act), store, act, matters.REPORT_UP, **more)


def _seizure(store, act, **known):
    case_id = _stopped(store, act)
    se_kit.issue(store, act, case_id, matters.SEIZURE_LIST, counted_ok="yes", goods_state="完好")
    return _after(case_id, store, act, matters.SEIZURE, **{**se_kit.DECISION, **known})


def _over_seizure(form_id, **known):
    def made(store, act):
        laid = _seizure(store, act)
        make(store, act, laid)
        case_id = records.get(store, laid).case_id
        return _after(case_id, store, act, form_id, approver="演示局长", **known)

    return made


def _recheck(**said):
    def made(store, act):
        begun = se_kit.check(store, act, matters.LIFT_CHECK, **se_kit.GRAVE)
        found = kit.mark_adverse(store, act, begun.record.id, "alarm", "按下后无人应答")
        se_kit.finish(store, act, begun.record.id)
        order = preparing.prepare_notice(store, act, begun.case.id).value
        make(store, act, ready(store, act, order.id))
        rectifying.take_report(store, act, found, Report("已改正", act.today))
        record = preparing.add_paper(store, act, begun.case.id, matters.RECHECK).value
        seen = {"result_seen": LOOKED["result_seen"], **said}
        plain = {name: value for name, value in LOOKED.items() if name not in seen}
        return ready(store, act, record.id, each=seen, **plain)

    return made


def _order(store, act):
    _check, record_id = kit.notice_ready(store, act)
    return record_id


def _extension(store, act):
    order = _order(store, act)
    make(store, act, order)
    (found, *_more) = kept_findings.of_case(store, records.get(store, order).case_id)
    record = extension_notice.prepare(store, act, found.id, WANTED).value
    today = act.today.isoformat()
    return ready(store, act, record.id, asked_on=today, approved_on=today)


def _receipt(store, act):
    started = interview(store, act)
    paper = issued(store, act, started.record.id)
    record = receipts.prepare_receipt(store, act, paper.id).value
    return ready(store, act, record.id, **DIRECT)


def _sheet(store, act):
    check = kit.start(store, act)
    kit.fill_check(store, act, check.record.id)
    return ready(store, act, kit.drawn_sheet(store, act, check.case_id))


def _with(maker, **known):
    return lambda store, act: maker(store, act, **known)


READY: Mapping[str, Sequence[Callable[[Store, Acting], str]]] = {
    "spot-citation": [
        _with(_citation, pay_mode="cash", cash_reason="hard", receipt_no="鲁财票0001"),
        _with(_citation, pay_mode="bank"),
    ],
    matters.INTERVIEW_NOTICE: [
        _with(_notice, meet_at="2026-09-22T09:30"),
        _with(_notice, meet_at="2026-09-17T09:30", short_reason="需要马上控制"),
        _second_notice,
    ],
    matters.INTERVIEW_RECORD: [
        _with(_minutes, rows=HELD, came="came"),
        _with(_minutes, **REFUSAL),
        _with(_minutes, **{**REFUSAL, "absence_next": "focus"}),
        _with(_minutes, **EXCUSED),
    ],
    matters.INTERVIEW_CHECK: [
        _later_check,
        *(
            _with(_later_check, result=result, result_due="2026-10-20")
            for result in ("again", "case", "order")
        ),
    ],
    matters.DESK: [
        _with(_desk, said=COMPLAINT),
        _with(_desk, said={**COMPLAINT, "decision": "accepted", "accepted_on": "2026-09-16"}),
        _with(_desk, said=REPORT),
        _bare_desk,
    ],
    "cqo-appointment": [_appointment],
    "cqo-review": [
        _review,
        _with(
            _review,
            declared="no",
            result="fit",
            measures="9月20日前公开",
            hand_to="标准化科",
            hand_by="2026-09-18",
        ),
    ],
    **{kind: [_check(kind)] for kind in MAJOR_ITEM},
    matters.REPORT_UP: [_report_up],
    matters.SEIZURE: [_seizure, _with(_seizure, urgent="yes", urgent_why="防止转移")],
    matters.EXTENSION: [_over_seizure(matters.EXTENSION, reason="等待检验结论", extend_days="30")],
    matters.RELEASE: [
        _over_seizure(
            matters.RELEASE,
            release_why="more",
            why_more="隐患已经消除",
            given_back="当场启封，交周堃接收",
        )
    ],
    matters.RECHECK: [
        _recheck(result="fixed"),
        _recheck(result="partly", then="again", new_due="2026-09-25"),
        _recheck(result="not", then="escalate"),
    ],
    matters.APPROVAL: [
        _approval,
        _with(_approval, decision="refused", opinion="与上月检查重复"),
        _with(_approval, wish=Wish("urgent"), arrived=True, urgent_reason="群众举报"),
        _with(
            _approval,
            wish=Wish("urgent"),
            arrived=True,
            urgent_reason="群众举报",
            decision="refused",
            opinion="不属于紧急情况",
        ),
        _approval_alone,
    ],
    matters.VISIT_NOTICE: [_announcement],
    matters.NOTICE: [_order],
    extension_notice.FORM: [_extension],
    receipts.RECEIPT: [_receipt],
    matters.SAMPLING: [_sheet],
    **MORE,
}
"""How each kind of paper is brought to the point of being made, by form id."""

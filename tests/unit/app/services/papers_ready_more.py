"""The papers of the desk, of a result, of an interview and of the site, ready to be issued."""

from collections.abc import Callable, Mapping, Sequence

from app.services import (
    cases,
    desk,
    matters,
    objections,
    preparing,
    result_papers,
    sites,
    visits,
)
from app.services.context import Acting
from app.services.final_results import finalise
from app.services.records import open_record, rows_of
from db.handle import Store
from db.store import records
from tests.unit.app.services import kit, se_kit, test_visits
from tests.unit.app.services.results_kit import item, judged
from tests.unit.app.services.test_commitment_letter import MORE as ADDED
from tests.unit.app.services.test_desk import COMPLAINT, REPORT, taken, terms
from tests.unit.app.services.test_evidence_release import SAID as RELEASED
from tests.unit.app.services.test_interviews import begun as interview
from tests.unit.app.services.test_interviews import held, issued
from tests.unit.app.services.test_recheck_application import APPLIED
from tests.unit.app.services.test_reissuing import come
from tests.unit.app.services.test_second_recheck import WAIVED
from tests.unit.app.services.test_site_papers import (
    ASKED,
    BROUGHT,
    CALLED,
    GOODS,
    HEARD,
    LISTED,
    NOTICE,
    PRESERVED,
    SAID,
    notice,
    receipt,
)
from tests.unit.app.services.test_withdrawing import told_of
from tests.unit.app.services.withdraw_kit import make, ready


def _of_desk(form_id, said, *, accepted=False, lead=False, **known):
    def made(store, act):
        case_id, _record = taken(store, act, said)
        if accepted:
            desk.decide(store, act, case_id, accepted=True)
        if lead:
            desk.settle(store, act, terms(store, case_id)["lead"].id)
        record = preparing.add_paper(store, act, case_id, form_id).value
        return ready(store, act, record.id, **known)

    return made


def _notice_again(store, act):
    """The notice of a corrected report, which takes the place of the one that was served."""
    first = judged(store, act, item())
    told_of(store, act, first)
    new = come(store, act, first)
    record = result_papers.prepare(store, act, new.id, matters.RESULT_NOTICE).value
    return ready(store, act, record.id)


def _objection_refused(store, act):
    """The decision on an objection that named no reason the law knows."""
    report = judged(store, act, item())
    told_of(store, act, report)
    told = objections.Raised(act.today, "周堃", "不服")
    raised = objections.raise_objection(store, act, report.id, told).value
    objections.decide(store, act, raised.id, objections.Decision(False, "没有理由"))
    record = result_papers.prepare(store, act, report.id, matters.OBJECTION_DECISION).value
    return ready(store, act, record.id)


def _instruction(store, act):
    begun = se_kit.check(store, act, matters.LIFT_CHECK, **se_kit.GRAVE)
    kit.mark_adverse(store, act, begun.record.id, "alarm", "按下后无人应答")
    se_kit.finish(store, act, begun.record.id)
    return ready(store, act, preparing.prepare_notice(store, act, begun.case.id).value.id)


def _visit_result(store, act):
    case_id = test_visits.begun(store, act)
    test_visits.approve(store, act, case_id)
    test_visits.announce(store, act, case_id)
    visits.arrive(store, act, visits.current(store, case_id).id)
    return ready(
        store, act, preparing.add_paper(store, act, case_id, matters.VISIT_RESULT).value.id
    )


SURVEYED = {
    "host": "乔见山，总经理",
    "visited_at": "2026-09-16T09:00:00.000+08:00",
    "industry_kind": "maker",
    "products": "儿童三轮车",
    "staff": "120",
    "standard_kind": "national",
    **dict.fromkeys(("self_declared", "measure_system", "cqo", "lab", "after_sales"), "yes"),
    **dict.fromkeys(("adopted", "systems", "award_applied", "credit_grade"), "none"),
    "licence": "bad",
    "ccc": "ok",
    "safety_posts": "officer",
    "goals": "建立测量管理体系",
    "needs": "认证帮扶",
    "advice": "上门指导",
    "score": "71",
    "score_why": "许可证到期",
    "award_pool": "no",
    "hand_to": "综合执法大队",
    "hand_by": "2026-09-18",
}


def _survey(store, act):
    """A survey that saw a licence which had run out: it is handed over, not ordered."""
    unit = sites.find(store, "小白羊")[0].id
    begun = cases.start(store, act, unit, "key-enterprise-survey").value
    return ready(store, act, begun.record.id, **SURVEYED)


def _spot_notice(store, act):
    check = kit.start(store, act)
    kit.fill_check(store, act, check.record.id)
    record = preparing.add_paper(store, act, check.case_id, matters.SPOT_NOTICE).value
    return ready(store, act, record.id, **NOTICE)


def _without_sample(form_id, **known):
    """Why nothing was drawn, after the unit was shown the notice."""

    def made(store, act):
        check = kit.start(store, act)
        kit.fill_check(store, act, check.record.id)
        notice(store, act, check.case_id)
        record = preparing.add_paper(store, act, check.case_id, form_id).value
        arrived = {"time_from": "2026-09-16T09:00:00.000+08:00", "certificates_shown": "yes"}
        return ready(store, act, record.id, **arrived, party_opinion="无", **known)

    return made


def _evidence(**known):
    def made(store, act):
        check = kit.start(store, act)
        kit.fill_check(store, act, check.record.id)
        kit.mark_adverse(store, act, check.record.id, "instruments", "两台台秤已过期。")
        record = preparing.add_paper(store, act, check.case_id, matters.EVIDENCE).value
        return ready(store, act, record.id, rows=GOODS, **{**PRESERVED, **known})

    return made


def _materials(store, act):
    check = kit.start(store, act)
    kit.fill_check(store, act, check.record.id)
    record = preparing.add_paper(store, act, check.case_id, matters.MATERIALS).value
    return ready(store, act, record.id, rows=LISTED, **ASKED)


def _questioning(store, act):
    check = kit.start(store, act)
    kit.fill_check(store, act, check.record.id)
    kit.mark_adverse(store, act, check.record.id, "instruments", "两台台秤已过期。")
    record = preparing.add_paper(store, act, check.case_id, matters.QUESTIONING).value
    return ready(store, act, record.id, rows=BROUGHT, **CALLED)


def _heard(store, act):
    """Someone was called and came."""
    called = _questioning(store, act)
    make(store, act, called)
    case_id = records.get(store, called).case_id
    record = preparing.add_paper(store, act, case_id, matters.QUESTIONING_RECORD).value
    return ready(store, act, record.id, each={"answer": "忘了送检。"}, **HEARD)


def _release(store, act):
    """An urgent preservation the head did not approve."""
    laid = _evidence(urgent="yes", urgent_why="货车正在装运")(store, act)
    make(store, act, laid)
    case_id = records.get(store, laid).case_id
    record = preparing.add_paper(store, act, case_id, matters.EVIDENCE_RELEASE).value
    return ready(store, act, record.id, **{**RELEASED, "release_why": "disapproved"})


def _letter(store, act):
    """A letter that commits to one thing more than the minutes."""
    started = interview(store, act)
    issued(store, act, started.record.id)
    held(store, act, started.case.id)
    record = preparing.add_paper(store, act, started.case.id, matters.COMMITMENT_LETTER).value
    listed = rows_of(open_record(store, act, record.id), "commitment")
    return ready(store, act, record.id, {"commitments": [*listed, ADDED]}, sealed="yes")


def _application(store, act):
    report = judged(store, act, item())
    make(store, act, ready(store, act, report.record_id))
    told_of(store, act, report)
    finalise(store, act, report.id, waived=WAIVED)
    order = preparing.prepare_notice(store, act, report.case_id).value
    make(store, act, ready(store, act, order.id, mode="by", deadline="2026-11-15"))
    record = preparing.add_paper(store, act, report.case_id, matters.RECHECK_APPLY).value
    today = {"ordered_on": "2026-09-16", "corrected_on": "2026-09-16"}
    return ready(store, act, record.id, **APPLIED | today)


def _report_receipt(store, act):
    begun = se_kit.check(store, act, matters.LIFT_CHECK)
    kit.mark_adverse(store, act, begun.record.id, "alarm", "按下后无人应答")
    se_kit.finish(store, act, begun.record.id)
    order = preparing.prepare_notice(store, act, begun.case.id).value
    make(store, act, ready(store, act, order.id))
    return receipt(store, act, begun.case.id, **SAID)


MORE: Mapping[str, Sequence[Callable[[Store, Acting], str]]] = {
    "key-enterprise-survey": [_survey],
    matters.IDENTITY_NOTICE: [
        _of_desk(matters.IDENTITY_NOTICE, COMPLAINT, deadline="2026-09-21", tell_mode="sms")
    ],
    matters.ACCEPTED: [_of_desk(matters.ACCEPTED, COMPLAINT, tell_mode="sms")],
    matters.REJECTED: [
        _of_desk(
            matters.REJECTED, COMPLAINT, grounds="late", reason="2022年购买", tell_mode="letter"
        )
    ],
    matters.MEDIATION_NOTICE: [
        _of_desk(
            matters.MEDIATION_NOTICE,
            COMPLAINT,
            accepted=True,
            meet_at="2026-09-21T09:00:00.000+08:00",
            tell_mode="phone",
        )
    ],
    matters.MEDIATION_AGREEMENT: [
        _of_desk(matters.MEDIATION_AGREEMENT, COMPLAINT, accepted=True, agreed="退款并收回商品")
    ],
    matters.MEDIATION_END: [
        _of_desk(
            matters.MEDIATION_END, COMPLAINT, accepted=True, end_ground="refused", tell_mode="sms"
        )
    ],
    matters.REPORT_RESULT: [
        _of_desk(
            matters.REPORT_RESULT,
            REPORT,
            lead=True,
            outcome="filed",
            decided_on="2026-09-16",
            law_basis="《市场监督管理投诉举报处理办法》第三十一条",
            outcome_told="已经对被举报人立案调查。",
            tell_mode="phone",
        )
    ],
    matters.RESULT_NOTICE: [_notice_again],
    matters.OBJECTION_DECISION: [_objection_refused],
    matters.INSTRUCTION: [_instruction],
    matters.VISIT_RESULT: [_visit_result],
    matters.SPOT_NOTICE: [_spot_notice],
    matters.NO_SAMPLE: [
        _without_sample(matters.NO_SAMPLE, no_reason="stopped", reason_detail="生产线已停用")
    ],
    matters.SAMPLING_REFUSED: [
        _without_sample(
            matters.SAMPLING_REFUSED,
            refused_place="厂门口",
            way="entry",
            refusal_facts="门卫不让进入",
            explained="yes",
            proof="现场录像",
            agreed_later="yes",
        )
    ],
    matters.EVIDENCE: [
        _evidence(approved_on="2026-09-16"),
        _evidence(urgent="yes", urgent_why="货车正在装运"),
    ],
    matters.MATERIALS: [_materials],
    matters.REPORT_RECEIPT: [_report_receipt],
    matters.QUESTIONING: [_questioning],
    matters.QUESTIONING_RECORD: [_heard],
    matters.EVIDENCE_RELEASE: [_release],
    matters.COMMITMENT_LETTER: [_letter],
    matters.RECHECK_APPLY: [_application],
}
"""How each of them is brought to the point of being issued, by form id."""

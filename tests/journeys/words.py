"""What is written into the papers of the story, by question name."""

from tests.unit.app.services.told import ADVERSE, CHECK, SHEET

__all__ = [
    "ADVERSE",
    "CHECK",
    "ENTERPRISE",
    "MANAGER",
    "NOTICE",
    "PARTNER",
    "PRODUCT",
    "SHEET",
    "SITE",
]

ENTERPRISE = "小白羊"
PARTNER = "李喆"
PRODUCT = "儿童三轮车"
MANAGER = "周堃"
"""Who signs for the plant; the last sign is rare."""

SITE = {
    "place": "成品库",
    "notify_party": "已当场通知当事人，成品库主管周堃到场。",
    "attendant": MANAGER,
    "attendant_post": "成品库主管",
    "certificate_answer": "看清楚了。",
    "recusal": "no",
    "measures_taken": "no",
    "party_statement": "无陈述、申辩意见，会尽快整改。",
    "read_how": "read",
    "read_answer": "以上记录属实。",
}
NOTICE = {
    "recheck_plan": "改正期满后，本局将派员复查。",
    "consequence": "逾期不改正或者改正不符合要求的，本局将依法处理。",
}

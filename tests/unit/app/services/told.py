"""What the tests answer in papers, by question name; the demonstration tells its own story."""

CHECK = {
    "contact": "周堃",
    "contact_post": "成品库主管",
    "task_source": "plan",
    "task_name": "儿童用品监督抽查",
    "notice_no": "演示抽通〔2026〕12号",
    "place": "成品库",
    "notice_shown": "yes",
    "certificates_shown": "yes",
    "prior_findings": "无",
    "products_seen": "儿童三轮车，XBY-203，批号20260318",
    "sampled": "yes",
    "not_sampled_reason": "当日成品库存少于抽样基数要求。",
    "summary": "成品库存放儿童三轮车120辆。抽看20辆，合格证和警示标识不全；另有9辆退货车与成品混放，没有标识。已当场抽样封样。",
    "handling": "correct-by send-test",
    "party_opinion": "无",
}
SHEET = {
    "contact": "周堃",
    "task_level": "city",
    "task_kind": "first",
    "task_name": "儿童用品监督抽查",
    "notice_no": "演示抽通〔2026〕12号",
    "certificates_shown": "yes",
    "maker_same": "yes",
    "grade": "合格品",
    "batch": "20260318",
    "base_qty": "120",
    "unit": "辆",
    "unit_price": "268",
    "plan_kind": "fixed",
    "plan_test": "2",
    "spare_qty": "1",
    "place": "warehouse",
    "place_detail": "成品库东侧第2排货架",
    "witness_name": "周堃",
    "witness_unit": "成品库主管",
    "sealing_state": "样品分别装箱，封口处骑缝加贴封条，双方在封条上签名，封条完好。",
    "spare_place": "unit",
    "spare_place_detail": "成品库备样柜，常温干燥",
    "lab": "临沂市产品质量演示检验所",
    "party_opinion": "对抽样过程、样品和上述内容没有异议。",
}
SITE = {
    "place": "成品库",
    "attendant": "周堃",
    "recusal": "no",
    "measures_taken": "no",
    "party_statement": "无",
}
ADVERSE = (
    (
        "label_complete",
        "儿童三轮车（XBY-203，批号20260318）外包装和车身均未标注生产厂名、厂址和安全警示语，抽看20辆均如此。",
    ),
    ("segregation", "成品库东侧9辆退货车与待销成品混放，没有不合格品标识和隔离措施。"),
)
"""Questions answered 不合格, and what was seen."""

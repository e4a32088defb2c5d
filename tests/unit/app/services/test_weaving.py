"""A proposal loses no word of either text, and says nothing that neither wrote."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.services import weaving
from app.services.weaving import ADDED, BOTH, JOINT, REMOVED, SAME, text_of, weave

CLAUSES = ("现场整洁，", "灭火器压力不足1具。", "灭火器压力不足3具。", "通道堵塞；", "问：几时进货？\n",
           "答：上月。\n", "3.5 t，", "no. 4 ", "王某在场", "，", "\n")  # fmt: skip
SIGNS = st.lists(st.sampled_from("甲乙，。\n1 a"), max_size=4).map("".join)
texts = st.lists(st.sampled_from(CLAUSES) | SIGNS, max_size=7).map("".join)
calmly = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""The machine may be busy with other tests."""


def written_by(pieces, side):
    """The text of one side as it was written: nothing of it is lost in the pieces."""
    return "".join(
        piece.text
        for piece in pieces
        if piece.kind == SAME
        or (piece.kind == ADDED and piece.side in {side, BOTH})
        or (piece.kind == REMOVED and piece.side == 1 - side)
    )


@calmly
@given(texts | st.none(), texts, texts)
def test_either_text_can_be_read_again_from_the_proposal(base, first, second):
    pieces = weave(base, first, second)
    assert written_by(pieces, 0) == first
    assert written_by(pieces, 1) == second
    if base is not None:  # and what both had before
        before = (piece.text for piece in pieces if piece.kind in {SAME, REMOVED})
        assert "".join(before) == base


@calmly
@given(texts, texts)
def test_what_only_one_changed_is_as_he_wrote_it(base, changed):
    assert text_of(weave(base, changed, base)) == changed
    assert text_of(weave(base, base, changed)) == changed
    assert text_of(weave(base, changed, changed)) == changed


@pytest.mark.parametrize(
    ("base", "first", "second", "proposed", "clashes"),
    [
        # each added a clause, at the same place
        ("现场整洁", "现场整洁，灯坏", "现场整洁，门堵", "现场整洁，灯坏，门堵", False),
        ("甲。", "甲。乙。", "丙。甲。", "丙。甲。乙。", False),
        # a number is never put together from two
        ("缺1具。", "缺3具。", "缺5具。", "缺3具。缺5具。", True),
        ("缺1具", "缺3具", "缺5具", "缺3具\n缺5具", True),
        # two halves that would say what neither wrote
        ("一楼合格", "二楼合格", "一楼不合格", "二楼合格\n一楼不合格", True),
        # one took out what the other left, one changed what the other left
        ("甲。乙。戊。丙。", "甲。戊。丙。", "甲。乙。戊。丙丁。", "甲。戊。丙丁。", False),
        # one took out what the other changed: it is there to be seen
        ("甲。乙乙。", "甲。", "甲。乙丁。", "甲。乙丁。", True),
        # nothing is known of what both had before
        (None, "甲。同。乙。", "甲。同。丙。", "甲。同。乙。丙。", False),
        ("", "甲", "乙", "甲\n乙", False),
        ("", "甲。乙。", "甲。丙。", "甲。乙。丙。", False),
    ],
)
def test_how_two_texts_are_put_together(base, first, second, proposed, clashes):
    pieces = weave(base, first, second)
    assert text_of(pieces) == proposed
    assert any(piece.clash for piece in pieces) is clashes


def test_every_word_says_who_added_or_took_it_out():
    pieces = weave("甲。戊。己。乙。", "甲。戊。丙。己。乙。", "丁甲。戊。己。")
    told = {(piece.kind, piece.side, piece.text) for piece in pieces}
    assert {(ADDED, 0, "丙。"), (ADDED, 1, "丁"), (REMOVED, 1, "乙。")} <= told
    assert not any(piece.kind == JOINT for piece in pieces)


def test_where_all_is_like_all_only_both_ends_are_compared(monkeypatch):
    """Comparing such texts takes minutes: a clause that is there a thousand times is like each."""
    monkeypatch.setattr(weaving, "_MOST", 40)
    base, first = "开头，" + "是，否，" * 5 + "末尾。", "开头，" + "是，是，否，" * 5 + "末尾。"
    pieces = weave(base, first, base)
    assert [piece.text for piece in pieces if piece.kind == SAME] == [
        "开头，是，",
        "，是，否，末尾。",
    ]
    assert (written_by(pieces, 0), written_by(pieces, 1)) == (first, base)

"""What holds for every sequence of answers."""

from hypothesis import given, settings
from hypothesis import strategies as st

from forms.lists import EmptyLists
from forms.model import Form
from forms.session import Session
from forms.xform import load

MARKDOWN = """
| settings |
|  | form_id |
|  | web |
| survey |
|  | type | name | label | relevant | constraint | calculation | choice_filter | required | repeat_count |
|  | integer | a | A | | . < 50 | | | yes | |
|  | integer | b | B | ${a} > 3 | | | | ${c} > 2 | |
|  | integer | c | C | | . != ${b} | | | | |
|  | begin_group | g | G | ${c} != 1 | | | | | |
|  | select_one town | town | T | | | | county = ${county} | | |
|  | text | county | Y | | | | | | |
|  | calculate | d | | | | ${a} + coalesce(${b}, 0) | | | |
|  | end_group | | | | | | | | |
|  | calculate | e | | ${d} > 4 | | ${d} * 2 | | | |
|  | begin_repeat | r | R | ${c} != 7 | | | | | ${c} |
|  | integer | x | X | ${a} != 2 | . > ${a} | | | | |
|  | calculate | y | | | | coalesce(${x}, 0) + position(..) * ${a} | | | |
|  | end_repeat | | | | | | | | |
|  | calculate | s | | | | sum(${y}) + count(${r}) | | | |
|  | note | n | 共 ${s} | | | | | | |
| choices |
|  | list_name | name | label | county |
|  | town | t1 | 一 | u |
|  | town | t2 | 二 | u |
|  | town | t3 | 三 | v |
"""


def _form() -> Form:
    from pyxform.xls2xform import convert

    return load(convert(xlsform=MARKDOWN, file_type=".md").xform.encode())


FORM = _form()
NUMBERS = st.sampled_from(["", "0", "1", "2", "3", "4", "7", "60", "x"])
ROW = st.sampled_from([f"/data/r{{0000000{n}}}/x" for n in range(1, 5)])
ANSWERS = st.one_of(
    st.tuples(st.sampled_from(["/data/a", "/data/b", "/data/c"]), NUMBERS),
    st.tuples(ROW, NUMBERS),
    st.tuples(st.just("/data/g/town"), st.sampled_from(["", "t1", "t3", "t9"])),
    st.tuples(st.just("/data/g/county"), st.sampled_from(["", "u", "v"])),
)


def picture(session: Session) -> dict[str, object]:
    """All a screen can see, the random identity apart."""
    refs: list[str] = []
    waiting = ["/data"]
    while waiting:
        ref = waiting.pop()
        refs.append(ref)
        waiting.extend(session.children(ref))
    return {ref: session.node(ref) for ref in refs if "meta" not in ref}


def answer(session: Session, ref: str, value: str) -> None:
    try:
        session.set(ref, value)
    except KeyError:
        assert "{" in ref


@settings(deadline=None, max_examples=60)
@given(st.lists(ANSWERS, max_size=14))
def test_computing_what_changed_equals_computing_everything(steps):
    session = Session(FORM, EmptyLists())
    for ref, value in steps:
        answer(session, ref, value)
    before = picture(session)
    session._settler.compute_all()
    session._rest()
    assert picture(session) == before


@settings(deadline=None, max_examples=60)
@given(st.lists(ANSWERS, max_size=14))
def test_the_reported_changes_are_exactly_the_changes(steps):
    session = Session(FORM, EmptyLists())
    for ref, value in steps:
        before = picture(session)
        try:
            changed = session.set(ref, value)
        except KeyError:
            continue
        after = picture(session)
        kept = before.keys() & after.keys()
        parts = {
            "values": lambda state: state.value,
            "visible": lambda state: state.relevant,
            "errors": lambda state: state.error,
        }
        for part, look in parts.items():
            differ = {r for r in kept if look(before[r]) != look(after[r]) and r != "/data/r"}
            assert differ == {r for r in getattr(changed, part) if r in kept}, part
        offered = {
            r
            for r in kept
            if (before[r].choices, before[r].label, before[r].required, before[r].readonly)
            != (after[r].choices, after[r].label, after[r].required, after[r].readonly)
        }
        assert offered == {r for r in changed.choices if r in kept}


@settings(deadline=None, max_examples=60)
@given(st.lists(ANSWERS, max_size=14))
def test_storing_and_opening_again_changes_nothing(steps):
    session = Session(FORM, EmptyLists())
    for ref, value in steps:
        answer(session, ref, value)
    again = Session(FORM, EmptyLists(), answers=session.answers())
    assert again.answers() == session.answers()
    assert picture(again) == picture(session)
    assert again.problems() == session.problems()


@settings(deadline=None, max_examples=40)
@given(
    st.dictionaries(st.sampled_from(["a", "b", "c", "g/town", "g/county"]), NUMBERS), st.randoms()
)
def test_any_order_of_answers_gives_the_same_state(chosen, random):
    pictures = []
    for _ in range(2):
        steps = list(chosen.items())
        random.shuffle(steps)
        session = Session(FORM, EmptyLists())
        for name, value in steps:
            session.set(f"/data/{name}", value)
        pictures.append(picture(session))
    assert pictures[0] == pictures[1]


@settings(deadline=None, max_examples=40)
@given(st.lists(ANSWERS, max_size=14))
def test_no_answer_is_ever_lost_by_answering_another(steps):
    session = Session(FORM, EmptyLists())
    given_by_hand: dict[str, str] = {}
    for ref, value in steps:
        try:
            session.set(ref, value)
        except KeyError:
            continue
        given_by_hand[ref] = value
    stored = session.answers()
    assert {ref: stored.get(ref, "") for ref in given_by_hand} == given_by_hand

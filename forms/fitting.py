"""Whether an answer given to one version of a question is an answer to another version of it."""

from forms.model import Form, Question
from forms.speech import CHOOSING
from forms.typed import well_formed

SPECIAL = frozenset({"image", "audio", "video", "file", "acknowledge"})
"""Kinds whose values mean nothing to a question of another kind."""

TYPE, CHOICE, COMPUTED = "type", "choice", "computed"


def fitted(old: Question, new: Question, value: str, form: Form) -> tuple[str, str]:
    """What of an answer fits the new question ("" when nothing does), and why not all of it.

    Reasons are ``type``, ``choice`` and ``computed`` (the form now says it itself); "" when the
    whole answer fits. ``form`` is that of the new question.
    """
    if not new.has_control:
        return (value, "") if not old.has_control else ("", COMPUTED)
    if old.kind != new.kind and {old.kind, new.kind} & SPECIAL:
        return "", TYPE
    if new.kind in CHOOSING:
        return _chosen(old, new, value, form)
    # The code of a choice is no text: printed, it would say "no" where 不合格 was chosen.
    if old.kind in CHOOSING:
        return "", TYPE
    return (value, "") if well_formed(value, new.datatype) else ("", TYPE)


def _chosen(old: Question, new: Question, value: str, form: Form) -> tuple[str, str]:
    words = value.split() if old.kind in CHOOSING - {"select_one"} else [value]
    if new.kind == "select_one" and len(words) > 1:
        return "", TYPE
    offered = offered_by(new, form)
    if offered is None:
        return (value, "") if old.kind in CHOOSING else ("", TYPE)
    fitting = [word for word in words if word in offered]
    if len(fitting) == len(words):
        return value, ""
    return " ".join(fitting), CHOICE if old.kind in CHOOSING else TYPE


def offered_by(question: Question, form: Form) -> frozenset[str] | None:
    """The values a question may ever offer; None where registers or other answers say."""
    itemset = question.itemset
    if itemset is None:
        return frozenset(choice.value for choice in question.choices)
    known = form.lists.get(itemset.list_id)
    if known is None or itemset.value not in {"", "name"}:
        return None
    return frozenset(choice.value for choice in known)

"""Words of signing: who signs where on the screen, and what stands on the paper instead of a name.

The paper is Chinese whatever language the screen speaks, so its words are not translated.
"""

from PySide6.QtCore import QCoreApplication

ON_PAPER = {
    "refused": "当事人拒绝签名，检查人员注明。",
    "absent": "当事人不在场，检查人员注明。",
    "read": "已向其宣读，其确认无误。",
}
"""The wording kept with a refusal, an absence, or a signature after the paper was read aloud."""


def with_witness(wording: str, witness: str) -> str:
    """The wording with the witness named, once."""
    name = witness.strip()
    if not name or name in wording:
        return wording.strip()
    return f"{wording.strip()}见证人：{name}。"


def role_words(role: str) -> str:
    """Who signs at a place, for the screen."""
    known = {
        "inspector": QCoreApplication.translate("signing", "Inspector"),
        "party": QCoreApplication.translate("signing", "Person in charge of the inspected unit"),
        "witness": QCoreApplication.translate("signing", "Witness"),
        "approver": QCoreApplication.translate("signing", "Approver"),
        "recorder": QCoreApplication.translate("signing", "Recorder"),
        "complainant": QCoreApplication.translate("signing", "Complainant"),
    }
    return known.get(role, role)


def state_said(state: str) -> str:
    """What became of a place nobody signed at."""
    if state == "refused":
        return QCoreApplication.translate("signing", "Refused to sign")
    return QCoreApplication.translate("signing", "Not present")

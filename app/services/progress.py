"""How far a paper is: answered and asked, over all its sections."""

from forms.session import Session


def count(session: Session) -> tuple[int, int]:
    """Answered and asked questions of the whole paper."""
    parts = [session.progress(section) for section in session.sections()]
    return sum(part[0] for part in parts), sum(part[1] for part in parts)

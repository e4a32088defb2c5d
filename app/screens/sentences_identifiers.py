"""What is wrong with an identifier, in words, and which character would be right."""

from PySide6.QtCore import QCoreApplication

CONTEXT = "sentences"


def problem_words(code: str) -> str:
    """What is wrong with an identifier, to go on a sentence with."""
    known = {
        "empty": QCoreApplication.translate(CONTEXT, "it is missing"),
        "length": QCoreApplication.translate(CONTEXT, "it must have 18 characters"),
        "character": QCoreApplication.translate(CONTEXT, "it has a character that never occurs"),
        "full-width": QCoreApplication.translate(CONTEXT, "it has full-width characters"),
        "space": QCoreApplication.translate(CONTEXT, "it has a space inside"),
        "lower-case": QCoreApplication.translate(CONTEXT, "its letters must be capitals"),
        "check-digit": QCoreApplication.translate(
            CONTEXT, "the last check digit does not fit the characters before it"
        ),
        "organisation-check": QCoreApplication.translate(
            CONTEXT, "the check digit of the organisation code (17th character) does not fit"
        ),
        "pattern": QCoreApplication.translate(CONTEXT, "it is not built as it must be"),
        "variety": QCoreApplication.translate(
            CONTEXT, "its first four characters are no variety of the 2014 catalogue"
        ),
        "year": QCoreApplication.translate(CONTEXT, "the year in it cannot be"),
        "kind": QCoreApplication.translate(
            CONTEXT, "it does not begin with the short name of a kind of equipment"
        ),
        "province": QCoreApplication.translate(
            CONTEXT, "the short name of the province is not right"
        ),
        "region": QCoreApplication.translate(CONTEXT, "there is no such region code"),
    }
    return known.get(code, QCoreApplication.translate(CONTEXT, "a check digit does not fit"))


def uscc_sentence(text: str) -> str:
    """What is wrong with a 统一社会信用代码 and what would be right; empty for a good one."""
    from forms.rules.identifiers import check

    problem = check("uscc", text)
    if problem is None:
        return ""
    right = problem.expected
    wrong = [place for place, pair in enumerate(zip(text, right, strict=False)) if len({*pair}) > 1]
    if len(right) == len(text) and len(wrong) == 1:
        sentence = QCoreApplication.translate(
            CONTEXT,
            "This is not a valid code: {problem}. If the others are right, character {place} must "
            "be {right}. Compare it with the licence.",
        )
        place = wrong[0]
        return sentence.format(
            problem=problem_words(problem.code), place=place + 1, right=right[place]
        )
    sentence = QCoreApplication.translate(
        CONTEXT, "This is not a valid code: {problem}. Compare it with the licence."
    )
    return sentence.format(problem=problem_words(problem.code))

"""What a rule says when it is asked something it must not answer."""


class RuleError(ValueError):
    """A rule was given facts it cannot work with.

    ``code`` says which rule refused (for example ``sample-exceeds-lot``) and ``facts`` the values a
    sentence about it needs.
    No words for people here: the screen makes the sentence in the reader's language.
    """

    def __init__(self, code: str, **facts: object) -> None:
        """Keep the code and the facts."""
        self.code = code
        self.facts = facts
        super().__init__(code, facts)

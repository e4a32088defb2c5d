"""What can make a paper impossible to draw: codes and facts, no sentences."""


class PaperError(Exception):
    """The page cannot be drawn; ``code`` says why, the attributes say what."""

    code = "paper"


class MissingGlyph(PaperError):  # noqa: N818 - the name is the fact
    """Characters no face has; a document with a blank in a name must not be issued.

    ``characters`` is each one once, in order; ``where`` the words around the first.
    """

    code = "missing-glyph"

    def __init__(self, characters: str, where: str) -> None:
        super().__init__(f"no glyph for {characters!r} in {where!r}")
        self.characters = characters
        self.where = where


class PageOverflow(PaperError):  # noqa: N818 - the name is the fact
    """One part is taller than a page; ``needed`` and ``room`` in millimetres."""

    code = "page-overflow"

    def __init__(self, needed: float, room: float) -> None:
        super().__init__(f"a part needs {needed:.1f} mm, a page has {room:.1f} mm")
        self.needed = needed
        self.room = room


class BadPicture(PaperError):  # noqa: N818 - the name is the fact
    """A photo's bytes are no picture Pillow can read; ``caption`` says which."""

    code = "bad-picture"

    def __init__(self, caption: str) -> None:
        super().__init__(f"the picture {caption!r} cannot be read")
        self.caption = caption


class BadCode(PaperError):  # noqa: N818 - the name is the fact
    """A code's text is too long for the square; ``length`` is its number of characters."""

    code = "bad-code"

    def __init__(self, length: int) -> None:
        super().__init__(f"{length} characters do not fit the code")
        self.length = length

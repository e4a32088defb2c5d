"""Words and where they stand, line by line, out of a drawn PDF; run as a module to renew the files.

python -m tests.unit.forms.paper.golden
"""

from pathlib import Path

import pypdfium2  # noqa: TID253 - a test reads the whole file anyway

from forms.paper import draw
from forms.paper.blocks import Printed
from tests.unit.forms.paper import specimens

FOLDER = Path(__file__).parent / "golden"
NAMES = ("letter", "record", "on_site", "spot_check", "labels")
_MM = 25.4 / 72


def positions(printed: Printed) -> str:
    """Give ``page x y text`` a line, millimetres from the top left, and the named places."""
    rows = []
    document = pypdfium2.PdfDocument(printed.pdf)
    for number, page in enumerate(document):
        text = page.get_textpage()
        for n in range(text.count_rects()):
            left, bottom, right, top = text.get_rect(n)
            words = text.get_text_bounded(left, bottom, right, top).strip()
            x, y = left * _MM, printed.height_mm - top * _MM
            rows.append(f"{number + 1} {x:6.1f} {y:6.1f} {words}")
        text.close()
        page.close()
    document.close()
    rows += [
        f"@{p.name} {p.page + 1} {p.x:.1f} {p.y:.1f} {p.width:.1f} {p.height:.1f}"
        for p in printed.places
    ]
    return "\n".join(rows) + "\n"


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name in NAMES:
        (FOLDER / f"{name}.txt").write_text(positions(draw(getattr(specimens, name)())), "utf-8")


if __name__ == "__main__":
    main()

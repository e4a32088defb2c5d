"""``python -m tests.bench [group…]``: measure and print one JSON line a figure."""

import importlib
import sys

GROUPS = (
    *("start", "memory", "search", "answer", "issue", "engine", "forms", "draw"),
    *("board", "equipment", "samples", "sync"),
)


def main(asked):
    unknown = [one for one in asked if one not in GROUPS]
    if unknown:
        print(f"There is no group {unknown[0]}; there are: {', '.join(GROUPS)}.", file=sys.stderr)  # noqa: T201 - the terminal is where it was asked
        return 2
    for name in asked or GROUPS:
        group = importlib.import_module(f"tests.bench.{name}")
        for figure in group.figures():
            print(figure.line(), flush=True)  # noqa: T201 - what the command is for
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

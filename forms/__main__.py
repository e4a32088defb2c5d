"""``python -m forms check FILE`` and ``python -m forms publish FILE [-o OUT]``."""

import argparse
import sys
from pathlib import Path

from forms.publish import PublishError, publish


def main(arguments: list[str] | None = None) -> int:
    """Check or publish one workbook; 0 when it is sound, 1 when something is wrong with it."""
    parser = argparse.ArgumentParser(prog="python -m forms", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, words in (("check", "say what is wrong"), ("publish", "check and freeze")):
        command = commands.add_parser(name, help=words)
        command.add_argument("file", type=Path, help="the workbook (.xlsx or .md)")
        if name == "publish":
            command.add_argument("-o", "--out", type=Path, help="where the package goes")
    asked = parser.parse_args(arguments)
    try:
        package = publish(asked.file)
    except PublishError as error:
        for problem in error.problems:
            sys.stderr.write(f"{problem.line('zh')}\n    {problem.line('en')}\n")
        return 1
    told = f"{package.id} {package.version} {package.hash}"
    if asked.command == "publish":
        out = asked.out or asked.file.with_name(f"{package.id}-{package.version}.xjform")
        out.write_bytes(package.to_bytes())
        told += f" → {out}"
    sys.stdout.write(f"{told}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""``python -m forms check FILE`` and ``python -m forms publish FILE [-o OUT]``."""

import argparse
import errno
import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from forms.publish import PublishError, publish


def main(arguments: list[str] | None = None) -> int:
    """Check or publish one workbook.

    0 when it is sound, 1 when something is wrong with it, 2 when the package cannot be written.
    """
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
        try:
            _write_whole(out, package.to_bytes())
        except OSError as error:
            sys.stderr.write(_not_written(out, error))
            return 2
        told += f" → {out}"
    sys.stdout.write(f"{told}\n")
    return 0


def _write_whole(path: Path, data: bytes) -> None:
    """Write beside and replace: a package that stands there is whole or untouched."""
    if path.exists() and not path.is_file():  # a pipe or a device takes it as it comes
        path.write_bytes(data)
        return
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(0o644)
        beside.replace(path)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise


_WHY = {
    errno.ENOSPC: (
        "磁盘已满：请清出空间后再次发布",
        "the disk is full; free some space and publish again",
    ),
    errno.EROFS: (
        "该文件夹不可写：请换一个位置",
        "the folder may not be written; choose another place",
    ),
    errno.ENOENT: ("没有该文件夹：请检查路径", "there is no such folder; check the path"),
}
_WHY |= {
    errno.EDQUOT: _WHY[errno.ENOSPC],
    errno.EACCES: _WHY[errno.EROFS],
    errno.EPERM: _WHY[errno.EROFS],
    errno.ENOTDIR: _WHY[errno.ENOENT],
}
_ELSE = ("无法写入该处：请检查路径和磁盘", "it cannot be written; check path and disk")


def _not_written(out: Path, error: OSError) -> str:
    """Say in both languages why nothing was written, and that nothing was changed."""
    zh, en = _WHY.get(error.errno or 0, _ELSE)
    return (
        f"未能写出 {out}，{zh}。原有文件均未改动。\n"
        f"    {out} was not written: {en}. Nothing that stood there was changed.\n"
    )


if __name__ == "__main__":
    sys.exit(main())

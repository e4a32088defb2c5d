"""Check, publish, begin and compare forms: ``check FILE``, ``publish FILE``, ``new OUT``, ``compare OLD NEW``.

``build`` makes the packages of the whole library beforehand.
"""

import argparse
import sys
from pathlib import Path

from forms.package import Package, PackageError
from forms.publish import PublishError, publish
from forms.publish_workbook import load
from forms.writing import not_written, write_whole


def main(arguments: list[str] | None = None) -> int:
    """Do one command.

    0 when all is well, 1 when something is wrong with a workbook, 2 when nothing could be written.
    """
    parser = argparse.ArgumentParser(prog="python -m forms", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, words in (("check", "say what is wrong"), ("publish", "check and freeze")):
        command = commands.add_parser(name, help=words)
        command.add_argument("file", type=Path, help="the workbook (.xlsx, .xls, .csv or .md)")
        if name == "publish":
            command.add_argument("-o", "--out", type=Path, help="where the package goes")
        else:
            command.add_argument(
                "--marked", type=Path, metavar="OUT.xlsx", help="write a copy with red cells"
            )
            command.add_argument(
                "--language", choices=("zh", "en"), default="zh", help="of the copy's comments"
            )
    command = commands.add_parser("new", help="write a workbook to begin a form with")
    command.add_argument("file", type=Path, metavar="OUT.xlsx", help="the workbook to be written")
    command = commands.add_parser("compare", help="say what changed, and what drafts cannot bear")
    for name, words in (("old", "the earlier version"), ("new", "the new one")):
        command.add_argument(name, type=Path, help=f"{words}: a workbook or a package")
    commands.add_parser("build", help="make the library's packages, so that a start need not")
    asked = parser.parse_args(arguments)
    doing = {
        "check": _check,
        "publish": _publish,
        "new": _new,
        "compare": _compare,
        "build": _build,
    }
    try:
        return doing[asked.command](asked)
    except PublishError as error:
        return _tell(error)
    except OSError as error:
        where = error.filename or ""
        return _say(f"无法读写文件 {where}，请检查路径和权限", f"{where} cannot be read or written")


def _check(asked: argparse.Namespace) -> int:
    if asked.marked and (refused := _refused(asked.file, asked.marked)):
        return _say(*refused)
    try:
        package = publish(asked.file)
    except PublishError as error:
        _tell(error)
        if asked.marked:
            from forms.publish_marked import marked

            copy = marked(asked.file, error.problems, language=asked.language)
            if not _written(asked.marked, copy):
                return 2
            _say(f"已写出标红的副本：{asked.marked}", f"The marked copy is {asked.marked}")
        return 1
    sys.stdout.write(f"{package.id} {package.version} {package.hash}\n")
    return 0


def _publish(asked: argparse.Namespace) -> int:
    if asked.out and asked.out.exists() and asked.out.samefile(asked.file):
        return _say(
            "表单包不能覆盖工作簿本身，请换一个文件名",
            "The package may not replace the workbook itself",
        )
    package = publish(asked.file)
    out = asked.out or asked.file.with_name(f"{package.id}-{package.version}.xjform")
    if not _written(out, package.to_bytes()):
        return 2
    sys.stdout.write(f"{package.id} {package.version} {package.hash} → {out}\n")
    return 0


def _written(out: Path, data: bytes) -> bool:
    try:
        write_whole(out, data)
    except OSError as error:
        sys.stderr.write(not_written(out, error))
        return False
    return True


def _new(asked: argparse.Namespace) -> int:
    from forms.publish_starter import new_workbook

    out = asked.file
    if out.suffix.lower() != ".xlsx":
        return _say(f"{out} 要以 .xlsx 结尾", f"{out} must end in .xlsx")
    if out.exists():
        return _say(
            f"已经有文件 {out}，请换一个名称", f"There is a file {out}; choose another name"
        )
    if not _written(out, new_workbook()):
        return 2
    sys.stdout.write(f"{out}\n")
    return 0


def _build(_asked: argparse.Namespace) -> int:
    from forms.built import build

    made = build()
    if made:
        sys.stdout.write(f"{len(made)} → forms/built\n")
    return 0


def _compare(asked: argparse.Namespace) -> int:
    from forms.compare import compare

    try:
        found = compare(_version(asked.old), _version(asked.new))
    except PackageError as error:
        return _say(f"不是完好的表单包（{error.code}）", f"This is no sound package ({error.code})")
    for one in found:
        sys.stdout.write(f"{one.line('zh')}\n    {one.line('en')}\n")
    if not found:
        sys.stdout.write("没有差别\n    No difference\n")
    return 1 if any(one.level == "breaking" for one in found) else 0


def _version(path: Path) -> Package:
    """The package a file is, or the one its workbook gives."""
    if path.suffix == ".xjform":
        return Package.from_bytes(load(path))
    try:
        return publish(path)
    except PublishError:
        _say(f"工作簿 {path} 有错误：", f"The workbook {path} has problems:")
        raise


def _refused(source: Path, out: Path) -> tuple[str, str] | None:
    """Why nothing may be written there, in both languages."""
    if out.suffix.lower() != ".xlsx":
        return f"{out} 要以 .xlsx 结尾", f"{out} must end in .xlsx"
    if out.resolve() == source.resolve():
        return (
            "副本不能覆盖原工作簿，请换一个文件名",
            "The copy may not replace the workbook itself",
        )
    return None


def _tell(error: PublishError) -> int:
    for problem in error.problems:
        _say(problem.line("zh"), problem.line("en"))
    return 1


def _say(chinese: str, english: str) -> int:
    """One sentence in both languages for the person at the terminal; gives 1."""
    sys.stderr.write(f"{chinese}\n    {english}\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())

"""``python -m forms check`` and ``publish``."""

import errno
import os
import resource

import pytest

from forms.__main__ import main
from forms.package import Package
from tests.unit.forms.publishing import workbooks


def test_a_sound_workbook_is_published_into_one_file(tmp_path, capsys):
    path = tmp_path / "small.md"
    path.write_bytes(workbooks.markdown())
    assert main(["publish", str(path)]) == 0
    package = Package.from_bytes((tmp_path / "small-1.xjform").read_bytes())
    assert package.id == "small"
    assert package.hash in capsys.readouterr().out


def test_checking_writes_nothing(tmp_path):
    path = tmp_path / "small.xlsx"
    path.write_bytes(workbooks.excel())
    assert main(["check", str(path)]) == 0
    assert list(tmp_path.iterdir()) == [path]


def test_csv_files_beside_the_workbook_travel_with_it(tmp_path):
    path = tmp_path / "small.md"
    survey = workbooks.with_row(
        "survey", 9, "select_one_from_file colours.csv", "seal", "颜色", "Colour"
    )
    path.write_bytes(workbooks.markdown(survey=survey))
    (tmp_path / "colours.csv").write_text("name,label\nred,红\n", encoding="utf-8")
    assert main(["publish", str(path), "-o", str(tmp_path / "out.xjform")]) == 0
    package = Package.from_bytes((tmp_path / "out.xjform").read_bytes())
    assert package.lists == {"colours": "name,label\nred,红\n"}
    assert package.registers == ()


def test_a_wrong_workbook_is_told_in_both_languages(tmp_path, capsys):
    path = tmp_path / "small.md"
    path.write_bytes(
        workbooks.markdown(survey=workbooks.with_cell("survey", 4, "constraint", "if(1,2"))
    )
    assert main(["check", str(path)]) == 1
    told = capsys.readouterr().err
    assert "工作表 survey，第 4 行" in told
    assert "sheet survey, row 4" in told


def test_a_folder_that_is_not_there_is_told_in_both_languages(tmp_path, capsys):
    path = tmp_path / "small.md"
    path.write_bytes(workbooks.markdown())
    assert main(["publish", str(path), "-o", str(tmp_path / "nowhere" / "x.xjform")]) == 2
    told = capsys.readouterr().err
    assert "没有该文件夹" in told
    assert "there is no such folder" in told


@pytest.mark.parametrize(
    ("code", "words"), [(errno.ENOSPC, "磁盘已满"), (errno.EROFS, "该文件夹不可写")]
)
def test_a_disk_that_takes_no_package_leaves_the_old_one_whole(
    tmp_path, capsys, monkeypatch, code, words
):
    path, out = tmp_path / "small.md", tmp_path / "small-1.xjform"
    path.write_bytes(workbooks.markdown())
    out.write_bytes(b"the old package")

    def refuse(_handle):
        raise OSError(code, "the disk will not")

    monkeypatch.setattr(os, "fsync", refuse)
    assert main(["publish", str(path)]) == 2
    assert words in capsys.readouterr().err
    assert out.read_bytes() == b"the old package"
    assert sorted(tmp_path.iterdir()) == [out, path]


def test_a_package_never_replaces_the_workbook_it_is_made_of(tmp_path, capsys):
    """One slip at the keyboard must not cost the only copy of a form."""
    path = tmp_path / "a.md"
    path.write_bytes(workbooks.markdown())
    (tmp_path / "same.md").symlink_to(path)
    for out in (path, tmp_path / "same.md"):
        assert main(["publish", str(path), "-o", str(out)]) == 1
        assert "不能覆盖工作簿" in capsys.readouterr().err
    assert path.read_bytes() == workbooks.markdown()


def test_a_new_workbook_is_written_whole_or_not_at_all(tmp_path, capsys):
    path = tmp_path / "new.xlsx"
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (9_000, before[1]))
    try:
        assert main(["new", str(path)]) == 2
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert "未能写出" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())

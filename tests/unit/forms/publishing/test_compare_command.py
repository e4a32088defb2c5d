"""``python -m forms compare``: every difference in both languages, and an exit code."""

import pytest

from forms.__main__ import main
from tests.unit.forms.publishing import two_versions, workbooks
from tests.unit.forms.publishing.two_versions import SECOND


@pytest.fixture(scope="module")
def first():
    return two_versions.first()


def test_the_command_tells_every_difference_in_both_languages(tmp_path, capsys):
    old, new = tmp_path / "old.md", tmp_path / "new.xlsx"
    old.write_bytes(workbooks.markdown())
    label = workbooks.with_cell("survey", 3, "label::中文 (zh)", "名称")
    new.write_bytes(workbooks.excel(survey=label, settings=SECOND))
    assert main(["compare", str(old), str(new)]) == 0
    out = capsys.readouterr().out
    assert "【无妨】/data/basic/party_name：party_name 的标签改了" in out
    assert "[harmless] /data/basic/party_name: The label of party_name was changed" in out
    assert main(["compare", str(old), str(old)]) == 0
    assert "没有差别" in capsys.readouterr().out


def test_the_command_ends_with_one_when_drafts_would_break(tmp_path, capsys, first):
    old, new = tmp_path / "old.xjform", tmp_path / "new.md"
    old.write_bytes(first.to_bytes())
    changed = workbooks.with_cell("survey", 4, "type", "decimal")
    new.write_bytes(workbooks.markdown(survey=changed, settings=SECOND))
    assert main(["compare", str(old), str(new)]) == 1
    assert "【不兼容】" in capsys.readouterr().out


def test_the_command_says_what_it_cannot_read(tmp_path, capsys):
    broken, missing = tmp_path / "a.xjform", tmp_path / "nowhere.xjform"
    broken.write_bytes(b"x")
    wrong_one = tmp_path / "wrong.md"
    wrong_one.write_bytes(workbooks.markdown(print=None))
    for path in (broken, missing, wrong_one):
        assert main(["compare", str(path), str(path)]) == 1
    told_people = capsys.readouterr().err
    assert "不是完好的表单包" in told_people
    assert "nowhere.xjform" in told_people
    assert "缺少工作表 print" in told_people
    assert f"The workbook {wrong_one} has problems" in told_people

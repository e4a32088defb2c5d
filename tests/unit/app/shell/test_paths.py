"""Names of files from words people wrote."""

import pytest

from app.shell.paths import MOST_NAME, file_name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("现场笔录", "现场笔录"),
        ("抽样/送检: 单 ", "抽样 送检  单"),
        ("../../etc", "etc"),
        ("C:\\a|b?", "C a b"),
        ("…", "…"),
        (" . ", "-"),
        ("长" * 200, "长" * MOST_NAME),
    ],
)
def test_a_title_becomes_a_name_every_system_takes(title, name):
    assert file_name(title) == name

"""What is kept for the program is said in words where people compare it."""

import pytest

from app.services.plain_values import plainly
from db.journal.ids import new_id

ID = new_id()


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        ("138 0000 2716", "138 0000 2716"),
        (ID, "另一项"),
        ("2026-09-16T05:52:41.123Z", "2026-09-16 13:52"),
        ("2026-02-30T05:52:41Z", "2026-02-30T05:52:41Z"),
        ("2026-09-16", "2026-09-16"),
        (f'["张三","{ID}"]', "张三、另一项"),
        ("[]", ""),
        ("[未完", "[未完"),
        ("[" * 5000, "[" * 5000),
        ("", ""),
    ],
)
def test_a_value_is_said_as_it_is_read(kept, said):
    assert plainly(kept, "另一项") == said

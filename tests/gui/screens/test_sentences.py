"""Every refusal of the services is one sentence for people, in the language shown."""

import re
from pathlib import Path

import pytest

from app.screens.review_words import line_of
from app.screens.sentences import REFUSALS, sentence
from app.screens.sentences_clocks import CLOCKS
from app.screens.sentences_equipment import EQUIPMENT
from app.screens.sentences_files import FILES
from app.screens.sentences_merging import MERGING
from app.screens.sentences_printing import PRINTING
from app.screens.sentences_rectify import RECTIFY
from app.screens.sentences_tables import TABLES
from app.services.errors import CODES
from app.services.review import Lack, Spot
from app.shell.i18n import Languages

PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")


@pytest.fixture
def chinese(qapp):
    languages = Languages(qapp, Path("resources/translations"))
    languages.use("zh_CN")
    yield
    languages.use("en")


@pytest.mark.parametrize("code", sorted(CODES))
def test_a_refusal_has_a_sentence_made_of_its_facts(code):
    """No refusal is shown as "something unexpected", and no sentence has a gap."""
    known = {**FILES, **PRINTING, **REFUSALS, **TABLES, **CLOCKS, **EQUIPMENT, **MERGING}
    known |= RECTIFY
    assert code in known
    assert set(PLACEHOLDER.findall("".join(known[code]))) <= set(CODES[code])


@pytest.mark.parametrize("code", sorted(CODES))
def test_a_refusal_is_chinese_on_a_chinese_screen(chinese, code):
    bold, body = sentence(code, dict.fromkeys(CODES[code], "1"))
    assert re.search("[一-鿿]", bold)
    assert re.search("[一-鿿].*[。？]$", body)


def test_a_setting_is_called_as_its_form_calls_it(chinese):
    """The name in the store is ours, not the inspector's."""
    _, body = sentence("setting-wrong", {"name": "court", "value": ""})
    assert body.startswith("“管辖法院”")
    lack = Lack("office-incomplete", True, Spot("settings"), {"name": "government"})
    assert line_of(lack).title == "机关信息不全：本级政府"

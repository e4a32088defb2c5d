"""The runner of public conformance files can pass, fail and skip, and says which."""

import gzip
import json

import pytest

from tests.conformance.__main__ import main
from tests.conformance.scope import REASONS

XFORM = (
    '<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml">'
    '<h:head><model><instance><data id="f"><a/><b/></data></instance>'
    '<bind nodeset="/data/b" calculate="/data/a * 2" type="int"/></model></h:head>'
    '<h:body><input ref="/data/a"/></h:body></h:html>'
)


@pytest.fixture
def told(tmp_path, monkeypatch, capsys):
    """Runs a file's content; gives the exit code and the lines that were said."""

    def tell(name, content):
        path = tmp_path / name
        if name.endswith(".gz"):
            path.write_bytes(gzip.compress("\n".join(map(json.dumps, content)).encode()))
        else:
            path.write_text(json.dumps(content), encoding="utf-8")
        monkeypatch.setattr("sys.argv", ["conformance", str(path)])
        code = main()
        return code, capsys.readouterr().out.splitlines()

    return tell


def expression(name, text, kind, expected, **more):
    return {"id": name, "expression": text, "kind": kind, "expected": expected} | more


def test_expressions_pass_fail_and_are_skipped_for_a_named_reason(told):
    cases = [
        expression("1", "1 + 1", "number", 2),
        expression("2", "1 +", "throws", "Error"),
        expression("3", "1 + 1", "number", 3),
        expression("4", "1 + 1", "throws", "Error"),
        expression("5", "nothing(1)", "string", ""),
        expression("6", "$five", "number", 5),
        expression("7", "/r/a", "nodeset", ["/*[1]/*[2]"], doc="d", context="/"),
    ]
    data = {"meta": {}, "documents": {"d": "<r><b/><a/></r>"}, "cases": cases}
    code, lines = told("xpath.json", data)
    assert code == 1
    assert lines[-1] == "3 passed, 3 failed, 1 skipped"
    assert [line.split(":")[0].strip() for line in lines[1:4]] == ["3", "4", "5"]
    assert lines[4] == f"skipped 1: variables: {REASONS['variables']}"


@pytest.mark.parametrize(("doubled", "passed"), [("14", True), ("15", False)])
def test_a_recorded_run_is_compared_after_every_step(told, doubled, passed):
    def node(name, value, datatype=2):
        told_state = {"relevant": True, "required": False, "readonly": False}
        return {"ref": f"/data/{name}[1]", "value": value, "dataType": datatype} | told_state

    root = {"ref": "/data", "relevant": True, "required": False, "readonly": False}
    step = {"op": "answer", "ref": "/data/a[1]", "value": "7", "result": "OK"}
    step["changed"] = [node("a", "7"), node("b", doubled)]
    run = {"id": "jrf-1", "test": "x", "formXml": XFORM, "external_files": False}
    run |= {"initial": [root, node("a", None), node("b", None)], "steps": [step]}
    code, lines = told("forms.jsonl.gz", [run])
    assert (code == 0) is passed
    assert lines[-1] == (
        "1 passed, 0 failed, 0 skipped" if passed else "0 passed, 1 failed, 0 skipped"
    )


def test_a_run_with_a_file_that_is_not_here_is_skipped_only_where_the_file_decides(told):
    root = {"ref": "/data", "relevant": True, "required": False, "readonly": False}

    def run(name, value):
        nodes = [root | {"ref": f"/data/{one}[1]", "value": value} for one in ("a", "b")]
        said = {"id": name, "test": "x", "formXml": XFORM, "external_files": True, "steps": []}
        return said | {"initial": [root, *nodes]}

    code, lines = told("forms.jsonl.gz", [run("jrf-1", None), run("jrf-2", "1")])
    assert code == 0
    assert lines[-1] == "1 passed, 0 failed, 1 skipped"


def test_a_workbook_must_run_or_be_refused_with_a_message(told):
    good = "| survey |\n| | type | name | label |\n| | text | a | A |\n"
    bad = good.replace("text", "texture")
    rows = [
        {"id": "px-1", "test": "t", "md": good},
        {"id": "px-2", "test": "t", "md": bad, "errored": True},
        {"id": "px-3", "test": "t", "md": bad},
        {"id": "px-4", "test": "t", "md": good, "errored": True},
    ]
    code, lines = told("xlsform.jsonl.gz", rows)
    assert code == 1
    assert lines[-1] == "2 passed, 2 failed, 0 skipped"


def test_a_file_without_cases_is_named_and_the_others_are_judged(told, tmp_path):
    """One wrong name among nine must not hide what the others say, nor pass for success."""
    code, lines = told("other.json", {"what": 1})
    assert code == 2
    assert lines[0] == "other.json: not judged: no cases of a kind that is known here"
    assert lines[-1] == "0 passed, 0 failed, 0 skipped"


def test_the_content_tells_the_kind_of_file_and_not_its_name(told):
    rows = [
        {
            "id": "px-1",
            "test": "t",
            "md": "| survey |\n| | type | name | label |\n| | text | a | A |\n",
        }
    ]
    assert told("renamed.bin.gz", rows)[1][-1] == "1 passed, 0 failed, 0 skipped"

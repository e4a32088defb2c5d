"""Guard: the hub's SQL keeps to what PostgreSQL, Citus, YugabyteDB, openGauss and KingbaseES share.

Every string of ``hub/sql`` and the whole schema are read: nothing of one system alone stands there,
the jurisdiction comes first in every key, and every statement over its tables names it.
"""

import ast
import re
from pathlib import Path

import pytest

from hub import schema

SQL = Path(schema.__file__).parent / "sql"
FORBIDDEN = {
    "ON CONFLICT": r"\bON\s+CONFLICT\b",
    "a function of jsonb": r"\bjsonb?_\w+|::jsonb?\b|->>?",
    "transaction ids": r"\bxid8?\b|\btxid_\w+|\bpg_snapshot\w*|\bpg_current_\w+",
    "LISTEN or NOTIFY": r"\b(LISTEN|NOTIFY)\b|\bpg_notify\b",
    "SKIP LOCKED": r"\bSKIP\s+LOCKED\b",
    "a sequence": r"\bnextval\b|\bSEQUENCE\b|\b(BIG|SMALL)?SERIAL\b|\bIDENTITY\b",
    "an empty text, which is NULL elsewhere": r"(?<!')''(?!')",
    "a boolean": r"\b(TRUE|FALSE|BOOLEAN)\b",
    "an advisory lock": r"\bpg_(try_)?advisory\w*",
    "an array or a lateral join": r"\bLATERAL\b|\bunnest\b",
    "MERGE": r"^\s*MERGE\b",
}
STATEMENT = re.compile(r"\s*(SELECT|INSERT|UPDATE|DELETE|WITH|COPY)\b")
WITHOUT_SCOPE = frozenset({"hub", "scope", "alembic_version"})
"""Tables of the whole hub: its identity, and the jurisdictions themselves."""


def strings(source):
    """Every text of a module with its line, its own constants put in; what is not one reads ``{}``."""
    tree = ast.parse(source)
    kept = {
        one.targets[0].id: one.value.value
        for one in tree.body
        if isinstance(one, ast.Assign) and isinstance(getattr(one.value, "value", None), str)
    }
    skipped = {id(one.value) for one in tree.body if isinstance(one, ast.Assign | ast.Expr)}
    for one in ast.walk(tree):
        if isinstance(one, ast.JoinedStr):
            skipped |= set(map(id, one.values))
            yield one.lineno, "".join(_part(part, kept) for part in one.values)
        elif isinstance(one, ast.FunctionDef | ast.ClassDef):
            skipped.add(id(getattr(one.body[0], "value", None)))
        elif id(one) not in skipped and isinstance(getattr(one, "value", None), str):
            yield one.lineno, one.value


def _part(part, kept):
    if isinstance(part, ast.Constant):
        return str(part.value)
    return kept.get(getattr(part.value, "id", ""), "{}")


def tables():
    """The tables of the schema: name → their lines."""
    text = schema.as_sql()
    return dict(re.findall(r"CREATE TABLE (\w+) \(\n(.*?)\n\)", text, flags=re.DOTALL))


def forbidden(text):
    return [name for name, found in FORBIDDEN.items() if re.search(found, text, re.IGNORECASE)]


@pytest.mark.parametrize("module", sorted(SQL.glob("*.py")), ids=lambda path: path.stem)
def test_no_statement_uses_what_one_system_alone_has(module):
    wrong = [
        f"{module.name}:{line}: {', '.join(names)}: {text[:70]}"
        for line, text in strings(module.read_text(encoding="utf-8"))
        if (names := forbidden(text))
    ]
    assert not wrong, "\n".join(wrong)


def test_no_table_uses_what_one_system_alone_has():
    assert forbidden(re.sub(r"(?m)^--.*$", "", schema.as_sql())) == []


@pytest.mark.parametrize("module", sorted(SQL.glob("*.py")), ids=lambda path: path.stem)
def test_every_statement_over_a_jurisdictions_tables_names_it(module):
    """A statement without it would be asked of every node, or read another bureau's rows."""
    scoped = tables().keys() - WITHOUT_SCOPE
    named = re.compile(rf"\b(FROM|INTO|UPDATE|JOIN)\s+({'|'.join(sorted(scoped))})\b")
    wrong = [
        f"{module.name}:{line}: {text[:90]}"
        for line, text in strings(module.read_text(encoding="utf-8"))
        if STATEMENT.match(text) and named.search(text) and "{}" not in text
        if not re.search(r"\bscope\b", text)
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(("table", "lines"), tables().items())
def test_the_jurisdiction_comes_first_in_every_key(table, lines):
    keys = re.findall(r"(?:PRIMARY KEY|UNIQUE) \(([^)]*)\)", lines)
    inline = re.findall(r"^\s*(\w+)\b.*\b(?:PRIMARY KEY|UNIQUE)\b(?! \()", lines, re.MULTILINE)
    assert keys or inline, "every table has a key"
    if table not in WITHOUT_SCOPE:
        assert {one.split(",")[0].strip() for one in (*keys, *inline)} == {"scope"}


def test_every_index_begins_with_the_jurisdiction():
    found = re.findall(r"CREATE (?:UNIQUE )?INDEX \w+ ON (\w+) \((\w+)", schema.as_sql())
    assert found
    assert [one for one in found if one[1] != "scope"] == []


@pytest.mark.parametrize(
    "text",
    [
        "INSERT INTO a VALUES (1) ON CONFLICT DO NOTHING",
        "SELECT doc->>'a' FROM record",
        "SELECT 1 FOR UPDATE SKIP LOCKED",
        "UPDATE a SET b = '' WHERE c",
        "CREATE TABLE a (b BIGSERIAL)",
        "SELECT pg_notify('a', 'b')",
    ],
)
def test_the_guard_sees_what_it_forbids(text):
    """A guard that sees nothing guards nothing."""
    assert forbidden(text)

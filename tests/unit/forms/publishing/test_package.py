"""The frozen package: the same form gives the same bytes, and a changed byte is noticed."""

import io
import zipfile

import pytest

from forms.package import Package, PackageError
from forms.publish import publish
from tests.unit.forms.publishing import workbooks


@pytest.fixture(scope="module")
def package():
    return publish(workbooks.markdown(), "small.md")


def test_publishing_twice_gives_the_same_bytes(package):
    again = publish(workbooks.markdown(), "small.md")
    assert again.to_bytes() == package.to_bytes()
    assert again.hash == package.hash


def test_a_package_reads_back_as_it_was(package):
    again = Package.from_bytes(package.to_bytes())
    assert again == package
    assert again.hash == package.hash


def test_the_workbook_travels_with_the_package(package):
    assert Package.from_bytes(package.to_bytes()).source == workbooks.markdown()


def test_another_label_is_another_package(package):
    changed = workbooks.with_cell("survey", 3, "label::中文 (zh)", "单位名称")
    assert publish(workbooks.markdown(survey=changed), "small.md").hash != package.hash


def test_excel_and_markdown_give_the_same_form(package):
    assert publish(workbooks.excel(), "small.xlsx").form_xml == package.form_xml


def test_a_changed_part_is_noticed(package):
    data = package.to_bytes().replace("小表".encode(), "大表".encode(), 1)
    with pytest.raises(PackageError):
        Package.from_bytes(data)


def repacked(package, change):
    parts = {}
    with zipfile.ZipFile(io.BytesIO(package.to_bytes())) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda parts: parts.pop("form.xml"), "part-missing"),
        (lambda parts: parts.update({"form.xml": b"<x/>"}), "part-changed"),
        (lambda parts: parts.update({"extra.txt": b"x"}), "part-changed"),
        (lambda parts: parts.update({"manifest.json": b"{}"}), "not-a-package"),
        (lambda parts: parts.pop("manifest.json"), "not-a-package"),
    ],
)
def test_a_package_someone_opened_and_changed_is_refused(package, change, code):
    with pytest.raises(PackageError) as caught:
        Package.from_bytes(repacked(package, change))
    assert caught.value.code == code


def test_bytes_that_are_no_package_are_refused():
    for data in (b"", b"hello", b"PK\x03\x04"):
        with pytest.raises(PackageError):
            Package.from_bytes(data)


def test_reading_a_package_needs_no_pyxform(package, tmp_path):
    import subprocess
    import sys

    path = tmp_path / "small.xjform"
    path.write_bytes(package.to_bytes())
    code = (
        "import sys; from pathlib import Path; from forms.package import Package;"
        "from forms.compose import compose;"
        "package = Package.from_bytes(Path(sys.argv[1]).read_bytes()); package.form;"
        "print([name for name in ('pyxform', 'openpyxl', 'reportlab') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"

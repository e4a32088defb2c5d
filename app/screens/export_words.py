"""The words of an export: for the fields every record has, and for the kinds of file."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def titles() -> dict[str, str]:
    """The words for the fields every export has, by the fields' names."""
    translate = QCoreApplication.translate
    return {
        "record_id": translate("export", "Record"),
        "state": translate("export", "State"),
        "form_version": translate("export", "Version of the form"),
        "unit": translate("export", "Unit"),
        "uscc": translate("export", "Unified social credit code"),
        "inspectors": translate("export", "Inspectors"),
        "begun": translate("export", "Begun"),
        "finished": translate("export", "Finished"),
        "row_id": translate("export", "Row"),
        "parent_id": translate("export", "Belongs to"),
        "row_number": translate("export", "Number of the row"),
        "columns": translate("export", "What the columns are"),
        "id": translate("export", "Column"),
        "sheet": translate("export", "Sheet"),
        "name": translate("export", "Name"),
        "title": translate("export", "Title"),
        "datatype": translate("export", "Type"),
    }


def board_titles() -> dict[str, str]:
    """The words for the columns of the rectification list, by their names."""
    translate = QCoreApplication.translate
    return {
        "group": translate("export", "Group"),
        "unit": translate("export", "Unit"),
        "uscc": translate("export", "Unified social credit code"),
        "item": translate("export", "Item"),
        "seen": translate("export", "What was seen"),
        "severity": translate("export", "Severity"),
        "law": translate("export", "Law"),
        "measure": translate("export", "Measure"),
        "document": translate("export", "Document number"),
        "due": translate("export", "Deadline"),
        "days_left": translate("export", "Days left"),
        "state": translate("export", "State"),
        "report": translate("export", "Report of the party"),
        "reported": translate("export", "Reported on"),
        "recheck_by": translate("export", "Re-check by"),
        "inspectors": translate("export", "Inspectors"),
        "found": translate("export", "Found on"),
    }


def kinds() -> dict[str, tuple[str, str]]:
    """The kinds of file by their suffix: a short name, and what it is good for."""
    translate = QCoreApplication.translate
    return {
        ".xlsx": ("Excel", translate("export", "One workbook with a sheet for each table")),
        ".csv": ("CSV", translate("export", "A file for each table, readable by everything")),
        ".json": ("JSON", translate("export", "For other programs")),
        ".sqlite": ("SQLite", translate("export", "One database file, to be asked with SQL")),
    }

"""The names of settings, as the forms that ask for them call them."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def setting_words(name: str) -> str:
    """A setting in words; a name that is not a setting, such as a series word, as it is."""
    known = {
        "bureau": translate("OfficeForm", "Bureau name"),
        "short": translate("OfficeForm", "Number word"),
        "region": translate("OfficeForm", "Region code"),
        "government": translate("OfficeForm", "Government"),
        "court": translate("OfficeForm", "Court"),
        "address": translate("OfficeForm", "Address"),
        "phone": translate("OfficeForm", "Telephone"),
        "contact": translate("OfficeForm", "Contact"),
        "payment": translate("OfficeForm", "Fines paid to"),
        "interview_days": translate("OfficeForm", "Interview notice"),
        "issue_days": translate("OfficeForm", "Paper after hand-over"),
        "unit": translate("OfficeForm", "Section"),
        "device": translate("OfficeForm", "This computer"),
        "method": translate("ServiceForm", "Way of service"),
    }
    return known.get(name, name)

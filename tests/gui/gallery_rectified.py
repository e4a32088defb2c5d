"""Before and after, side by side and laid over each other, and a life told in lines."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.shell.theme import Theme
from app.widgets import card
from app.widgets.compare import PhotoPair
from app.widgets.photos import Photo
from app.widgets.timeline import Happened, Timeline
from tests.gui.gallery_samples import framed, sketch


def rectified(theme: Theme) -> QWidget:
    """Both ways of comparing, one photo missing, and a timeline with links."""
    page = QWidget()
    row = QHBoxLayout(page)
    row.setContentsMargins(24, 16, 24, 16)
    row.setSpacing(16)
    before = Photo("a", sketch(0), "改正前 9月2日 10:21")
    after = Photo("b", sketch(1), "改正后 9月14日 企业提交")
    pairs = QVBoxLayout()
    pairs.setSpacing(12)
    for second, over in ((after, False), (after, True), (None, False)):
        pair = PhotoPair(theme, ("没有照片", "待拍"))
        pair.set_pair(before, second)
        pair.lay_over(over=over)
        pairs.addWidget(pair)
    pairs.addStretch(1)
    row.addLayout(pairs, 1)
    holder = card.Card(theme)
    life = Timeline(theme, "问题办理经过")
    life.setContentsMargins(16, 12, 16, 12)
    life.set_lines(
        (
            Happened("search", "检查发现", "张检查员 10:21", "9月2日"),
            Happened(
                "document", "责令改正 临兰市监责改〔2026〕31号", "", "9月2日", opens="document:1"
            ),
            Happened("calendar", "延期·9月15日 → 9月29日", "刘局长 09:10·模具返修", "9月14日"),
            Happened("mail", "收到整改报告", "张检查员 16:20·已更换标签", "9月28日"),
            Happened("rectify", "复查：未整改", "张检查员、李检查员 10:05", "9月29日", "danger"),
        )
    )
    holder.add_row(life)
    holder.body.addStretch(1)
    row.addWidget(holder, 1)
    return framed(theme, "rectification", page)

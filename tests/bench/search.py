"""Search as one types on the big store, beside a LIKE scan of the same table."""

from app.services import search
from db.connection import open_reader
from tests.bench import big
from tests.bench.figures import Figure, middle, milliseconds, percentile

WORDS = (
    "临", "兰山", "食品有限", "鲁恒泰", "沂水板材厂", "河东区电动车", "平邑水泥有限公司", "王", "张伟",
    "丰华", "盛源五金", "压力表", "压力表超过检定", "未见出厂检验", "灭火器", "合格证", "电梯", "乘客电梯",
    "叉车司机", "蒙祥化肥", "金银河", "天顺", "股份", "经营部", "路18号", "街道", "监督抽查", "责令改正",
    "产品质量法", "第二十七条", "小白羊", "儿童服装", "山东省临沂", "莒南县饲料", "费县", "郯城陶瓷商行",
    "罗庄区", "中正建设", "丽娟", "不存在的词",
)  # fmt: skip
CODES = (
    "91371302",
    "91371311MA0",
    "PO00123",
    "1385",
    "梯11鲁",
    "3110371",
    "临兰市监责",
    "CY2026",
    "MA0012",
)
LONGEST = 7


def keystrokes(unit_codes):
    """Yield what stands in the box after every keystroke of every query."""
    for word in (*WORDS, *CODES, *unit_codes):
        for end in range(1, min(len(word), LONGEST) + 1):
            yield word[:end]


def figures():
    paths = big.home()
    reader = open_reader(paths.store, big.store_key(paths))
    some = reader.rows("SELECT uscc, phone FROM enterprise WHERE uscc <> '' LIMIT 6 OFFSET 70000")
    typed = list(keystrokes([code for row in some for code in row]))
    search.find(reader, "临沂")
    taken = [milliseconds(lambda text=text: search.find(reader, text)) for text in typed]
    scans = [
        milliseconds(
            lambda text=text: reader.rows(
                "SELECT id, name FROM enterprise WHERE name LIKE ? OR uscc LIKE ? LIMIT 6",
                (f"%{text}%", f"%{text}%"),
            )
        )
        for text in typed
    ]
    against = "a LIKE scan of the enterprises"
    yield Figure("search", percentile(taken, 0.95), "ms", against, percentile(scans, 0.95))
    yield Figure("search-median", middle(taken), "ms", against, middle(scans))
    yield Figure("search-worst", max(taken), "ms", against, max(scans))
    reader.close()

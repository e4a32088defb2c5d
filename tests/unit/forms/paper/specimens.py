"""Realistic papers with rare names, one of each layout, for golden tests and for looking at."""

import datetime as dt
import math
from io import BytesIO

from PIL import Image, ImageDraw

from forms.facts import Photo, Signer, Stroke
from forms.paper.blocks import (
    Cell,
    Check,
    Checklist,
    Fields,
    Foot,
    Number,
    PageBreak,
    Paper,
    Para,
    Photos,
    Run,
    Seal,
    Sign,
    Table,
    Tick,
    Title,
    To,
)

BUREAU = "临沂市兰山区市场监督管理局"
PAYLOAD = "XJ1:" + "0A1B2C3D4E5F6G7H8I9J" * 7 + "KLMNOPQR $"
AT = dt.datetime(2026, 9, 16, 6, 56, tzinfo=dt.UTC)


def strokes(count: int = 5) -> tuple[Stroke, ...]:
    """A hand-like scrawl in a box one unit high and four wide."""
    return tuple(
        tuple(
            (
                0.3 + n * 0.65 + t * 0.035,
                0.5 + 0.32 * math.sin(t * 0.55 + n * 1.7) * math.cos(n + t * 0.11),
                0.028 + 0.02 * math.sin(t * 0.3),
            )
            for t in range(18)
        )
        for n in range(count)
    )


def photo(colour: str, caption: str, size: tuple[int, int] = (1600, 1200)) -> Photo:
    """A picture with something on it."""
    picture = Image.new("RGB", size, colour)
    pen = ImageDraw.Draw(picture)
    for n in range(0, size[0], 80):
        pen.line((n, 0, size[0] - n, size[1]), fill="white", width=6)
    data = BytesIO()
    picture.save(data, "JPEG", quality=90)
    return Photo(data.getvalue(), caption)


def plain(text: str) -> tuple[Run, ...]:
    return (Run(text),)


def filled(text: str) -> Run:
    return Run(text, filled=True)


def letter() -> Paper:
    """A 责令改正通知书 as the story issues it."""
    return Paper(
        "letter",
        "责令改正通知书 兰市监责改〔2026〕38号",
        (
            Title(BUREAU, "责令改正通知书"),
            Number("兰市监责改〔2026〕38号"),
            To((filled("临沂市小白杨童车有限公司"), Run("："))),
            Para(
                (
                    Run("经查，你（单位）"),
                    filled(
                        "生产的“小白杨”牌儿童三轮车（型号BY-203，批号20260318）经监督抽查检验，"
                        "“外露突出物”“稳定性”两项不符合GB 14747—2006《儿童三轮车安全要求》"
                    ),
                    Run("的行为，违反了"),
                    filled("《中华人民共和国产品质量法》第十三条第二款"),
                    Run("的规定。"),
                )
            ),
            Para(
                (
                    Run("依据"),
                    filled("《中华人民共和国行政处罚法》第二十八条第一款"),
                    Run("的规定，现责令你（单位）："),
                )
            ),
            Tick(False, plain("立即改正。")),
            Tick(True, (Run("于"), filled("2026年9月30日"), Run("前改正。"))),
            Para(
                (
                    Run("改正内容及要求："),
                    filled(
                        "停止生产、销售该批次产品，清点库存并封存；"
                        "查明原因，完成整改后提交整改报告和复检申请。"
                    ),
                )
            ),
            Para(
                plain(
                    "逾期不改正的，本局将依法处理。如对本通知不服，可以自收到本通知之日起六十日内"
                    "向临沂市兰山区人民政府申请行政复议，或者在六个月内依法向临沂市兰山区人民法院"
                    "提起行政诉讼。"
                )
            ),
            Para(
                (
                    Run("联系人："),
                    filled("王𬭚、䶮㛃"),
                    Run("  联系电话："),
                    filled("0539-555 0126"),
                )
            ),
            Seal(BUREAU, "2026年9月16日"),
            Foot("本文书一式三份，两份送达，一份归档。", PAYLOAD, "9F3C-71A8-E05D"),
        ),
        created="2026-09-16",
    )


def record(lines: int = 6) -> Paper:
    """A 特种设备安全监督检查记录 like the picture of the signing screen."""
    seen = (
        "1. 使用标志张贴于轿厢显著位置，下次检验日期2027年3月，在有效期内。",
        (
            "2. 轿厢内紧急报警装置按下后60秒无应答，值班室未接到呼叫（照片2张）。"
            "不符合《特种设备安全法》第三十九条的规定，属严重事故隐患。"
        ),
        "3. 维护保养记录齐全，最近一次2026年9月4日，间隔符合规定。",
        "4. 机房通道堆放纸箱，限制通行（照片1张），当场清理完毕。",
        "5. 抽查作业人员证件3人，均在有效期内。",
        "6. 电梯困人应急救援预案齐全，2026年6月演练1次，有记录和照片。",
    )
    return Paper(
        "table",
        "特种设备安全监督检查记录",
        (
            Title("", "特种设备安全监督检查记录"),
            Number("编号：兰市监特查〔2026〕211号"),
            Fields(
                (
                    (
                        Cell("被检查单位", "临沂市金桥商业广场有限公司", 2),
                        Cell("检查类别", "常规检查"),
                    ),
                    (
                        Cell("统一社会信用代码", "91371302MA3DL81P1D"),
                        Cell("安全管理负责人", "堃喆"),
                    ),
                    (Cell("检查时间", "2026年9月16日 13时30分 至 14时50分"),),
                    (Cell("抽查设备", "曳引驱动乘客电梯 2号梯  登记证 梯11鲁Y0382(19)"),),
                )
            ),
            Para(plain("检查情况及发现的问题："), "heading"),
            *(Para(plain(seen[n % len(seen)]), "flush") for n in range(lines)),
            Para(plain("处理措施："), "heading"),
            Tick(True, plain("下达监察指令书")),
            Tick(False, plain("实施查封")),
            Tick(False, plain("实施扣押")),
            Tick(False, plain("其他")),
            Para(plain("以上情况记录请核对。如果属实，请签名。"), "flush"),
            Photos(
                (
                    photo("#5a7d9a", "照片1 轿厢报警按钮，王𬭚，2026-09-16 14:02"),
                    photo("#7a6a5a", "照片2 值班室", (900, 1200)),
                )
            ),
            Sign(
                ("被检查单位负责人（签名）：", "检查人员：", "记录员："),
                (
                    Signer("party", "堃喆", state="signed", strokes=strokes(), at=AT),
                    Signer(
                        "inspector-1", "王𬭚", "执法证号 15130207-0231", "signed", strokes(3), at=AT
                    ),
                    Signer("inspector-2", "䶮㛃", "执法证号 15130207-0258"),
                ),
            ),
            Foot("一式两份，监管部门和被检查单位各一份。"),
        ),
        created="2026-09-16",
    )


def on_site(paragraphs: int = 22) -> Paper:
    """A 现场笔录 with signatures at the foot of each page."""
    told = (
        "问：我们是临沂市兰山区市场监督管理局的执法人员，这是我们的执法证件，请过目，是否看清楚？",
        "答：看清楚了。",
        (
            "现场检查时，成品库内码放“小白杨”牌儿童三轮车共计1,286辆（型号BY-203），"
            "外包装标注生产日期2026年3月18日、执行标准GB 14747—2006；执法人员随机抽取5辆，"
            "其中2辆车把立管外露突出物保护套缺失，用游标卡尺测得外露端直径8.4mm、长度11.25mm。"
        ),
    )
    return Paper(
        "table",
        "现场笔录",
        (
            Title(BUREAU, "现场笔录"),
            Fields(
                (
                    (Cell("时间", "2026年9月16日 9时10分 至 11时40分"),),
                    (Cell("地点", "临沂市兰山区金源路188号成品库"),),
                    (
                        Cell("检查人员", "王𬭚 15130207-0231"),
                        Cell("检查人员", "䶮㛃 15130207-0258"),
                    ),
                    (Cell("当事人", "临沂市小白杨童车有限公司"), Cell("法定代表人", "赵堃")),
                    (Cell("通知当事人到场情况", "已当场通知，法定代表人赵堃到场。"),),
                )
            ),
            Para(plain("现场情况："), "heading"),
            *(Para(plain(told[n % 3])) for n in range(paragraphs)),
            Sign(
                ("当事人：", "见证人：", "检查人员：", "检查人员："),
                (
                    Signer("party", "赵堃", state="refused", at=AT, wording="拒绝签名，已录像"),
                    Signer("witness", "陈喆", state="signed", strokes=strokes(4), at=AT),
                    Signer("inspector-1", "王𬭚", "15130207-0231", "signed", strokes(3), at=AT),
                    Signer("inspector-2", "䶮㛃", "15130207-0258", "signed", strokes(2), at=AT),
                ),
                every_page=True,
            ),
        ),
        created="2026-09-16",
    )


def spot_check(items: int = 40) -> Paper:
    """A 监督抽查检查记录 whose checklist runs over a page, with a table of samples."""
    item = (
        "营业执照与实际经营主体是否一致",
        "成品库产品是否有检验合格证明",
        "产品标识、警示说明是否齐全清晰",
    )
    return Paper(
        "table",
        "监督抽查检查记录",
        (
            Title(BUREAU, "产品质量监督抽查检查记录"),
            Number("编号：兰市监抽查〔2026〕107号"),
            Fields(((Cell("受检单位", "临沂市小白杨童车有限公司", 2), Cell("任务", "市抽")),)),
            Checklist(
                ("序号", "检查项目", "结果", "说明"),
                tuple(
                    Check(
                        str(n),
                        item[n % 3],
                        "不合格" if n % 13 == 5 else "合格",
                        "车把立管外露突出物无保护套" if n % 13 == 5 else "",
                        n % 13 == 5,
                    )
                    for n in range(1, items + 1)
                ),
            ),
            Table(
                ("样品编号", "产品名称", "型号规格", "批号", "检验样", "备用样"),
                (
                    ("LS2026-0107-01", "儿童三轮车", "BY-203", "20260318", "3", "2"),
                    ("LS2026-0107-02", "儿童推车", "BT-11", "20260402", "2", "2"),
                ),
                (3, 2.2, 2, 2, 1.2, 1.2),
                "样品清单",
            ),
            Sign(
                ("受检单位负责人：", "检查人员：", "检查人员："),
                (
                    Signer("party", "赵堃"),
                    Signer("inspector-1", "王𬭚"),
                    Signer("inspector-2", "䶮㛃"),
                ),
            ),
            Para(plain("一式两份，监管部门和被检查单位各一份。"), "small"),
        ),
        created="2026-09-16",
    )


def labels(count: int = 2) -> Paper:
    """Two seal labels for sample and spare."""
    blocks: list[object] = []
    for n in range(1, count + 1):
        blocks += [
            *([PageBreak()] if n > 1 else []),
            Title(BUREAU, "抽样封样标签"),
            Number(f"LS2026-0107-0{n}"),
            Fields(
                (
                    (Cell("样品", "小白杨牌儿童三轮车 BY-203"),),
                    (Cell("批号", "20260318"), Cell("数量", "3 检验样" if n == 1 else "2 备用样")),
                    (Cell("单位", "临沂市小白杨童车有限公司"),),
                    (Cell("日期", "2026-09-16"),),
                )
            ),
            Sign(
                ("抽样人", "抽样人", "被抽样单位"),
                (Signer("inspector-1"), Signer("inspector-2"), Signer("party")),
            ),
            Foot("封样后不得拆动", PAYLOAD, "9F3C-71A8-E05D"),
        ]
    return Paper("label", "封样标签 LS2026-0107", tuple(blocks), created="2026-09-16")

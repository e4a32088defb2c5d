"""The drawn file: fonts, words, properties, places, pages."""

import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forms.facts import Photo, Signer
from forms.paper import draw
from forms.paper.blocks import (
    Cell,
    Fields,
    PageBreak,
    Paper,
    Para,
    Photos,
    Printed,
    Run,
    Sign,
    Table,
    Tick,
    Title,
)
from forms.paper.errors import BadPicture, PageOverflow
from forms.paper.raster import page_count, page_image, page_text
from tests.unit.forms.paper import golden, specimens

RARE = ("王𬭚", "䶮㛃")


def by_pypdf(pdf: bytes) -> str:
    return "".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf)).pages)


def by_pdftotext(pdf: bytes) -> str:
    if shutil.which("pdftotext") is None:
        pytest.skip("poppler-utils is not installed")
    return subprocess.run(
        ["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True
    ).stdout.decode()


@pytest.mark.parametrize("reader", [by_pypdf, by_pdftotext, page_text])
@pytest.mark.parametrize("name", ["letter", "record", "on_site"])
def test_rare_names_come_out_of_the_file_as_they_went_in(name: str, reader) -> None:
    """Copying 王𬭚 out of a PDF must not give 王 and rubbish."""
    text = reader(draw(getattr(specimens, name)()).pdf)

    assert all(rare in text for rare in RARE)


@settings(max_examples=15, deadline=None)
@given(st.sets(st.sampled_from("".join(chr(c) for c in range(0x20000, 0x20400))), max_size=400))
def test_every_character_of_a_long_list_comes_out_again(characters: set[str]) -> None:
    """More than one block of a hundred, more than one subset of 256, all outside the BMP."""
    wanted = "".join(c for c in sorted(characters) if has_glyph(c)) or "空"

    text = page_text(draw(Paper("letter", "字", (Para((Run(wanted),)),))).pdf)

    assert set(wanted) <= set(text)


def has_glyph(character: str) -> bool:
    from forms.paper.errors import MissingGlyph
    from forms.paper.faces import serif

    try:
        serif().glyph(character, bold=False)
    except MissingGlyph:
        return False
    return True


@pytest.mark.parametrize("name", golden.NAMES)
def test_every_font_is_ours_and_embedded(name: str) -> None:
    """Helvetica sneaks in by default; an archive file must carry its fonts."""
    reader = pypdf.PdfReader(BytesIO(draw(getattr(specimens, name)()).pdf))

    fonts = [f.get_object() for p in reader.pages for f in p["/Resources"]["/Font"].values()]

    assert fonts
    for font in fonts:
        assert re.match(r"/[A-Z]{6}\+Noto", font["/BaseFont"])
        assert "/FontFile2" in font["/FontDescriptor"]


def test_the_file_says_its_title_language_and_day() -> None:
    """Readers and archives show them; the clock of the machine is not among them."""
    reader = pypdf.PdfReader(BytesIO(draw(specimens.letter()).pdf))

    assert reader.metadata.title == "责令改正通知书 兰市监责改〔2026〕38号"
    assert reader.trailer["/Root"]["/Lang"] == "zh-CN"
    assert reader.metadata["/CreationDate"][:10] == "D:20260916"


def places(printed: Printed, name: str) -> list:
    return [place for place in printed.places if place.name == name]


def test_the_letter_stands_in_the_type_area_of_the_standard() -> None:
    """GB/T 9704: 37 mm above, 28 at the left, 26 at the right, 35 below; code of 30 mm in it."""
    printed = draw(specimens.letter())
    rows = [line.split(maxsplit=3) for line in golden.positions(printed).splitlines()]
    words = [(float(x), float(y), t) for p, x, y, t in (r for r in rows if r[0] != "@" and len(r) == 4)
             if not p.startswith("@")]  # fmt: skip

    assert min(x for x, _, _ in words) >= 28.0
    assert min(y for _, y, _ in words) >= 37.0
    (code,) = places(printed, "qr")
    assert (code.x + code.width, code.y + code.height, code.width) == (184.0, 262.0, 30.0)


def test_page_numbers_stand_outside_right_on_odd_and_left_on_even_pages() -> None:
    """So that they are on the outer edge of a leaf printed on both sides."""
    rows = golden.positions(draw(specimens.letter())).splitlines()

    (odd,) = [row.split() for row in rows if row.endswith("第 1 页 共 2 页")]
    (even,) = [row.split() for row in rows if row.endswith("第 2 页 共 2 页")]
    assert float(odd[1]) > 140
    assert float(even[1]) < 40


@pytest.mark.parametrize("layout", ["letter", "table"])
def test_every_paper_of_several_pages_says_how_many_there_are(layout: str) -> None:
    """A leaf that is missing is seen, whether or not each is signed; a single page needs no count."""
    lines = [Para((Run(f"{n}. 未见异常。"),), "flush") for n in range(60)]
    pages = draw(Paper(layout, "告知书", tuple(lines)))
    assert pages.pages > 1
    for page in range(pages.pages):
        assert f"第 {page + 1} 页 共 {pages.pages} 页" in page_text(pages.pdf, page)
    alone = draw(Paper(layout, "告知书", tuple(lines[:3])))
    assert "— 1 —" in page_text(alone.pdf, 0)


def test_the_seal_has_words_of_the_letter_on_its_page() -> None:
    """A page with nothing but the seal could be put under any letter."""
    printed = draw(specimens.letter())
    (seal,) = places(printed, "seal")

    assert "联系人" in page_text(printed.pdf, seal.page)


@pytest.mark.parametrize("layout", ["letter", "table"])
def test_what_leads_to_the_next_line_stays_with_it(layout: str) -> None:
    """Boxes to choose among, and an answer to its question, are not parted by a page's end."""
    asked = (
        Para((Run("是否申请回避？"),)),
        Para((Run("当事人：不申请。"),)),
        Para((Run("现责令你单位："),)),
        Tick(True, (Run("立即停止使用上述设备，消除事故隐患前不得使用。"),)),
        Tick(False, (Run("于期限届满前采取措施，予以改正并且提交整改报告。"),)),
    )
    parted = set()
    for count in range(15, 40):
        before = tuple(Para((Run(f"{n}. 未见异常。"),), "flush") for n in range(count))
        printed = draw(Paper(layout, "记录", (*before, *asked)))
        texts = [page_text(printed.pdf, page) for page in range(printed.pages)]
        for texts_of in (("是否申请回避", "不申请。"), ("现责令", "立即停止", "于期限")):
            pages = {n for words in texts_of for n, text in enumerate(texts) if words in text}
            parted.add(len(pages))
    assert parted == {1}


def test_a_label_too_long_for_its_cell_breaks_before_its_bracket() -> None:
    """统一社会信用代码（注册 / 号） is no line end."""
    row = (
        Cell("法定代表人（负责人、经营者）", "王淑芬"),
        Cell("统一社会信用代码（注册号）", "9137"),
    )
    text = page_text(draw(Paper("table", "表", (Fields((row,)),))).pdf, 0)
    assert {"法定代表人", "（负责人、经营者）", "统一社会信用代码", "（注册号）"} <= set(
        text.split()
    )


def test_places_to_sign_are_never_cut_by_a_page_end() -> None:
    """Whatever the length of the text before, all boxes stand on one page and inside it."""
    sign = next(block for block in specimens.record().blocks if isinstance(block, Sign))
    for count in range(18, 40):
        lines = tuple(Para((Run(f"{n}. 未见异常。"),), "flush") for n in range(count))
        boxes = draw(Paper("table", "表", (*lines, sign))).places
        assert len(boxes) == 3
        assert len({box.page for box in boxes}) == 1
        assert all(box.y + box.height <= 275 for box in boxes)


def test_each_page_of_an_interview_has_its_signatures_and_says_how_many_there_are() -> None:
    """A leaf cannot be exchanged when every one is signed and counted."""
    printed = draw(specimens.on_site(40))

    assert printed.pages >= 3
    for page in range(printed.pages):
        names = {place.name for place in printed.places if place.page == page}
        assert {"party", "witness", "inspector-1", "inspector-2"} <= names
        assert f"第{page + 1}页共{printed.pages}页" in re.sub(
            r"\s", "", page_text(printed.pdf, page)
        )


def test_a_list_over_two_pages_repeats_its_heads() -> None:
    """The second page must say what its columns are."""
    printed = draw(specimens.spot_check(60))

    assert printed.pages >= 2
    assert "检查项目" in page_text(printed.pdf, 0)
    assert "检查项目" in page_text(printed.pdf, 1)


def test_a_cell_taller_than_a_page_runs_on() -> None:
    """A very long remark is printed whole."""
    long = "".join(f"第{n}点，未见异常。" for n in range(1500))
    printed = draw(Paper("table", "表", (Fields(((Cell("备注", long),),)),)))

    assert printed.pages > 2
    assert "第1499点" in re.sub(r"\s", "", page_text(printed.pdf))


def test_a_refusal_is_printed_where_the_signature_would_be() -> None:
    """程序规定 art. 43: the fact is written on the record."""
    assert "拒绝签名，已录像" in page_text(draw(specimens.on_site()).pdf, 0)


def test_photos_are_brought_down_to_what_paper_shows() -> None:
    """A 12-megapixel picture in a 70 mm box needs a twentieth of its dots."""
    large = specimens.photo("#5a7d9a", "大图", (4000, 3000))
    printed = draw(Paper("table", "照片", (Photos((large,)),)))
    image = pypdf.PdfReader(BytesIO(printed.pdf)).pages[0].images[0]

    assert 300 < image.image.width < 700


def test_a_photo_turned_by_its_camera_is_printed_upright() -> None:
    """Phones store the picture lying and a note how to turn it."""
    from PIL import Image

    data = BytesIO()
    turned = Image.new("RGB", (800, 400), "#333333")
    exif = turned.getexif()
    exif[0x0112] = 6
    turned.save(data, "JPEG", exif=exif)
    printed = draw(Paper("table", "照片", (Photos((Photo(data.getvalue(), "竖"),)),)))

    image = pypdf.PdfReader(BytesIO(printed.pdf)).pages[0].images[0].image
    assert image.height > image.width


def test_a_see_through_picture_is_printed_on_white() -> None:
    """A pasted screenshot must not turn into a black box."""
    from PIL import Image

    data = BytesIO()
    Image.new("RGBA", (400, 300), (0, 0, 0, 0)).save(data, "PNG")
    printed = draw(Paper("table", "照片", (Photos((Photo(data.getvalue(), "图"),)),)))

    image = pypdf.PdfReader(BytesIO(printed.pdf)).pages[0].images[0].image
    assert image.convert("RGB").getpixel((10, 10)) == (255, 255, 255)


def test_a_signature_of_dots_and_empty_strokes_is_drawn() -> None:
    """A pen that only touched the pad leaves one point, or none."""
    signer = Signer("party", state="signed", strokes=((), ((0.5, 0.5, 0.03),)))
    strokes_of_two = Signer("witness", state="signed", strokes=(((0, 0, 0.02), (1, 1, 0.02)),))
    paper = Paper("table", "签", (Sign(("甲：", "乙："), (signer, strokes_of_two)),))

    assert {"party", "witness"} == {place.name for place in draw(paper).places}


def test_papers_drawn_at_the_same_time_do_not_mix() -> None:
    """Three background threads share the faces."""
    makers = [specimens.letter, specimens.on_site, specimens.labels] * 2
    alone = [draw(make()).pdf for make in makers]

    with ThreadPoolExecutor(3) as pool:
        together = list(pool.map(lambda make: draw(make()).pdf, makers))

    assert alone == together


def test_bytes_that_are_no_picture_are_refused_by_their_caption() -> None:
    """One clear sentence needs to know which photo."""
    with pytest.raises(BadPicture) as refused:
        draw(Paper("table", "照片", (Photos((Photo(b"GIF89a?", "照片3"),)),)))

    assert refused.value.caption == "照片3"


def test_a_label_whose_words_cannot_fit_is_refused() -> None:
    """Letters below 6 points are not read from a carton."""
    paper = Paper("label", "签", (Title("局", "签"), Para((Run("很长" * 400),))))

    with pytest.raises(PageOverflow):
        draw(paper)


def test_labels_are_one_small_page_each() -> None:
    """A page break in a label paper begins the next label."""
    printed = draw(specimens.labels(3))

    assert (printed.pages, printed.width_mm, printed.height_mm) == (3, 80.0, 50.0)


def test_a_page_can_be_looked_at_and_counted() -> None:
    """Preview asks for a width in pixels and gets exactly that."""
    printed = draw(specimens.letter())
    width, height, rgb = page_image(printed.pdf, 0, 421)

    assert (421, 596, printed.pages) == (width, height, page_count(printed.pdf))
    assert width * height * 3 == len(rgb)
    with pytest.raises(IndexError):
        page_image(printed.pdf, 9, 100)


def test_an_english_page_counts_in_english() -> None:
    """The language of the paper decides its own few words."""
    sign = Sign(("Party:",), specimens.on_site().blocks[-1].signers[:1], every_page=True)
    printed = draw(Paper("table", "Record", (Para((Run("Nothing found."),)), sign), "en"))

    assert "Page 1 of 1" in page_text(printed.pdf)


def test_an_empty_paper_and_a_lone_break_are_still_pages() -> None:
    """A preview of a form nobody has filled must not fail."""
    for layout in ("letter", "table", "label"):
        assert draw(Paper(layout, "空", ())).pages == 1
    assert draw(Paper("letter", "空", (PageBreak(),))).pages == 1


def test_a_table_with_no_rows_shows_its_heads() -> None:
    """Nothing was sampled: the paper says so with an empty table."""
    assert "名称" in page_text(draw(Paper("table", "表", (Table(("名称", "数量"), ()),))).pdf)


def test_a_heading_stays_with_the_rows_it_names() -> None:
    """被抽样单位 alone at the foot of a page names nothing."""
    for count in range(20, 32):
        rows = tuple((Cell(f"项{n}", "值"),) for n in range(count))
        heading = Para((Run("受检产品"),), "heading")
        paper = Paper("table", "表", (Fields(rows), heading, Fields(((Cell("名称", "童车"),),))))
        text = re.sub(r"\s", "", page_text(draw(paper).pdf))
        assert "受检产品名称童车" in text


def test_labels_of_all_rows_share_a_column() -> None:
    """A form is read down its labels; a ragged column is read twice."""
    blocks = (
        Fields(((Cell("地址", "兰山区"),),)),
        Para((Run("受检产品"),), "heading"),
        Fields(((Cell("统一社会信用代码", "91371302MA3DL81P1D"),),)),
    )
    rows = golden.positions(draw(Paper("table", "表", blocks))).splitlines()

    xs = {float(row.split()[1]) for row in rows if row.endswith(("兰山区", "91371302MA3DL81P1D"))}
    assert max(xs) - min(xs) < 0.5


def test_blocks_can_be_made_without_loading_the_drawing_library() -> None:
    """Composing a page must not cost the start of the program 0.3 s."""
    code = "import sys, forms.paper, forms.paper.blocks; sys.exit('reportlab' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

"""The counterpart of a printed paper: the same text set by plain reportlab, the code a bitmap."""
# ruff: noqa: TID253 - this module is the slow libraries, and is imported inside functions

import io

import qrcode
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Image, Paragraph, SimpleDocTemplate

from tests.bench.big import ROOT

FACE = "plain-serif"
pdfmetrics.registerFont(TTFont(FACE, str(ROOT / "resources/fonts/NotoSerifSC-Regular.ttf")))
STYLE = ParagraphStyle("body", fontName=FACE, fontSize=16, leading=28, wordWrap="CJK")


def draw(lines, payload=""):
    """Return a PDF of these lines and the code."""
    out = io.BytesIO()
    story = [Paragraph(line.replace("&", "&amp;").replace("<", "&lt;"), STYLE) for line in lines]
    if payload:
        bitmap = io.BytesIO()
        qrcode.make(payload, error_correction=qrcode.constants.ERROR_CORRECT_M).save(bitmap)
        bitmap.seek(0)
        story.append(Image(bitmap, 30 * mm, 30 * mm))
    SimpleDocTemplate(out, pagesize=A4).build(story)
    return out.getvalue()

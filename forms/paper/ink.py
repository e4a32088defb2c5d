"""What a hand or a camera made: signatures as vector strokes, photos as small JPEGs."""

from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError
from reportlab.lib.utils import ImageReader

from forms.facts import Photo, Stroke
from forms.paper.errors import BadPicture
from forms.paper.sheet import BLACK, MM, Sheet

DPI = 200
_QUALITY = 82
_THINNEST = 0.18  # mm: what a laser printer still shows


def draw_strokes(
    sheet: Sheet, strokes: tuple[Stroke, ...], aspect: float, box: tuple[float, float, float, float]
) -> None:
    """Draw a signature as large as ``box`` (x, y, width, height in mm) allows, centred.

    Points are (x, y, width) in a box one unit high and ``aspect`` wide. Each stroke is a smooth
    curve through the midpoints of its points, in pieces as wide as the pen was there.
    """
    x, y, width, height = box
    scale = min(height, width / aspect)
    left, top = x + (width - aspect * scale) / 2, y + (height - scale) / 2
    canvas = sheet.canvas
    canvas.saveState()
    canvas.setStrokeColor(BLACK)
    canvas.setFillColor(BLACK)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    for stroke in filter(None, strokes):
        points = [
            ((left + px * scale) * MM, (sheet.height - top - py * scale) * MM, pw * scale)
            for px, py, pw in stroke
        ]
        _draw_stroke(sheet, points)
    canvas.restoreState()


def _draw_stroke(sheet: Sheet, points: list[tuple[float, float, float]]) -> None:
    canvas = sheet.canvas
    if len(points) < 3:
        x, y, width = points[0]
        canvas.circle(x, y, max(width, _THINNEST) / 2 * MM, stroke=0, fill=1)
        if len(points) == 2:
            canvas.setLineWidth(max(width, _THINNEST) * MM)
            canvas.line(x, y, points[1][0], points[1][1])
        return
    start = points[0][:2]
    for i in range(1, len(points) - 1):
        cx, cy, width = points[i]
        nx, ny, _ = points[i + 1]
        end = (nx, ny) if i == len(points) - 2 else ((cx + nx) / 2, (cy + ny) / 2)
        canvas.setLineWidth(max(width, _THINNEST) * MM)
        # a quadratic curve with control point c, written as the cubic PDF knows
        canvas.bezier(
            *start,
            start[0] + (cx - start[0]) * 2 / 3, start[1] + (cy - start[1]) * 2 / 3,
            end[0] + (cx - end[0]) * 2 / 3, end[1] + (cy - end[1]) * 2 / 3,
            *end,
        )  # fmt: skip
        start = end


def photo_size(photo: Photo, width: float, height: float) -> tuple[float, float]:
    """Give the upright photo's size in a box of ``width`` by ``height`` mm; or ``BadPicture``."""
    picture = _opened(photo)
    across, down = picture.size
    if picture.getexif().get(0x0112, 1) >= 5:  # turned by a quarter
        across, down = down, across
    scale = min(width / across, height / down)
    return across * scale, down * scale


def draw_photo(sheet: Sheet, photo: Photo, x: float, y: float, size: tuple[float, float]) -> None:
    """Draw the photo, brought down to about 200 dots an inch. Raises ``BadPicture``."""
    width, height = size
    picture = _opened(photo)
    wanted = (max(1, round(width / 25.4 * DPI)), max(1, round(height / 25.4 * DPI)))
    try:
        picture.draft("RGB", (max(wanted) * 2, max(wanted) * 2))
        picture = _on_white(ImageOps.exif_transpose(picture))
    except (OSError, ValueError) as error:
        raise BadPicture(photo.caption) from error
    if picture.width > wanted[0]:
        picture = picture.resize(wanted, Image.Resampling.LANCZOS)
    small = BytesIO()
    picture.save(small, "JPEG", quality=_QUALITY)
    small.seek(0)
    sheet.canvas.drawImage(
        ImageReader(small), x * MM, (sheet.height - y - height) * MM, width * MM, height * MM
    )


def _on_white(picture: Image.Image) -> Image.Image:
    """Put what is see-through on white, as paper is."""
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    picture = picture.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", picture.size, "white"), picture).convert("RGB")


def _opened(photo: Photo) -> Image.Image:
    try:
        return Image.open(BytesIO(photo.data), formats=("JPEG", "PNG"))
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError) as error:
        raise BadPicture(photo.caption) from error

"""A still picture as shapes and texts, written as SVG for the page or a file, or painted as PNG."""

from __future__ import annotations

import io
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass

from explorer.drawings.html import Html, tag

FILE = {
    "paper": "#ffffff",
    "band": "#f3f6fa",
    "ink": "#111827",
    "quiet": "#4a5565",
    "edge": "#c3ccd8",
    "mark": "#0b66b0",
}
"""The colours of a picture on paper, by what they are for."""

PAGE = {
    "paper": "light-dark(#ffffff, #0d1420)",
    "band": "light-dark(#f3f6fa, #141d2b)",
    "ink": "light-dark(#111827, #f1f5f9)",
    "quiet": "light-dark(#4a5565, #b3bfce)",
    "edge": "light-dark(#c3ccd8, #3a475a)",
    "mark": "light-dark(#0b66b0, #72b9f7)",
}
"""The same where it stands on a page, which may be light or dark: those of `theme.css`."""

FONT = "system-ui, Helvetica, Arial, sans-serif"
PNG_SCALE = 2


@dataclass(frozen=True, slots=True)
class Rect:
    """A filled box."""

    x: float
    y: float
    width: float
    height: float
    fill: str


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    stroke: str
    width: float = 1


@dataclass(frozen=True, slots=True)
class Dot:
    """A filled circle."""

    x: float
    y: float
    radius: float
    fill: str


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text, its middle at `y`. `anchor` is start, middle or end."""

    x: float
    y: float
    text: str
    size: float = 13
    anchor: str = "start"
    fill: str = "ink"
    bold: bool = False


Shape = Rect | Line | Dot | Text


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture. Colours are names of `FILE`, or written out. `title` says what it is to those who listen."""

    width: float
    height: float
    title: str
    shapes: tuple[Shape, ...]


def svg(scene: Scene, colours: Mapping[str, str]) -> Html:
    """Return a picture as an SVG element."""
    return tag(
        "svg",
        tag("title", scene.title),
        *(_element(shape, colours) for shape in scene.shapes),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {scene.width:g} {scene.height:g}",
        width=f"{scene.width:g}",
        height=f"{scene.height:g}",
        role="img",
        font_family=FONT,
        style="color-scheme: light dark",
    )


def picture(scene: Scene) -> Html:
    """Return a picture for the page, as an image: Streamlit takes SVG elements out of HTML."""
    held = b64encode(svg(scene, PAGE).encode()).decode()
    size = {"width": f"{scene.width:g}", "height": f"{scene.height:g}"}
    return tag("img", src=f"data:image/svg+xml;base64,{held}", alt=scene.title, **size)


def svg_file(scene: Scene) -> str:
    """Return a picture as an SVG file, on white."""
    ground = Rect(0, 0, scene.width, scene.height, "paper")
    return f"{svg(Scene(scene.width, scene.height, scene.title, (ground, *scene.shapes)), FILE)}\n"


def png_file(scene: Scene) -> bytes:
    """Return a picture as a PNG file, on white, twice as large so that print is crisp."""
    from PIL import Image, ImageDraw, ImageFont  # late: only who keeps a picture needs it

    size = (round(scene.width * PNG_SCALE), round(scene.height * PNG_SCALE))
    image = Image.new("RGB", size, FILE["paper"])
    draw = ImageDraw.Draw(image)
    sizes = {shape.size for shape in scene.shapes if isinstance(shape, Text)}
    fonts = {each: ImageFont.load_default(each * PNG_SCALE) for each in sizes}
    for shape in scene.shapes:
        match shape:
            case Rect(x, y, width, height, fill):
                box = [_px(x), _px(y), _px(x + width) - 1, _px(y + height) - 1]
                if box[2] >= box[0] and box[3] >= box[1]:
                    draw.rectangle(box, fill=FILE.get(fill, fill))
            case Line(x1, y1, x2, y2, stroke, width):
                ends = [_px(each) for each in (x1, y1, x2, y2)]
                draw.line(ends, fill=FILE.get(stroke, stroke), width=_px(width))
            case Dot(x, y, radius, fill):
                box = [_px(each) for each in (x - radius, y - radius, x + radius, y + radius)]
                draw.ellipse(box, fill=FILE.get(fill, fill))
            case Text(x, y, text, letters, anchor, fill, bold):
                side = {"start": "l", "middle": "m", "end": "r"}[anchor]
                draw.text(
                    (_px(x), _px(y)),
                    text,
                    font=fonts[letters],
                    fill=FILE.get(fill, fill),
                    anchor=f"{side}m",
                    stroke_width=0.6 if bold else 0,
                )
    held = io.BytesIO()
    image.save(held, "PNG")
    return held.getvalue()


def _element(shape: Shape, colours: Mapping[str, str]) -> Html:
    match shape:
        case Rect(x, y, width, height, fill):
            size = {"width": _n(width), "height": _n(height)}
            return tag("rect", x=_n(x), y=_n(y), **size, style=_paint("fill", fill, colours))
        case Line(x1, y1, x2, y2, stroke, width):
            ends = {"x1": _n(x1), "y1": _n(y1), "x2": _n(x2), "y2": _n(y2)}
            return tag("line", **ends, style=_paint("stroke", stroke, colours), stroke_width=_n(width))
        case Dot(x, y, radius, fill):
            return tag("circle", cx=_n(x), cy=_n(y), r=_n(radius), style=_paint("fill", fill, colours))
        case Text(x, y, text, size, anchor, fill, bold):
            return tag(
                "text",
                text,
                x=_n(x),
                y=_n(y + size * 0.35),
                font_size=_n(size),
                text_anchor=anchor,
                font_weight="600" if bold else None,
                style=_paint("fill", fill, colours),
            )


def _paint(what: str, colour: str, colours: Mapping[str, str]) -> str:
    return f"{what}: {colours.get(colour, colour)}"


def _px(length: float) -> int:
    return round(length * PNG_SCALE)


def _n(length: float) -> str:
    return f"{length:.1f}".removesuffix(".0")

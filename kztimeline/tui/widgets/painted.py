"""From pieces of plain text with roles to strips of styled cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Final

from rich.segment import Segment
from rich.style import Style
from textual.filter import LineFilter
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from kztimeline.text.cells import width
from kztimeline.text.hyperlinks import target_of
from kztimeline.text.pieces import Piece, clip, pieces_width
from kztimeline.tui.render.signs import in_ascii

if TYPE_CHECKING:
    from textual.color import Color

    from kztimeline.text.cells import Cell
    from kztimeline.timeline.model import Timeline

_PREFIX: Final = "kzt--"
ROLES: Final = frozenset(
    {"address", "axis", "banner", "chosen", "cited", "context", "count", "cursor", "date"}
    | {"day", "edge", "elsewhere", "era", "filter", "first", "floor", "fourth", "gap"}
    | {"heading", "here", "imprecise", "joint", "key", "label", "landmark", "link", "match"}
    | {"mistake", "more", "muted", "name", "notice", "office", "passage", "pin", "possible"}
    | {"quiet", "rule", "second", "selected", "sign", "strong", "text", "third", "title"}
    | {"title1", "title2", "title3", "warning", "window", "year"}
)
"""Every role that a piece is drawn in; the style sheet says how, the same in all widgets."""
ROLE_CLASSES: Final = {_PREFIX + role for role in ROLES}
"""The component classes that stand for roles.

The application has them: widgets share many, and each would have its own worked out at the start.
"""


@lru_cache(maxsize=256)
def _link_style(target: str) -> Style:
    """Return the one style of a hyperlink, so that a terminal knows all its lines for one."""
    return Style(link=target)


def linked(strip: Strip, address: str | None) -> Strip:
    """Return a strip whose words are a hyperlink to a web page; as it is for other addresses."""
    target = target_of(address)
    if not target:
        return strip
    link = _link_style(target)
    segments = [
        segment
        if segment.text.isspace()
        else Segment(segment.text, (segment.style or Style()) + link)
        for segment in strip
    ]
    return Strip(segments, strip.cell_length)


def in_terminal_colours(widget: Widget, style: Style, background: Color) -> Style:
    """Return a style of a widget as the terminal is to be given it."""
    for each in widget.get_line_filters():
        (segment,) = each.apply([Segment("", style)], background)
        style = segment.style or style
    return style


class _PlainFrame(LineFilter):
    """Draws the frame of a widget in ASCII, with what stands in it."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments of a line."""
        return [Segment(in_ascii(text), style, control) for text, style, control in segments]


_PLAIN_FRAME: Final = _PlainFrame()


class Painted(Widget, can_focus=False):
    """A widget that draws lines of pieces, each role styled by the style sheet."""

    ALLOW_SELECT = False

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._role_styles: dict[tuple[str, ...], Style] = {}
        self._ground: tuple[Style, Color] | None = None

    def notify_style_update(self) -> None:
        """Forget the styles of the theme before."""
        self._role_styles.clear()
        self._ground = None
        super().notify_style_update()

    def press_key_in(self, text: str, cell: Cell, *, letters: bool = True) -> bool:
        """Press the key that the words at a cell of a text name; False where they name none."""
        from kztimeline.tui.render.named_keys import key_at

        key = key_at(text, cell, letters=letters)
        if key:
            self.app.simulate_key(key)
        return bool(key)

    def show_timeline(self, timeline: Timeline) -> None:
        """Draw another version of the timeline; every widget that keeps one overrides this."""

    @property
    def line_width(self) -> int:
        """The cells of a line."""
        return self.scrollable_content_region.width

    def role_style(self, *roles: str) -> Style:
        """Return the style of roles laid over each other on the widget's own.

        It is in the terminal's colours, so that they need not be found for each line.
        """
        style = self._role_styles.get(roles)
        if style is None:
            if self._ground is None:
                # Found by way of all that is around it: once, and not for each role.
                self._ground = self.rich_style, self.background_colors[1]
            style, background = self._ground
            for role in roles:
                if role:
                    style += self.app.get_component_styles(_PREFIX + role).partial_rich_style
            self._role_styles[roles] = style = in_terminal_colours(self, style, background)
        return style

    def strip(self, pieces: Iterable[Piece], under: str = "") -> Strip:
        """Return a line as wide as the pieces, each drawn over the role `under`."""
        segments = self._segments(pieces, under)
        return Strip(segments, sum(width(segment.text) for segment in segments))

    def line(self, pieces: Iterable[Piece], under: str = "") -> Strip:
        """Return a line exactly as wide as the widget."""
        cells, drawn = self.line_width, list(pieces)
        taken = pieces_width(drawn)
        if taken > cells:
            drawn = clip(drawn, cells)
            taken = pieces_width(drawn)
        drawn.append(Piece(" " * (cells - taken)))
        return Strip(self._segments(drawn, under), cells)

    @property
    def plain_signs(self) -> bool:
        """Whether all is drawn in ASCII but the letters of other alphabets."""
        return bool(getattr(self.app, "plain_signs", False))

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Have the frame drawn in the same signs as the lines."""
        filters = super().get_line_filters()
        return [*filters, _PLAIN_FRAME] if self.plain_signs else filters

    def _segments(self, pieces: Iterable[Piece], under: str) -> list[Segment]:
        drawn = in_ascii if self.plain_signs else str
        return [
            Segment(drawn(piece.text), self.role_style(under, piece.role))
            for piece in pieces
            if piece.text
        ]


class PaintedLines(Painted):
    """Lines with nothing around them, of which Textual need not work out what there is."""

    @property
    def line_width(self) -> int:
        """The cells of a line."""
        return self.outer_size.width

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the cells of lines that are to be drawn."""
        return [self.render_line(y).crop(*crop.column_span) for y in crop.line_range]


def regions_of(lines: Sequence[int], width: int) -> Iterator[Region]:
    """Yield the regions of ascending lines, one for those that follow each other."""
    for _, run in groupby(enumerate(lines), key=lambda pair: pair[1] - pair[0]):
        together = [y for _, y in run]
        yield Region(0, together[0], width, len(together))

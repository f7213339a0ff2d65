"""The lines of the facets panel: what stands on each, and what it looks like."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from kztimeline.query.facets import FacetChoice, FacetValue
from kztimeline.query.words.words import pattern_of, words_of
from kztimeline.text.cells import clean, fit
from kztimeline.text.pieces import Piece, pieces_width
from kztimeline.tui.render.signs import TRACK_ROLES

if TYPE_CHECKING:
    from kztimeline.timeline.model import Timeline

CERTAIN: Final = "certain"
"""Stands for a field in the line that hides what only possibly matches."""

_NAMES: Final = {CERTAIN: "Match", "importance": "Importance", "origin": "Support"}
_LABELS: Final = {
    ("origin", "seed"): "a document ¶",
    ("origin", "reference"): "outside references only",
    ("importance", "1"): "1  main events",
    ("importance", "2"): "2  more",
    ("importance", "3"): "3  details",
}
_FOLDED: Final = frozenset({"topic", "era", "actor", "source"})
_BY_COUNT: Final = frozenset({"topic", "actor", "source"})
_UNFOLDED_AT_FIRST: Final = 8
_BOXES: Final = {FacetChoice.NONE: "[ ]", FacetChoice.WANTED: "[x]", FacetChoice.UNWANTED: "[-]"}
_BAR: Final = 6
_EIGHTHS: Final = " ▏▎▍▍▋▊▉█"
"""Parts of a cell; the half one is the edge of what is selected, in ASCII a bracket."""
_COUNT: Final = 6
_BESIDE_NAME: Final = 1 + 3 + 1 + 1 + _BAR + _COUNT + 3
EXCLUDE_CELLS: Final = 3
"""So many cells at the end of a line leave its value out when they are clicked."""


class FacetRow(NamedTuple):
    """One line: a heading, a value, or how many values are folded away."""

    kind: Literal["heading", "value", "more", "space"]
    field: str
    value: FacetValue | None = None
    most: int = 0
    number: int = 0

    @property
    def key(self) -> tuple[str, str] | None:
        """What the cursor stays on through every change; None where it cannot stand."""
        if self.kind == "value" and self.value is not None:
            return self.field, self.value.id
        return (self.field, "") if self.kind == "more" else None


def facet_rows(
    facets: Mapping[str, Sequence[FacetValue]], unfolded: Collection[str] = ()
) -> list[FacetRow]:
    """Return the lines of all facets, long ones folded unless named in `unfolded`."""
    rows: list[FacetRow] = []
    for field, values in facets.items():
        if lines := list(_lines(field, values, field in unfolded)):
            chosen = sum(value.choice is not FacetChoice.NONE for value in values)
            space = [FacetRow("space", field)] if rows else []
            rows += [*space, FacetRow("heading", field, number=chosen), *lines]
    return rows


def _lines(field: str, values: Sequence[FacetValue], unfolded: bool) -> Iterable[FacetRow]:
    shown = [value for value in values if _matters(field, value)]
    if field in _BY_COUNT:
        shown.sort(key=lambda value: -value.count)
    most = max((value.count for value in shown), default=0)
    folds = field in _FOLDED and not unfolded and len(shown) > _UNFOLDED_AT_FIRST + 1
    for number, value in enumerate(shown):
        if not folds or number < _UNFOLDED_AT_FIRST or value.choice is not FacetChoice.NONE:
            yield FacetRow("value", field, value, most)
    if folds:
        kept = sum(value.choice is not FacetChoice.NONE for value in shown[_UNFOLDED_AT_FIRST:])
        hidden = len(shown) - _UNFOLDED_AT_FIRST - kept
        if hidden:
            yield FacetRow("more", field, number=hidden)


def _matters(field: str, value: FacetValue) -> bool:
    return field not in _FOLDED or value.count > 0 or value.choice is not FacetChoice.NONE


def having(
    timeline: Timeline, facets: Mapping[str, Sequence[FacetValue]], words: str
) -> dict[str, list[FacetValue]]:
    """Return the values in whose label or id each of some words begins one."""
    begun = [pattern_of(word, whole=False, in_any_case=True) for word in words.split()]

    def has(field: str, value: FacetValue) -> bool:
        named = words_of(f"{label(timeline, field, value)} {value.id}")
        return all(word.stands_among(named) for word in begun)

    return {
        field: [value for value in values if has(field, value)] for field, values in facets.items()
    }


def label(timeline: Timeline, field: str, value: FacetValue) -> str:
    """Return what a value is called in the panel."""
    if field == "source":
        source = timeline.sources_by_id[value.id]
        return clean(f"{source.publisher}: {source.title}")
    if field == "era":
        kinds = {era.id: era.kind for era in timeline.eras}
        return clean(f"{value.name}, {kinds[value.id]}")
    if field == "track":
        return clean(f"{timeline.tracks_by_id[value.id].letter}  {value.name}")
    return clean(_LABELS.get((field, value.id), value.name))


def draw(timeline: Timeline, row: FacetRow, cells: int) -> list[Piece]:
    """Return a line as pieces that take at most `cells`."""
    match row.kind:
        case "heading":
            return _heading(row, cells)
        case "more":
            return [Piece(f"     … {row.number} more", "quiet")]
        case "value" if row.value is not None:
            return _value(timeline, row, row.value, cells)
    return []


def _heading(row: FacetRow, cells: int) -> list[Piece]:
    name = Piece(f" {_NAMES.get(row.field, row.field.capitalize())} ", "heading")
    chosen = Piece(f" {row.number} chosen " if row.number else "", "strong")
    rule = "─" * max(cells - pieces_width([name, chosen]) - 1, 0)
    return [name, Piece(rule, "rule"), chosen]


def _value(timeline: Timeline, row: FacetRow, value: FacetValue, cells: int) -> list[Piece]:
    with_bar = cells >= _BESIDE_NAME + 16
    name = fit(
        label(timeline, row.field, value), max(cells - _BESIDE_NAME + (0 if with_bar else _BAR), 1)
    )
    return [
        Piece(f" {_BOXES[value.choice]} ", "text" if value.choice is FacetChoice.NONE else "key"),
        Piece(f"{name} ", _role(timeline, row.field, value)),
        Piece(_bar(value.count, row.most) if with_bar else "", "quiet"),
        Piece(fit(str(value.count), _COUNT, "right"), "count" if value.count else "quiet"),
        Piece(" − " if row.field != CERTAIN else "   ", "quiet"),
    ]


def _role(timeline: Timeline, field: str, value: FacetValue) -> str:
    if value.choice is FacetChoice.WANTED:
        return "strong"
    if value.choice is FacetChoice.UNWANTED:
        return "warning"
    if field == "track":
        return TRACK_ROLES[timeline.lane(value.id)]
    return "text" if value.count else "quiet"


def _bar(count: int, most: int) -> str:
    """A bar of `count` against `most`; anything above nothing shows."""
    eighths = max(round(count / most * _BAR * 8), 1) if count else 0
    whole, rest = divmod(eighths, 8)
    return fit("█" * whole + (_EIGHTHS[rest] if rest else ""), _BAR)

"""The overview in dots: which month stands out, which are hits, what is named."""

from __future__ import annotations

import datetime as dt

import pytest

from kztimeline.dates.edtf import parse
from kztimeline.text.cells import width
from kztimeline.tui.render.overview.bins import ends
from kztimeline.tui.render.overview.braille import Dots, heights, hit_heights, scale
from kztimeline.tui.render.overview.density import Extents
from kztimeline.tui.render.overview.landmarks import (
    abbreviations,
    names_placed,
    short_name,
    weightiest,
)
from kztimeline.tui.render.overview.topic_strip import TopicStrip
from tests.tui.sample import event, sample, timeline_of

SPAN = ends(parse("1991/2024"))
WHOLE = sample()


@pytest.mark.parametrize(
    ("cells", "unit"),
    [(25, "year"), (55, "half-year"), (75, "quarter"), (115, "two months"), (205, "month")],
)
def test_the_bins_are_the_finest_there_is_a_column_for(cells: int, unit: str) -> None:
    dots = Dots.over(*SPAN, cells)
    assert dots.bins.unit.name == unit
    assert len(dots.bins) <= 2 * cells


@pytest.mark.parametrize("cells", [25, 55, 75, 115, 195, 205])
@pytest.mark.parametrize("rows", [1, 2])
@pytest.mark.parametrize("down", [True, False])
def test_bars_take_their_rows_and_cells_and_grow_from_their_line(
    cells: int, rows: int, down: bool
) -> None:
    dots = Dots.over(*SPAN, cells)
    full = dots.cells_of([4 * rows] * len(dots.bins), rows, down)
    assert full == ["⣿" * cells] * rows
    low = dots.cells_of([1] * len(dots.bins), rows, down)
    base, others = (low[0], low[1:]) if down else (low[-1], low[:-1])
    assert base == ("⠉" if down else "⣀") * cells
    assert all(set(line) == {" "} for line in others)


def test_every_bin_is_drawn_and_leads_back_from_its_cell() -> None:
    for cells in (25, 55, 75, 115, 195):
        dots = Dots.over(*SPAN, cells)
        seen = {number for cell in range(cells) for number in dots.bins_of(cell)}
        assert seen == set(range(len(dots.bins)))
        for number in range(len(dots.bins)):
            cell = dots.cell(dots.bins.edges[number])
            assert number in dots.bins_of(cell)


def test_a_crowded_month_stands_out_and_does_not_flatten_the_rest() -> None:
    values = [1.0] * 200 + [2.0] * 30 + [5.0] * 4 + [40.0]
    top = heights(values, scale([values]), 2)
    assert top[-1] == 8
    assert top[0] >= 1
    assert top[0] < top[200] < top[-1]


def test_hits_stand_on_their_own_scale_and_differ_by_height_where_nothing_is_dim() -> None:
    whole = [5.0, 5.0, 0.0, 5.0]
    dots, hits = hit_heights([0.0, 0.1, 0.0, 1.0], whole, 1.0, 1)
    assert dots == [1, 2, 0, 4]
    assert hits == [False, True, False, True]


def test_an_event_is_named_by_its_id_spelled_as_its_text_spells_it() -> None:
    named = event("osce-summit-2010", "2010-12-01", "Wren hosts the OSCE summit")
    assert short_name(named) == "OSCE summit"
    assert short_name(event("wto-accession-2015", "2015", "It joins")) == "Wto accession"
    known = abbreviations(timeline_of([event("x", "2001", "The WTO meets")]))
    assert short_name(event("wto-accession-2015", "2015", "It joins"), known) == "WTO accession"
    assert short_name(event("unrest-january-2022", "2022-01", "X")) == "January unrest"
    assert short_name(event("1999", "1999", "X")) == "1999"
    assert short_name(event("e12", "1999", "Ferry strike spreads")) == "Ferry strike…"
    assert short_name(event("e12", "1999", "Ferry strike")) == "Ferry strike"


@pytest.mark.parametrize("cells", [25, 55, 75, 115, 195])
def test_names_never_cover_each_other_nor_leave_the_line(cells: int) -> None:
    dots, extents = Dots.over(*SPAN, cells), Extents.of(WHOLE)
    ranked = weightiest(WHOLE.columns.weights, range(len(WHOLE.events)))
    names = names_placed(WHOLE, ranked, lambda at: dots.cell(extents.first[at]), cells)
    assert names
    taken: set[int] = set()
    for name in names:
        own = set(range(name.cell, name.cell + width(name.text)))
        assert not own & taken
        assert own <= set(range(cells))
        taken |= own


def test_what_is_linked_and_matters_weighs_most() -> None:
    ranked = weightiest(WHOLE.columns.weights, range(len(WHOLE.events)))
    assert {WHOLE.events[at].id for at in ranked[:3]} == {"press", "strike", "vote"}


IDS = [topic.id for topic in WHOLE.topics]


@pytest.mark.parametrize("cells", [200, 120, 80, 60, 30])
def test_topics_by_year_are_as_wide_as_asked_and_ask_for_what_they_show(cells: int) -> None:
    extents = Extents.of(WHOLE)
    strip = TopicStrip(WHOLE, extents, range(len(WHOLE.events)), cells, 6, IDS)
    texts = ["".join(piece.text for piece in line) for line in strip.lines]
    assert len(texts) == 6
    assert all(width(text) <= cells for text in texts)
    asked = {strip.at(x, y) for x in range(cells) for y in range(5)} - {None}
    assert {cell.topic for cell in asked if cell} == {topic.id for topic in WHOLE.topics}
    if cells >= 60:
        assert {cell.years for cell in asked if cell} == {str(y) for y in range(1991, 2025)}


def test_a_cell_of_topics_is_filled_where_its_query_finds_something() -> None:
    timeline = timeline_of([event("e", "2012-05-05", "E", topics=("storms",))])
    strip = TopicStrip(
        timeline, Extents.of(timeline), [0], 80, 6, [topic.id for topic in timeline.topics]
    )
    (row,) = [y for y, topic in enumerate(timeline.topics) if topic.id == "storms"]
    text = "".join(piece.text for piece in strip.lines[row])
    full = [x for x, sign in enumerate(text) if sign == "█"]
    assert full
    queries = {cell.query for x in full if (cell := strip.at(x, row))}
    assert queries == {"topic:storms in:2012"}
    assert dt.date(2012, 5, 5).year == 2012


def test_an_abbreviation_is_known_by_the_name_it_stands_for() -> None:
    chosen = event("unsc-election-2016", "2016", "It wins a UN Security Council seat")
    assert short_name(chosen) == "UNSC election"
    assert short_name(event("abc-vote-2016", "2016", "A bold council votes")) == "Abc vote"

"""The list on rails as it is drawn: one line an event, links between them."""

from __future__ import annotations

import re

import pytest

from kztimeline.dates.edtf import Precision, parse
from kztimeline.text.cells import clean, width
from kztimeline.timeline.model import Link, Timeline, Track
from kztimeline.tui.render.rails.arranging import arrange_rows, undated_of
from kztimeline.tui.render.rails.geometry import Rails
from kztimeline.tui.render.rails.lines import RailLines, with_edge_count
from kztimeline.tui.render.rails.links import Drawn, drawn, edge_count
from kztimeline.tui.render.signs import (
    DISPUTED,
    INFERRED,
    ONGOING,
    PASSAGE,
    PIN,
    POSSIBLE,
    in_ascii,
)
from tests.sampling import mostly_slow
from tests.tui.sample import event, sample, timeline_of

WIDTHS = (200, 120, 80, 60, 30)
WHOLE = sample()


def rails_of(timeline: Timeline, cells: int, **more: object) -> RailLines:
    titles = tuple(clean(each.title) for each in timeline.events)
    rails = Rails(cells, len(timeline.tracks))
    return RailLines(timeline, titles, rails, **more)  # type: ignore[arg-type]


def text_of(line: list) -> str:  # type: ignore[type-arg]
    return "".join(piece.text for piece in line)


def tracked(count: int) -> Timeline:
    """Return a timeline of some tracks, an event on each, all linked with the first."""
    tracks = tuple(Track(id=f"t{n}", name=f"Track {n}", letter="ABCD"[n]) for n in range(count))
    events = [event("first", "2001-01-01", "The first", "t0")]
    events += [
        event(
            f"answer-{n}",
            f"2001-02-0{n + 1}",
            f"Answer {n}",
            f"t{n}",
            links=(Link(to="first", kind="responds_to", basis="Ours."),),
        )
        for n in range(count)
    ]
    made = timeline_of(events)
    return Timeline(**{**vars(made), "tracks": tracks})


@pytest.mark.parametrize("cells", WIDTHS)
@pytest.mark.parametrize("whole", [True, False])
def test_every_line_is_exactly_as_wide_as_asked(cells: int, whole: bool) -> None:
    lines = rails_of(WHOLE, cells, pinned={3}, contexts={4: "a text that matches " * 9})
    for position in range(len(WHOLE.events)):
        drawn_lines = lines.event(position, selected=whole)
        assert len(drawn_lines) == lines.height(position, whole)
        assert {width(text_of(line)) for line in drawn_lines} == {cells}


@pytest.mark.parametrize(
    "cells", mostly_slow([*range(20, 50), 60, 71, 72, 80, 120], [20, 40, 71, 72])
)
def test_a_date_keeps_its_days_and_its_years_or_a_sign_that_it_is_cut(
    builtin: Timeline, cells: int
) -> None:
    lines = rails_of(builtin, cells)
    for position, each in enumerate(builtin.events):
        drawn_date = text_of(lines.event(position)[0])[1 : lines.rails.rails_start].strip()
        if drawn_date.endswith("…"):
            assert cells < 72, (each.date.text, drawn_date)
            continue
        if drawn_date.endswith("–"):
            assert each.date.end is None, (each.date.text, drawn_date)
            continue
        one_year = each.date.year is not None
        for end in (each.date.start, each.date.end):
            if end is None:
                continue
            if end.precision is Precision.DAY and one_year:
                assert re.search(rf"(?<!\d){end.earliest.day}(?!\d)", drawn_date), drawn_date
            elif end.precision is Precision.MONTH and one_year:
                assert f"{end.earliest:%b}" in drawn_date, (each.date.text, drawn_date)
            elif (
                each.date.earliest
                and end.earliest.year != each.date.earliest.year
                and not re.search("[a-z]", drawn_date)
            ):
                assert re.search(rf"{end.earliest.year % 100:02}$", drawn_date), drawn_date


@pytest.mark.parametrize("cells", WIDTHS)
def test_an_event_takes_one_line_and_all_of_its_title_when_selected(cells: int) -> None:
    lines = rails_of(WHOLE, cells)
    position = WHOLE.positions_by_id["strike"]
    assert len(lines.event(position)) == 1
    whole = lines.event(position, selected=True)
    words = " ".join(text_of(line) for line in whole).replace("▌", " ").replace("▐", " ")
    for word in WHOLE.events[position].title.split():
        assert word in words.split(), words


@pytest.mark.parametrize("cells", [200, 120, 80, 60])
def test_signs_stand_below_one_another_at_the_right_edge(cells: int) -> None:
    lines = rails_of(WHOLE, cells, pinned={WHOLE.positions_by_id["vote"]})
    strike = text_of(lines.event(WHOLE.positions_by_id["strike"])[0])
    press = text_of(lines.event(WHOLE.positions_by_id["press"])[0])
    vote = text_of(lines.event(WHOLE.positions_by_id["vote"])[0])
    assert strike.index("¶") == press.index("¶") == cells - 3
    assert strike.index("≠") == cells - 2
    assert press.index("∴") == cells - 4
    assert vote.index("◆") == cells - 5


def test_a_title_has_its_full_width_at_every_size() -> None:
    assert [Rails(cells, 2).title_cells for cells in WIDTHS] == [175, 95, 55, 38, 14]


def test_each_track_has_its_rail_and_its_letter_over_it() -> None:
    lines = rails_of(WHOLE, 80)
    heading = text_of(lines.heading("2011"))
    island = text_of(lines.event(WHOLE.positions_by_id["strike"])[0])
    league = text_of(lines.event(WHOLE.positions_by_id["press"])[0])
    assert heading.index("I") == island.index("▬") == 14
    assert heading.index("L") == league.index("●") == 16
    assert island[16] == league[14] == "│"


def test_a_year_says_who_was_in_office_as_far_as_there_is_room() -> None:
    offices = "Wren · Hale → Ito · Amb. Moreau"
    assert text_of(rails_of(WHOLE, 80).heading("2001", offices)).startswith(
        " 2001 ────────I─L─ Wren · Hale → Ito · Amb. Moreau ───"
    )
    narrow = text_of(rails_of(WHOLE, 30).heading("2001", offices))
    assert narrow.startswith(" 2001 ─────I─L─ Wren · Hale")
    assert width(narrow) == 30


def rails_after(timeline: Timeline, selected: str, other: str) -> str:
    """Return the rails of the line of one event while another is selected."""
    lines = rails_of(timeline, 80)
    row = timeline.positions_by_id[selected]
    track = lines.track(timeline.events[row])
    links = drawn(row, track, [timeline.positions_by_id[other]], lambda at: at)
    there = timeline.positions_by_id[other]
    line = text_of(lines.event(there, joint=links.joint(there))[0])
    return line[13 : 13 + lines.rails.rails_cells]


@pytest.mark.parametrize(
    ("selected", "other", "expected"),
    [
        ("first", "answer-1", " ╰─●"),
        ("answer-1", "first", " ●─╮"),
        ("first", "answer-0", "╰● │"),
        ("answer-0", "first", "╭● │"),
        ("answer-1", "answer-0", " ●─╮"),
    ],
)
def test_a_link_is_drawn_in_either_direction_on_either_track(
    selected: str, other: str, expected: str
) -> None:
    assert rails_after(tracked(2), selected, other) == expected


def test_an_answer_below_on_the_first_track_turns_left() -> None:
    timeline = timeline_of(
        [
            event("question", "2001-01-01", "A question", "league"),
            event("reply", "2001-02-01", "A reply", "island"),
            event("again", "2001-03-01", "Again", "league"),
        ]
    )
    assert rails_after(timeline, "question", "reply") == " ●─╯"
    assert rails_after(timeline, "question", "again") == " │╰●"
    assert rails_after(timeline, "again", "question") == " │╭●"
    assert rails_after(timeline, "reply", "question") == " ╭─●"


@pytest.mark.parametrize(
    ("tracks", "rails"),
    [
        (1, ["╰●"]),
        (2, ["╰● │", " ╰─●"]),
        (3, ["╰● │ │", " ╰─● │", " ╰───●"]),
        (4, ["╰● │ │ │", " ╰─● │ │", " ╰───● │", " ╰─────●"]),
    ],
)
def test_rails_are_drawn_for_one_to_four_tracks(tracks: int, rails: list[str]) -> None:
    timeline = tracked(tracks)
    assert [rails_after(timeline, "first", f"answer-{n}") for n in range(tracks)] == rails
    heading = text_of(rails_of(timeline, 80).heading("2001"))
    assert [letter in heading for letter in "ABCD"] == [n < tracks for n in range(4)]


def test_links_out_of_sight_are_counted_at_the_edge_they_lie_beyond() -> None:
    links = Drawn(10, 0, (2, 3, 11, 40))
    assert links.out_of_sight(5, 20) == (2, 1)
    assert links.out_of_sight(0, 50) == (0, 0)
    assert edge_count(2, 1, True, False) == "↑2"
    assert edge_count(2, 1, False, True) == "↓1"
    assert edge_count(0, 0, True, True) == ""


@pytest.mark.parametrize("cells", WIDTHS)
def test_a_count_at_the_edge_leaves_width_date_and_signs_alone(cells: int) -> None:
    lines = rails_of(WHOLE, cells)
    before = lines.event(WHOLE.positions_by_id["strike"])[0]
    after = with_edge_count(before, lines.rails, "↑12")
    assert width(text_of(after)) == cells
    assert " ↑12 " in text_of(after)
    assert text_of(after)[: lines.rails.title_start] == text_of(before)[: lines.rails.title_start]
    if lines.rails.signs_cells:
        assert text_of(after)[-5:] == text_of(before)[-5:]


def test_a_match_outside_the_title_takes_a_line_more_with_its_context() -> None:
    def highlights(text: str) -> list[tuple[int, int]]:
        at = text.find("council")
        return [(at, at + 7)] if at >= 0 else []

    lines = rails_of(WHOLE, 80, contexts={0: "… what the council said"}, highlights=highlights)
    _, context = lines.event(0)
    assert "… what the council said" in text_of(context)
    assert [piece.text for piece in context if piece.role == "match"] == ["council"]


UNDATED = timeline_of(
    [
        event("a", "2021-12-01", "A"),
        event("b", "2022", "B"),
        event("c", "2022/2023", "C"),
        event("d", "2022~", "D"),
        event("e", "2022-02-01", "E"),
        event("f", "2022-03", "F"),
        event("g", "2023", "G"),
        event("h", "2023-05-05", "H"),
    ]
)
YEARS = UNDATED.columns.years
SHOWN = range(len(UNDATED.events))


def test_undated_events_of_a_year_stand_behind_one_line() -> None:
    arranged = arrange_rows(YEARS, SHOWN, undated=undated_of(UNDATED, YEARS, SHOWN))
    (group,) = arranged.folds.values()
    assert (group.year, len(group.rows)) == (2022, 2)
    about = 1
    assert len(arranged.layout) == 3 + 1 + 1 + about + 2 + 2
    line = rails_of(UNDATED, 80).undated(2022, 3, within=True)
    assert text_of(line).strip().endswith("3 within 2022, day unknown ▸")


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        (("2022", "2022/2023"), "2 begin in 2022, day unknown ▸"),
        (("2022", "2022/.."), "2 begin in 2022, day unknown ▸"),
        (("2022", "2022/2022-06"), "2 within 2022, day unknown ▸"),
        (("2022", "202X"), ""),
        (("2022", "2022~"), ""),
        (("2022", "2022?"), ""),
        (("202X", "202X/2025"), ""),
    ],
)
def test_what_is_counted_under_a_year_was_in_it(dates: tuple[str, str], said: str) -> None:
    timeline = timeline_of([event(f"e{n}", date, "E") for n, date in enumerate(dates)])
    found = undated_of(timeline, timeline.columns.years, range(2))
    lines = [
        text_of(rails_of(timeline, 80).undated(group.year, len(group.rows), group.within))
        for group in found
    ]
    assert [line.strip("│ ") for line in lines] == ([said] if said else [])


def test_they_stand_line_by_line_while_one_of_them_is_selected() -> None:
    undated = undated_of(UNDATED, YEARS, SHOWN)
    row = UNDATED.positions_by_id["c"]
    arranged = arrange_rows(YEARS, SHOWN, undated=undated, selected=row)
    assert not arranged.folds
    assert len(arranged.layout) == 3 + 8


def test_a_single_undated_event_stands_by_itself() -> None:
    assert [group.year for group in undated_of(UNDATED, YEARS, SHOWN)] == [2022]


def test_a_step_back_from_the_first_dated_event_is_to_the_last_undated_one() -> None:
    arranged = arrange_rows(YEARS, SHOWN, undated=undated_of(UNDATED, YEARS, SHOWN))
    dated = UNDATED.positions_by_id["e"]
    assert arranged.layout.row_before(dated) == dated - 1
    assert arranged.layout.next_row(UNDATED.positions_by_id["a"]) == 1


def test_every_line_of_a_list_with_a_row_in_full_leads_back_to_its_row() -> None:
    base = arrange_rows(YEARS, SHOWN).layout
    layout = base.with_whole(3, 2)
    assert len(layout) == len(base) + 2
    for row in SHOWN:
        for part in range(layout.height(row)):
            assert layout.content(layout.top(row) + part)[1:] == (row, part)
    assert layout.height(3) == 3


def test_plain_signs_keep_the_width_and_are_ascii_alone() -> None:
    lines = rails_of(sample(), 80, pinned={0})
    whole = text_of(lines.event(WHOLE.positions_by_id["strike"], selected=True)[0])
    assert in_ascii(whole).isascii()
    assert len(in_ascii(whole)) == len(whole)
    assert in_ascii(whole).count("=") == whole.count("▬") == 1
    assert in_ascii(text_of(lines.heading("2011", "Wren · Ito"))).isascii()


def test_what_is_not_known_to_the_day_is_drawn_so() -> None:
    timeline = timeline_of([event("m", "2012-03", "M"), event("d", "2012-03-04", "D")])
    lines = rails_of(timeline, 80)
    assert [text_of(lines.event(at)[0]).split()[0] for at in range(2)] == ["Mar", "4"]
    assert "◐" in text_of(lines.event(timeline.positions_by_id["m"])[0])
    assert parse("2012-03").precision.label == "month"


def test_no_two_signs_of_an_event_are_drawn_alike_in_ascii() -> None:
    signs = [PASSAGE, INFERRED, DISPUTED, PIN, POSSIBLE, ONGOING]
    overview = "".join(chr(0x2800 + dots) for dots in range(256))
    assert len({in_ascii(sign) for sign in signs}) == len(signs)
    assert in_ascii(INFERRED) not in in_ascii(overview)

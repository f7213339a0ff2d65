"""Keys while a page is read, and what stands beside the list, as it is drawn."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kztimeline.dates.edtf import parse
from kztimeline.timeline.model import Timeline
from kztimeline.timeline.relations import Neighbour, neighbours, too_wide
from kztimeline.tui.render.pages.writer import next_link
from tests.sampling import mostly_slow
from tests.tui.driving import SMALL, WIDE, Reader, reading
from tests.tui.sample import event, timeline_of

# The ends of a text


@pytest.mark.parametrize("page", [("enter",), ("e",)])
@pytest.mark.parametrize(
    ("up", "down"), mostly_slow([("home", "end"), ("g", "G")], [("g", "G")], several=True)
)
async def test_home_and_end_stay_in_the_text(page: tuple[str, ...], up: str, down: str) -> None:
    async with reading(size=(60, 12)) as reader:
        await reader.go("press")
        await reader.press(*page)
        first = reader.drawn()
        await reader.press(down)
        last = reader.drawn()
        assert last != first
        assert reader.here == "press"
        await reader.press("pagedown", "down")
        assert reader.drawn() == last
        await reader.press(up)
        assert reader.drawn() == first
        assert reader.here == "press"
        await reader.press("escape", *(["escape"] if reader.screen.session.view.page else []), up)
        assert reader.here == reader.ids[0]


async def test_the_ends_of_the_coverage_are_those_of_its_text() -> None:
    async with reading(size=(40, 8)) as reader:
        await reader.go("press")
        await reader.press("c")
        first = reader.drawn()
        await reader.press("G")
        assert reader.drawn() != first
        await reader.press("g")
        assert reader.drawn() == first


# Links


LINKS = st.lists(st.tuples(st.integers(1, 9), st.integers(1, 3)), min_size=1, max_size=9)


@given(LINKS, st.integers(0, 90), st.integers(3, 40), st.data())
def test_the_next_link_is_the_next_one_in_sight(
    gaps: list[tuple[int, int]], top: int, height: int, data: st.DataObject
) -> None:
    links, line = [], 0
    for gap, lines in gaps:
        links.append((range(line + gap, line + gap + lines), "x"))
        line += gap + lines
    seen = range(top, top + height)
    chosen = data.draw(st.none() | st.integers(0, len(links) - 1))
    found = next_link(links, chosen, seen, 1)
    assert found is not None
    if chosen is not None and set(links[chosen][0]) & set(seen):
        assert found == (chosen + 1) % len(links)
    elif any(lines.start >= top for lines, _target in links):
        assert links[found][0].start >= top
        assert not any(lines.start >= top for lines, _target in links[:found])
    else:
        assert found == 0
    back = next_link(links, found, range(links[found][0].start, links[found][0].stop), -1)
    assert back == (found - 1) % len(links)


def test_a_text_without_links_has_no_next_one() -> None:
    assert next_link([], None, range(9), 1) is None


def chosen(reader: Reader) -> list[int]:
    """The lines of the drawn screen that stand out as the chosen link."""
    back = reader.screen.pages.detail.role_style("chosen").bgcolor
    strips = reader.app.screen._compositor.render_strips()
    return [
        y
        for y, strip in enumerate(strips)
        if any(segment.style and segment.style.bgcolor == back for segment in strip)
        and y >= reader.screen.pages.detail.region.y
    ]


async def test_tab_takes_the_link_that_is_in_sight(builtin: Timeline) -> None:
    async with reading(builtin, size=SMALL) as reader:
        day = next(e.id for e in builtin.events if e.date.text == "2019-03-20" and e.links)
        await reader.go(day)
        await reader.press("enter")
        detail = reader.screen.pages.detail
        for page in range(6):
            top = detail.scroll_offset.y
            await reader.press("tab")
            assert chosen(reader)
            # Only below the last link does it go round to the first.
            assert detail.scroll_offset.y >= top or top >= detail.max_scroll_y - SMALL[1]
            await reader.press("home", *["space"] * (page + 1))
        await reader.press("home", "tab")
        assert detail.scroll_offset.y < SMALL[1]


# In office


@pytest.mark.slow
async def test_the_date_asked_for_is_the_day_that_is_shown() -> None:
    async with reading(size=WIDE) as reader:
        await reader.press("d", *"3 jan 2012", "enter", "r")
        assert "On 3 January 2012" in reader.picture
        await reader.press("d", *"dec 2011", "enter")
        assert "Some time in December 2011" in reader.picture
        await reader.press("l")
        assert "On 1 January 2012" in reader.picture
        await reader.press("escape", "j", "r")
        assert "3 January 2012" not in reader.text("#day")


async def test_no_day_is_invented_for_a_vague_date() -> None:
    timeline = timeline_of([event("vague", "1991/1992", "The pier is built")])
    async with reading(timeline, size=WIDE) as reader:
        await reader.press("g", "r")
        assert "Some time in 1991" in reader.picture
        assert "Wren" in reader.text("#day")
        assert "1 January 1991" not in reader.picture


async def test_a_date_that_is_cancelled_leaves_the_day_that_is_shown() -> None:
    async with reading(size=WIDE) as reader:
        await reader.go("press")
        await reader.press("r", "d", *"2 feb 2012", "escape")
        assert "On 1 February 2012" in reader.picture


# On the other track


@pytest.mark.parametrize(
    ("date", "other", "words"),
    [
        ("1991/1992", "1991-08-29", "perhaps: 1991–1992 is too wide to tell"),
        ("1991-08-29", "1991", "perhaps: 1991 is too wide to tell"),
        ("2012-02-01", "2012-03", "perhaps: March 2012 is too wide to tell"),
        ("2011", "2011-12", "perhaps: 2011 is too wide to tell"),
        ("2011", "2011", "perhaps: both dates are too wide to tell"),
        ("2012-02-01", "2012-02-20", ""),
        ("2012-02-01", "2011/2013", "under way"),
    ],
)
def test_the_date_that_is_too_wide_is_named(date: str, other: str, words: str) -> None:
    timeline = timeline_of(
        [event("here", date, "Here"), event("there", other, "There", track="league")]
    )
    (found,) = neighbours(timeline, timeline.event("here"))
    assert isinstance(found, Neighbour)
    assert found.words(parse(date)) == words


@given(st.dates(), st.dates())
def test_two_days_are_never_too_wide_alone(one: object, other: object) -> None:
    assert len(too_wide(parse(str(one)), parse(str(other)))) == 2


async def test_the_list_of_the_other_track_names_the_wide_date() -> None:
    timeline = timeline_of(
        [
            event("vague", "1991/1992", "The pier is built"),
            event("exact", "1991-08-29", "The League decides", track="league"),
        ]
    )
    async with reading(timeline, size=WIDE) as reader:
        await reader.go("vague")
        await reader.press("i")
        assert "perhaps: 1991–1992 is too wide to tell" in reader.picture
        assert "its date" not in reader.picture


# Keys in texts


async def test_pages_name_the_keys_as_they_are_set() -> None:
    keys = {"offices": "Q", "neighbours": "9", "back": "f5"}
    async with reading(size=(100, 60), keys=keys) as reader:
        await reader.go("strike")
        await reader.press("enter")
        assert "1 office at other times (Q)" in reader.picture
        await reader.press("f5")
        await reader.go("vote")
        await reader.press("enter")
        assert "under way or near: 9" in reader.picture

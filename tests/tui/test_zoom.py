"""Overview, zooms of the list, as of a date, on this day, and what was running."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from textual.widget import Widget

from kztimeline.session.search import Found
from kztimeline.timeline.model import Timeline
from kztimeline.tui.app import TimelineApp
from kztimeline.tui.render.list.listed import Listed
from kztimeline.tui.widgets.overview import Overview
from tests.sampling import mostly_slow

from . import driving
from .sample import TRACKS, event, sample, timeline_of

WIDE, NARROW, VAST = (120, 40), (80, 24), (200, 60)


class Reader(driving.Reader):
    """Somebody who looks at the lines of the list."""

    async def type(self, text: str) -> None:
        await self.press(*text, "enter")

    def lines(self, selector: str) -> list[str]:
        widget = self.screen.query_one(selector, Widget)
        return [widget.render_line(y).text for y in range(widget.size.height)]

    def cursor_line(self) -> int:
        """Return the line of the screen that the selected row begins on."""
        lines = self.lines("#events")
        region = self.screen.query_one("#events", Widget).region
        return region.y + next(y for y, line in enumerate(lines) if line.startswith("▌"))

    def cursor_text(self) -> str:
        return next(line for line in self.lines("#events") if line.startswith("▌"))


@asynccontextmanager
async def opened(size: tuple[int, int], timeline: Timeline | None = None) -> AsyncIterator[Reader]:
    app = TimelineApp(timeline or sample())
    with driving.SlowTerminal() as terminal:
        async with app.run_test(size=size) as pilot:
            reader = Reader(app, pilot, terminal)
            await reader.settle()
            yield reader


async def test_the_cursor_starts_where_a_beginning_is_known() -> None:
    async with opened(WIDE) as reader:
        assert reader.screen.session.event is not None
        assert reader.screen.session.event.date.earliest is not None
        assert reader.screen.session.event.id != "until"


@pytest.mark.parametrize("size", mostly_slow([NARROW, WIDE, VAST], [WIDE]))
async def test_the_overview_names_years_and_marks_the_cursor(size: tuple[int, int]) -> None:
    async with opened(size) as reader:
        await reader.go_to("press")
        years = reader.lines("#overview")[-1]
        assert "2010" in years
        assert reader.screen.session.view.cursor == "press"


@pytest.mark.slow
async def test_the_overview_zooms_to_a_month_and_back() -> None:
    async with opened(WIDE) as reader:
        await reader.go_to("press")
        whole = reader.lines("#overview")
        for _ in range(8):
            await reader.press("+")
        years = reader.lines("#overview")[-1]
        assert " 5 " in years
        assert " 29 " in years
        assert "2015" not in years
        await reader.press("+")
        assert reader.lines("#overview")[-1] == years
        await reader.press("-")
        assert "Jan" in reader.text("#overview") or "2012" in reader.text("#overview")
        assert reader.screen.session.view.band == 7
        await reader.press("0")
        assert reader.lines("#overview") == whole
        await reader.press("u", "u")
        assert reader.screen.session.view.band == 8


async def test_the_zoomed_overview_goes_along_with_the_cursor() -> None:
    async with opened(WIDE) as reader:
        await reader.go_to("press")
        for _ in range(8):
            await reader.press("+")
        february = reader.lines("#overview")[-1]
        await reader.press("G")
        assert reader.lines("#overview")[-1] != february


async def test_a_filter_leaves_all_events_pale_in_the_overview() -> None:
    timeline = timeline_of(
        [event("a", "1995-05-05", "Storm"), event("b", "2015-05-05", "Calm", importance=3)]
    )
    async with opened(WIDE, timeline) as reader:

        def drawn() -> set[str]:
            strips = [reader.screen.query_one("#overview", Widget).render_line(y) for y in (1, 2)]
            return {
                str(segment.style.color) if segment.style else ""
                for strip in strips
                for segment in strip
                if any("⠀" < sign <= "⣿" for sign in segment.text)
            }

        before = drawn()
        await reader.press("2")
        await reader.settle()
        assert len(drawn()) == len(before) + 1


@pytest.mark.slow
async def test_a_click_in_the_overview_goes_there_and_a_drag_follows() -> None:
    async with opened(WIDE) as reader:
        overview = reader.screen.query_one("#overview", Widget)
        years = reader.lines("#overview")[-1]
        await reader.pilot.click("#overview", offset=(years.index("2012") + 1, 2))
        await reader.settle()
        assert reader.screen.session.event is not None
        assert reader.screen.session.event.date.text.startswith("2012")
        await reader.pilot.mouse_down(overview, offset=(years.index("2012") + 1, 2))
        await reader.pilot.hover(overview, offset=(years.index("2018") + 1, 2))
        await reader.pilot.mouse_up(overview, offset=(years.index("2018") + 1, 2))
        await reader.settle()
        assert reader.screen.session.view.query.startswith("in:2012")
        assert ".." in reader.screen.session.view.query
        assert "2012" not in reader.said


async def test_the_list_by_year_opens_into_its_events_and_closes_again() -> None:
    async with opened(WIDE) as reader:
        await reader.go_to("press")
        await reader.press("z")
        text = reader.text("#events")
        assert "▸ 2012" in text
        assert text.count("Ito presses") <= 1
        selected = next(line for line in reader.lines("#events") if line.startswith("▌"))
        assert "2012" in selected
        count = sum(
            item.date.text.startswith("2012") for item in reader.screen.session.timeline.events
        )
        counts = selected.partition("Ito presses")[0].split()
        numbers = [int(word) for word in counts if word.isdigit() and word != "2012"]
        assert sum(numbers) == count
        await reader.press("enter")
        text = reader.text("#events")
        assert "▾ 2012" in text
        assert "Ito presses" in text
        assert not reader.screen.session.view.reading
        await reader.press("escape")
        assert reader.text("#events").count("Ito presses") <= 1


async def test_the_list_by_decade_and_stepping_through_it() -> None:
    async with opened(NARROW) as reader:
        await reader.press("z", "z", "g")
        assert "before" in reader.cursor_text()
        await reader.press("j")
        assert "1990s" in reader.cursor_text()
        await reader.press("j", "j", "k")
        assert "2000s" in reader.cursor_text()
        await reader.press("G")
        assert "2020s" in reader.cursor_text()


@pytest.mark.slow
async def test_a_double_click_opens_a_year() -> None:
    async with opened(WIDE) as reader:
        await reader.press("z")
        line = next(y for y, text in enumerate(reader.lines("#events")) if "2012" in text)
        await reader.pilot.click("#events", offset=(35, line), times=2)
        await reader.settle()
        assert "▾ 2012" in reader.text("#events")


async def test_empty_time_is_told_and_to_scale_takes_space() -> None:
    timeline = timeline_of(
        [
            event("a", "2011-12-17", "One"),
            event("b", "2012-02-01", "Two", "league"),
            event("c", "2012-09-01", "Three"),
            event("d", "2020-09-01", "Four"),
        ]
    )
    async with opened(WIDE, timeline) as reader:
        assert "7 months" in reader.text("#events")
        height = len(reader.screen.list.arrangement)
        await reader.press("z", "z", "z")
        text = reader.text("#events")
        assert "7 months" in text
        assert "8 years, shortened" in text
        assert len(reader.screen.list.arrangement) > height + 5
        await reader.press("z")
        assert len(reader.screen.list.arrangement) == height


@pytest.mark.parametrize(
    ("size", "day"),
    [
        (WIDE, dt.date(2026, 2, 28)),
        pytest.param(NARROW, dt.date(2026, 2, 1), marks=pytest.mark.slow),
        pytest.param(VAST, dt.date(2026, 2, 1), marks=pytest.mark.slow),
        pytest.param((60, 20), dt.date(2026, 1, 30), marks=pytest.mark.slow),
    ],
)
async def test_the_cursor_keeps_its_line_through_every_change(
    size: tuple[int, int], day: dt.date
) -> None:
    async with opened(size) as reader:
        await reader.go_to("press")
        line = reader.cursor_line()
        reader.screen.today = lambda: day
        view, moved = reader.screen.list, list[int]()
        for key in [*"123zzzz1z", "enter", "escape", *"uU+-TT"]:
            await reader.press(key)
            # At either end of a short list there is no line to keep.
            if reader.screen.session.shown and 0 < view.scroll_offset.y < view.max_scroll_y:
                moved.append(reader.cursor_line() - line)
        # The list begins with a whole event, which may shift it by a line; no shift stays.
        assert len(moved) > 3
        assert max(map(abs, moved)) <= 1
        assert moved.count(0) > 2 * len(moved) / 3


async def test_as_of_hides_what_came_later_and_says_so() -> None:
    async with opened(WIDE) as reader:
        await reader.go_to("vote")
        await reader.press("a")
        await reader.type("20 jan 2012")
        title = reader.text("#title")
        later = len(reader.screen.session.timeline.events) - len(
            reader.screen.session.chosen.everything
        )
        assert f"AS OF 20 Jan 2012: {later} later events hidden" in title
        assert later > 10
        shown = {reader.screen.session.timeline.events[at].id for at in reader.screen.session.shown}
        assert {"strike", "vote", "term", "decade"} <= shown
        assert not {"press", "month", "since", "long"} & shown
        assert "answered by" not in reader.text("#detail")
        assert "╱" in reader.lines("#overview")[1]
        assert "Lind" not in reader.text("#overview")
        await reader.press("escape")
        assert "AS OF" not in reader.text("#title")
        await reader.press("u")
        assert "AS OF" in reader.text("#title")


async def test_as_of_marks_what_was_under_way_and_what_may_be_later() -> None:
    timeline = timeline_of(
        [
            event("a", "2010/2013", "Works on the pier"),
            event("b", "2012", "A visit"),
            event("c", "2012-01-01", "New year"),
        ]
    )
    async with opened(WIDE, timeline) as reader:
        await reader.press("a")
        await reader.type("1 feb 2012")
        lines = reader.lines("#events")
        under_way = next(line for line in lines if "Works on the pier" in line)
        assert "▷" in under_way
        assert "since" in under_way
        assert "13" not in under_way
        assert "?" in next(line for line in lines if "A visit" in line)
        await reader.press("g")
        assert "since 2010" in reader.text("#detail")
        assert "1 under way, 1 may be later" in reader.text("#title")


async def test_as_of_offers_the_date_of_the_event_and_an_empty_line_ends_it() -> None:
    async with opened(WIDE) as reader:
        await reader.go_to("vote")
        await reader.press("a", "enter")
        await reader.settle()
        assert "AS OF 15 Jan 2012" in reader.text("#title")
        await reader.press("a", "backspace", "enter")
        await reader.settle()
        assert reader.screen.session.view.as_of == ""


async def test_as_of_no_date_changes_nothing() -> None:
    async with opened(WIDE) as reader:
        await reader.press("a")
        await reader.type("blue")
        assert "“blue” is not a date" in reader.text("Hint")
        assert reader.screen.session.view.as_of == ""


@pytest.mark.slow
async def test_a_year_typed_with_a_day_of_the_year_is_where_the_reader_then_is() -> None:
    days = [("a", "1995-05-05"), ("b", "2003-05-05"), ("c", "2010-07-01")]
    timeline = timeline_of([event(id_, date, f"Event {id_}") for id_, date in days])
    async with opened(WIDE, timeline) as reader:
        await reader.press("T", *"5 may 2003")
        assert "5 May of every year, not only 2003: 2 dated events" in reader.text("Hint")
        await reader.press("enter")
        said = "2 events on 5 May of every year; r shows 5 May 2003."
        assert said in reader.line("#footer")
        assert reader.ids == ["a", "b"]
        await reader.press("r")
        assert "On 5 May 2003" in reader.text("#day")
        await reader.press("escape", "T", *"6 jun 2004", "enter")
        assert "0 events on 6 June of any year. d goes to 6 Jun 2004." in reader.line("#footer")


async def test_on_this_day_shows_what_is_known_to_the_day() -> None:
    timeline = timeline_of(
        [
            event("a", "1995-05-05", "Yes"),
            event("b", "2003-05-05", "Also"),
            event("c", "2003-05", "No"),
            event("d", "2004-05-06", "Neither"),
        ]
    )
    async with opened(WIDE, timeline) as reader:
        reader.screen.today = lambda: dt.date(2026, 5, 5)
        await reader.press("T", "enter")
        assert "2 of 4 · on 5 May" in reader.text("#title")
        assert [timeline.events[at].id for at in reader.screen.session.shown] == ["a", "b"]
        await reader.press("escape")
        assert len(reader.screen.session.shown) == 4
        reader.screen.today = lambda: dt.date(2026, 5, 4)
        await reader.press("T", "enter")
        assert "Next: 5 May; n goes there." in reader.text("#events")
        await reader.press("escape")
        assert len(reader.screen.session.shown) == 4


DAYS_OF_YEAR = (
    event("a", "1995-05-05", "Blue boat"),
    event("b", "2003-06-06", "Red boat"),
    event("c", "2003-07-07", "Blue ferry", importance=3),
    event("d", "2004-08-08", "Blue tug"),
    event("e", "2004", "Blue barge"),
)


@pytest.mark.slow
async def test_under_a_filter_the_next_day_of_the_year_is_one_with_an_event_it_shows() -> None:
    async with opened(WIDE, timeline_of(list(DAYS_OF_YEAR))) as reader:
        reader.screen.today = lambda: dt.date(2026, 5, 5)
        await reader.press("f", *"blue", "enter", "T", *"6 jun", "enter")
        said = reader.text("#events")
        assert "4 match, none dated to 6 June." in said
        assert "1 event on 6 June, none of them as filtered; F turns the filter off." in said
        assert "Next: 7 July; n goes there." in said
        assert "T asks for another day; with none it shows all days." in said
        for typed, key, identifier in (
            ("6 jun", "n", "c"),
            ("8 jul", "n", "d"),
            ("9 aug", "n", "a"),
            ("6 jun", "N", "a"),
            ("4 may", "N", "d"),
        ):
            await reader.press("T", *typed, "enter")
            assert reader.ids == []
            await reader.press(key)
            assert reader.ids == [identifier]
        await reader.press("T", "delete", "enter")
        assert reader.screen.session.view.on_day == ""
        assert len(reader.ids) == 4


@pytest.mark.parametrize("size", mostly_slow([NARROW, WIDE], [WIDE]))
async def test_from_a_day_of_the_year_with_events_a_key_leads_to_the_next_that_has_some(
    size: tuple[int, int],
) -> None:
    async with opened(size, timeline_of(list(DAYS_OF_YEAR))) as reader:
        await reader.press("T", *"5 may", "enter")
        assert "1 event on 5 May." in reader.said
        for key, identifier in (("n", "b"), ("n", "c"), ("N", "b"), ("N", "a"), ("N", "d")):
            await reader.press(key)
            assert reader.ids == [identifier]
        await reader.press("enter", "n")
        assert reader.ids == ["a"]
        await reader.press("e", "n")
        assert reader.ids == ["b"]
        assert reader.situation.page == "evidence"


@pytest.mark.slow
async def test_on_a_day_of_the_year_words_that_are_found_keep_their_key() -> None:
    async with opened(WIDE, timeline_of(list(DAYS_OF_YEAR))) as reader:
        await reader.press("/", *"blue", "enter", "T", *"5 may", "enter")
        assert reader.ids == ["a"]
        await reader.press("n")
        assert reader.ids == ["a"]
        await reader.press("T", *"6 may", "enter", "n")
        assert reader.ids == ["b"]


async def test_where_no_other_day_of_the_year_has_an_event_that_is_said() -> None:
    async with opened(WIDE, timeline_of([event("a", "1995-05-05", "Alone")])) as reader:
        await reader.press("T", *"5 may", "enter", "n")
        assert "No other day of the year has an event to show." in reader.said


async def test_a_day_of_the_year_that_importance_empties_says_what_hides_its_event() -> None:
    async with opened(WIDE, timeline_of(list(DAYS_OF_YEAR))) as reader:
        await reader.press("2", "T", *"7 jul", "enter")
        said = reader.text("#events")
        assert "4 events, none dated to 7 July." in said
        assert "1 event on 7 July, less important; 3 shows every importance." in said
        assert "Next: 8 August; n goes there." in said
        await reader.press("n")
        assert reader.ids == ["d"]


async def test_as_of_a_day_no_later_day_of_the_year_is_offered() -> None:
    async with opened(WIDE, timeline_of(list(DAYS_OF_YEAR))) as reader:
        await reader.press("a", *"1 jan 2004", "enter", "T", *"7 aug", "enter")
        assert "Next: 5 May; n goes there." in reader.text("#events")
        await reader.press("n")
        assert reader.ids == ["a"]


@pytest.mark.slow
@pytest.mark.parametrize("size", [(30, 10), (60, 20), (109, 21), (150, 20)])
async def test_every_key_of_these_at_odd_sizes(size: tuple[int, int]) -> None:
    async with opened(size) as reader:
        for key in (
            "r",
            "r",
            "z",
            "enter",
            "z",
            "z",
            "+",
            "+",
            "T",
            "escape",
            "-",
            "0",
            "a",
            "enter",
            "z",
        ):
            await reader.press(key)
        assert reader.screen.session.event is not None
        assert "AS OF" in reader.text("#title")


@pytest.mark.parametrize("tracks", [1, 2])
@pytest.mark.parametrize("count", [0, 1])
async def test_a_timeline_of_next_to_nothing(tracks: int, count: int) -> None:
    events = [event("only", "2012-02", "Alone")][:count]
    timeline = replace(timeline_of(events), tracks=TRACKS[:tracks])
    async with opened(WIDE, timeline) as reader:
        await reader.press(*"rrzzz++-0")
        assert len(reader.screen.session.shown) == count


async def test_the_widgets_take_another_timeline() -> None:
    async with opened(WIDE) as reader:
        await reader.press("z")
        screen = reader.screen
        other = timeline_of([event("press", "2003-02-01", "Another", "league")])
        for widget in (screen.list, screen.query_one(Overview)):
            widget.show_timeline(other)
        listed = Listed(range(1), Found(range(1), 1), range(1), 0, zoom="years")
        screen.list.show_events(listed)
        screen.query_one(Overview).show_events(range(1), range(1))
        await reader.settle()
        assert "▸ 2003" in reader.text("#events")
        assert any("⠀" < sign <= "⣿" for sign in reader.text("#overview"))

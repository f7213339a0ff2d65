"""The bar: enter keeps what it shows, esc restores what stood before it was opened."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from textual.events import Paste
from textual.geometry import Region
from textual.widgets import Input

from kztimeline.session.resume import memory_of
from kztimeline.session.saved_views import saved_views
from kztimeline.session.view import View
from kztimeline.timeline.model import Timeline
from kztimeline.tui.prompts.filter import FilterPrompt
from kztimeline.tui.widgets.completions import Offers
from kztimeline.tui.widgets.line_input import PromptInput
from kztimeline.tui.widgets.lines import title as title_line
from kztimeline.tui.widgets.lines.title import shortened
from kztimeline.tui.widgets.prompt_bar import PromptBar
from kztimeline.tui.workspace.prompt import Outcome
from tests.sampling import mostly_slow
from tests.tui.driving import SMALL, WIDE, Reader, reading
from tests.tui.sample import sample
from tests.tui.test_costs import cells_of


@pytest.fixture
def filed(tmp_path: Path) -> Timeline:
    return replace(sample(), path=str(tmp_path / "events.yaml"))


def title(reader: Reader) -> str:
    return reader.drawn()[0]


@pytest.mark.slow
async def test_esc_in_the_filter_goes_back_to_the_filter_before() -> None:
    async with reading(size=WIDE) as reader:
        await reader.press("f", *"ito", "enter")
        before = reader.drawn()
        await reader.press("f", *" obama")
        assert "0 of 60" in title(reader)
        await reader.press("escape")
        assert reader.drawn() == before
        assert "9 of 60 · ito" in title(reader)
        await reader.press("escape")
        assert "60 events" in title(reader)


@pytest.mark.slow
async def test_esc_in_the_find_goes_back_to_the_words_and_event_before() -> None:
    async with reading(size=WIDE) as reader:
        await reader.go("emoji")
        before = reader.drawn()
        await reader.press("/", *"dockers")
        assert reader.here == "strike"
        await reader.press("escape")
        assert reader.drawn() == before
        assert "/dockers" not in title(reader)
        await reader.press("/", *"ito", "enter")
        kept = reader.drawn()
        assert "/ito" in title(reader)
        await reader.press("/", *"ferry", "escape")
        assert reader.drawn() == kept


@pytest.mark.slow
async def test_esc_is_no_step_that_undo_would_take_back() -> None:
    async with reading() as reader:
        await reader.press("f", *"ito", "enter", "f", *" ferry", "escape", "/", *"x", "escape")
        await reader.press("d", *"2013", "escape", "a", *"2012", "escape")
        assert reader.screen.session.view.query == "ito"
        await reader.press("u")
        assert "60 events" in title(reader)
        assert not reader.situation.undo


@pytest.mark.slow
async def test_a_filter_that_is_off_is_off_again_after_esc() -> None:
    async with reading() as reader:
        await reader.press("f", *"ito", "enter", "F", "f", *" obama")
        await reader.press("escape")
        assert "off: ito" in title(reader)


@pytest.mark.slow
async def test_esc_faster_than_any_answer_cancels_too() -> None:
    async with reading() as reader:
        await reader.press("f", *"ito", "enter", "g")
        reader.send("f", "right", *" obama", "escape", "j")
        await reader.settle()
        assert "9 of 60 · ito" in title(reader)
        assert reader.here == reader.ids[1]


@pytest.mark.slow
async def test_esc_while_values_are_narrowed_shows_those_narrowed_before() -> None:
    async with reading() as reader:
        await reader.press("v", "/", *"harb", "enter")
        before = reader.text("FacetPanel")
        await reader.press("/", *"isl")
        assert reader.text("FacetPanel") != before
        await reader.press("escape")
        assert reader.text("FacetPanel") == before


async def test_a_date_that_is_cancelled_leads_nowhere() -> None:
    async with reading(size=SMALL) as reader:
        await reader.go("press")
        before = reader.drawn()
        await reader.press("d", *"2019")
        assert reader.here != "press"
        await reader.press("escape")
        assert reader.drawn() == before


# The cursor after a filter


async def test_a_filter_that_is_cleared_leaves_the_reader_at_the_event_found() -> None:
    async with reading(size=WIDE) as reader:
        await reader.press("g", "f", *"dockers", "enter")
        assert reader.here == "strike"
        await reader.press("escape")
        assert reader.here == "strike"
        assert "60 events" in title(reader)
        assert any("▌" in line and "strike" in line for line in reader.drawn())


@pytest.mark.slow
@pytest.mark.parametrize(
    ("there", "back"),
    [
        (("1",), ("3",)),
        (("p", "P"), ("P",)),
        (("a", *"1995", "enter"), ("a", "backspace", "enter")),
    ],
)
async def test_whatever_moves_the_reader_does_not_throw_him_back(
    there: tuple[str, ...], back: tuple[str, ...]
) -> None:
    async with reading() as reader:
        await reader.go("maybe")
        await reader.press(*there)
        here = reader.here
        await reader.press(*back)
        assert reader.here == here


@pytest.mark.slow
async def test_while_it_is_typed_a_filter_leaves_the_event_as_soon_as_it_matches() -> None:
    async with reading() as reader:
        await reader.go("strike")
        await reader.press("f", *"ferryx")
        assert reader.ids == []
        await reader.press(*["backspace"] * 6)
        assert reader.here == "strike"


@pytest.mark.slow
async def test_what_is_kept_of_a_view_is_the_event_that_is_selected(filed: Timeline) -> None:
    async with reading(filed, memory=memory_of(filed)) as reader:
        await reader.press("g", "f", *"dockers", "enter", "S", *"strike", "enter")
        assert saved_views(filed).views["strike"].cursor == "strike"
        await reader.press("escape")
    async with reading(filed, memory=memory_of(filed)) as reader:
        assert reader.here == "strike"
        await reader.press("g", "V", "enter")
        assert reader.here == "strike"


@pytest.mark.slow
async def test_a_filter_taken_back_is_one_step_to_where_the_reader_was() -> None:
    async with reading() as reader:
        await reader.go("emoji")
        await reader.press("f", *"dockers", "enter", "u")
        assert reader.here == "emoji"
        await reader.press("U")
        assert reader.here == "strike"


# A find without a match


async def test_a_find_without_a_match_is_not_kept() -> None:
    async with reading(size=SMALL) as reader:
        await reader.go("emoji")
        await reader.press("/", *"zzzz", "enter")
        assert "No match for “zzzz”." in reader.picture
        assert "/zzzz" not in title(reader)
        assert reader.here == "emoji"
        assert not reader.situation.undo
        await reader.press("j")
        assert "next match" not in reader.picture


@pytest.mark.slow
async def test_a_find_without_a_match_leaves_the_one_before() -> None:
    async with reading(size=SMALL) as reader:
        await reader.press("/", *"ito", "enter")
        before = reader.drawn()
        reader.send("/", *"zzzz", "enter")
        await reader.settle()
        assert "No match for “zzzz”." in reader.picture
        # The message goes with the next key, here one that does nothing.
        await reader.press("f12")
        assert reader.drawn() == before


async def test_a_find_that_the_filter_hides_is_kept_and_says_so() -> None:
    async with reading(size=SMALL) as reader:
        await reader.press("f", *"dockers", "enter", "/", *"regatta", "enter")
        assert "No match shown, 1 hidden by the filter; F turns it off." in reader.picture
        await reader.press("F", "n")
        assert reader.here == "emoji"


async def test_words_for_a_date_that_nothing_has_are_not_kept() -> None:
    async with reading(size=SMALL) as reader:
        await reader.go("emoji")
        await reader.press("d", *"ablyazof", "enter")
        assert "“ablyazof” is not a date, and no event has this word." in reader.picture
        await reader.press("escape")
        assert "/ablyazof" not in title(reader)
        assert reader.here == "emoji"
        assert not reader.situation.undo


@pytest.mark.parametrize(
    ("typed", "while_typing", "refused"),
    [
        ("zzzz", "not a date, and in no event", "“zzzz” is not a date, and no event"),
        ("topic:zzzz", "or words of an event", "zzzz"),
        ("(north", "or words of an event", "(north"),
        ("1995-13-01", "no month", "no month"),
    ],
)
async def test_words_that_nothing_has_are_told_while_typed_and_stay_to_be_mended(
    typed: str, while_typing: str, refused: str
) -> None:
    async with reading(size=SMALL) as reader:
        await reader.press("d", *typed)
        assert while_typing in reader.picture
        await reader.press("enter")
        assert refused in reader.picture
        assert len(reader.app.screen.query(PromptInput)) == 1
        await reader.press("q", *"uit")
        assert reader.app.is_running
        await reader.press("ctrl+u", *"regatta")
        assert "words: 1 match" in reader.picture
        await reader.press("enter")
        assert (reader.here, reader.said.strip()) == ("emoji", "1 event has these words.")


async def test_words_of_events_that_the_filter_hides_are_counted_while_typed() -> None:
    async with reading(size=SMALL) as reader:
        await reader.press("f", *"dockers", "enter", "d", *"regatta")
        assert "words: no match, 1 hidden by the filter" in reader.picture


# Dates


@pytest.mark.parametrize("key", mostly_slow(["d", "a"], ["d"]))
async def test_dates_are_counted_from_the_selected_event(key: str) -> None:
    async with reading(size=SMALL) as reader:
        await reader.go("strike")
        await reader.press(key, *"last month")
        drawn = " ".join(reader.picture.split())
        assert "counted from 16–17 Dec 2011" in drawn
        assert ("as of 30 Nov 2011" if key == "a" else "in November 2011") in drawn
        await reader.press("escape", "d", *"1850", "enter")
        await reader.press(key, "ctrl+u", *"12 feb")
        assert "12 Feb 19" in reader.picture


@pytest.mark.slow
async def test_what_a_date_was_counted_from_stands_in_the_sentence_about_it() -> None:
    async with reading(size=WIDE) as reader:
        await reader.press("d", *"next month", "escape", "G")
        await reader.press("d", *"40 years later", "enter")
        assert re.search(r"the last is [^.]* \(counted from [^.)]*\)\.", reader.picture)
        await reader.press("d", *"next friday")
        assert "too wide to count" not in reader.picture


async def test_on_the_page_of_a_day_dates_are_counted_from_that_day() -> None:
    async with reading(size=SMALL) as reader:
        await reader.go("press")
        await reader.press("r", "l", "l", "d", *"two days later")
        assert "counted from 3 Feb 2012" in reader.picture


PREVIEWED_AT_ONCE = [
    ("2011-12", "December 2011"),
    ("two years later", "2014 · counted from 1 Feb 2012"),
    ("3 jan 2012", "nothing begins on 3 Jan 2012 · next is 15 Jan"),
    ("early 2012", "“early 2012” has no fixed days"),
]


@pytest.mark.parametrize(
    ("text", "shown"),
    mostly_slow(
        [
            ("2012", "2012"),
            ("16.12.2011", "16 Dec 2011"),
            ("2011-12", "December 2011"),
            ("jan 2012", "January 2012"),
            ("summer 2013", "June–August 2013"),
            ("q3 2013", "July–September 2013"),
            ("the 1990s", "1990s"),
            ("2011 to 2013", "2011–2013"),
            ("two years later", "2014 · counted from 1 Feb 2012"),
            ("dec 16", "nothing begins in December 2016"),
            ("3 jan 2012", "nothing begins on 3 Jan 2012 · next is 15 Jan"),
            ("1/2/2012", "1/2/2012: 1 Feb 2012 or 2 Jan 2012? Write one of the two."),
            ("31 feb 2012", "There is no 31 February 2012; the month has 29 days."),
            ("early 2012", "“early 2012” has no fixed days"),
        ],
        PREVIEWED_AT_ONCE,
        several=True,
    ),
)
async def test_a_date_is_previewed_while_it_is_typed(text: str, shown: str) -> None:
    async with reading(size=WIDE) as reader:
        await reader.go("press")
        await reader.press("d", *text)
        foot = " ".join(" ".join(reader.drawn()[-3:]).split())
        assert f"date {text}" in foot or f"jump {text}" in foot
        assert shown in foot
        assert f"/{text}" not in title(reader)


@pytest.mark.parametrize(
    "text",
    mostly_slow(
        ["1/2/2012", "31 feb 2012", "sunday 16 dec 2011", "12", "2011/12"], ["31 feb 2012", "12"]
    ),
)
async def test_a_date_that_is_refused_stays_to_be_mended_and_leads_nowhere(text: str) -> None:
    async with reading(size=WIDE) as reader:
        await reader.go("emoji")
        await reader.press("d", *text, "enter")
        assert reader.here == "emoji"
        assert text in reader.picture
        assert reader.screen.session.view.find == ""
        await reader.press(*["backspace"] * len(text), *"1 feb 2012", "enter")
        assert reader.here == "press"
        assert "1 Feb 2012" in reader.drawn()[-1]
        await reader.press("u")
        assert reader.here == "emoji"


@pytest.mark.slow
async def test_the_day_to_see_the_timeline_as_of_is_previewed() -> None:
    async with reading(size=WIDE) as reader:
        await reader.press("a", *"2012")
        assert "as of 31 Dec 2012" in reader.picture
        await reader.press("ctrl+u", *"since 2012", "enter")
        assert "“since 2012” is open-ended; give the last day to show." in reader.picture
        await reader.press("ctrl+u", *"q1 2012", "enter")
        assert "AS OF 31 Mar 2012" in title(reader)


@pytest.mark.parametrize("key", mostly_slow(["f", "/"], ["f"]))
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("topic:nonsense is", "unknown value topic:nonsense"),
        ("in:31-feb-2012 to", "February 2012 has 29 days"),
        ("(wren or t", "the parenthesis is not closed"),
        ('"ferry t', "the quote is not closed"),
    ],
)
async def test_enter_on_a_mistake_says_it_whatever_is_offered(
    key: str, text: str, said: str
) -> None:
    async with reading(size=SMALL) as reader:
        await reader.press(key, *text, "enter")
        assert said in reader.picture
        assert "tab completes" not in reader.picture
        await reader.press("enter")
        assert said in reader.picture


async def test_a_mistake_before_the_word_that_is_typed_is_shown_above_offers() -> None:
    async with reading(size=SMALL) as reader:
        await reader.press("f", *"topic:nonsense is")
        assert "unknown value topic:nonsense" in reader.picture
        assert "tab completes" not in reader.picture


async def test_a_name_that_is_refused_is_said_so_over_the_names_offered(filed: Timeline) -> None:
    async with reading(filed, size=SMALL) as reader:
        await reader.press("S", *"one", "enter", "S", *"o/")
        await reader.press("enter")
        assert "nothing was saved" in reader.picture


@pytest.mark.parametrize(
    ("text", "offer"),
    mostly_slow(
        [("wren dec 2011", "in:2011-12"), ("2012", "in:2012"), ("2011", "in:2011")],
        [("wren dec 2011", "in:2011-12")],
        several=True,
    ),
)
async def test_words_that_name_a_date_are_offered_as_one(text: str, offer: str) -> None:
    async with reading(size=SMALL) as reader:
        await reader.press("f", *text)
        assert f"{offer} dated" in reader.picture
        await reader.press("tab", "enter")
        assert reader.screen.session.view.query.endswith(offer)


@pytest.mark.slow
async def test_words_that_name_a_date_are_said_to_have_been_looked_for_in_texts() -> None:
    async with reading(size=WIDE) as reader:
        await reader.press("f", *"2012", "enter")
        count = reader.screen.session.leaves(View(query="in:2012"))
        assert f"“2012” was looked for in texts; by date: in:2012 ({count})" in reader.picture


@pytest.mark.parametrize("key", mostly_slow(["f", "/"], ["f"]))
@pytest.mark.parametrize(
    ("word", "field"), [("disputed", "is:disputed"), ("undated", "is:undated")]
)
async def test_a_word_that_names_a_state_is_offered_as_its_field(
    key: str, word: str, field: str
) -> None:
    async with reading() as reader:
        await reader.press(key, *word)
        assert field in reader.picture
        await reader.press("enter")
        said = " ".join(reader.picture.split())
        assert f"{field} (" in said


async def test_a_year_to_find_is_said_to_be_looked_for_in_texts() -> None:
    async with reading() as reader:
        await reader.press("/", *"2012", "enter")
        assert "by date: in:2012 (" in " ".join(reader.picture.split())


HIDING = [
    (("2",), "Minor events hidden: 4"),
    (("1",), "Key events only: "),
    (("2", "3"), "Every importance: 60 events."),
    (("f", *"council", "enter", "F"), "Filter off: 60 events shown; F turns it back on."),
    (("f", *"council", "enter", "F", "F"), "F turns it off."),
]


@pytest.mark.parametrize(
    ("keys", "said"),
    mostly_slow(HIDING, HIDING[:1], several=True),
)
async def test_keys_that_hide_say_what_is_shown(keys: tuple[str, ...], said: str) -> None:
    async with reading() as reader:
        await reader.press(*keys)
        assert said in " ".join(reader.picture.split())


def test_what_narrows_is_shortened_or_counted_and_never_dropped() -> None:
    words = "on energy, within 16 Dec 2011–15 Jan 2012, with a document"
    cuts = {cells: shortened(words, cells) for cells in range(60)}
    assert cuts[59] == words
    for cells, cut in cuts.items():
        assert len(cut) <= cells
        if cells >= 8:
            # Each clause is there, cut or whole; or the number of those left out is.
            clauses = cut.count(", ") + 1
            left_out = int(cut.rpartition(" +")[2]) if " +" in cut else 0
            assert cut == "filtered" or clauses + left_out == 3, cut
        # A date is whole or not there.
        assert ("16" in cut) == ("16 Dec 2011–15 Jan 2012" in cut)
    assert shortened("on energy and the environment", 12) == "on energy a…"
    assert shortened("disputed", 4) == "+1"


@pytest.mark.parametrize("size", mostly_slow([(80, 24), (60, 20), (120, 40)], [(80, 24)]))
async def test_three_clauses_keep_their_date_in_the_title(size: tuple[int, int]) -> None:
    async with reading(size=size) as reader:
        await reader.press("f", *"topic:ferries is:disputed in:2011..2012", "enter")
        title = reader.drawn()[0]
        assert "2011–2012" in title
        narrowed = title.rpartition(" · ")[2]
        assert narrowed.count(", ") == 2 or " +" in narrowed


@pytest.mark.parametrize("size", mostly_slow([(30, 10), (40, 12), (60, 20)], [(30, 10)]))
async def test_no_day_of_as_of_is_cut(size: tuple[int, int]) -> None:
    async with reading(size=size) as reader:
        await reader.press("a", *"31 dec 2012", "enter")
        await reader.press("f", *"in:2011 or is:disputed", "enter")
        assert "AS OF 31 Dec 2012" in reader.line("#title")


async def test_what_cannot_be_scrolled_is_said_in_a_sentence() -> None:
    async with reading(size=(30, 10)) as reader:
        await reader.press("J")
        assert "There is no text to scroll here" in " ".join(reader.picture.split())


async def test_the_help_names_enter_only_where_it_runs_something() -> None:
    async with reading() as reader:
        await reader.press("?")
        runs = []
        for _page in range(4):
            runs.append("enter runs it" in reader.picture)
            assert "type to search" in reader.picture
            assert "esc closes" in reader.picture
            await reader.press("tab")
        assert runs == [True, False, False, False]


async def test_help_that_finds_nothing_says_where_it_looked() -> None:
    async with reading() as reader:
        await reader.press("?", *"zzqq")
        assert "nothing on the four pages" in reader.picture
        assert "enter runs it" not in reader.picture


@pytest.mark.slow
async def test_a_screenshot_is_looked_for_among_what_there_is() -> None:
    async with reading() as reader:
        await reader.press("?", *"screenshot")
        assert "Export the events shown to a file" in reader.picture


@pytest.mark.slow
@pytest.mark.parametrize("plain", [False, True], ids=["colours", "none"])
async def test_the_text_is_drawn_as_in_any_other_input(
    plain: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if plain:
        monkeypatch.setenv("NO_COLOR", "1")
    async with reading(size=SMALL) as reader:
        await reader.press("f")
        line = reader.screen.query_one(PromptInput)
        # A frame that a blink has asked for would stand for those of the keys.
        line.cursor_blink = False
        region = Region(0, 0, *line.size)
        for text in ("ferry", "Қазақстан", "日本語の新聞", "e\u0301tudes", "long words " * 9):
            line.put(text)
            for key in ("end", "left", "home", "right", "ctrl+right", "shift+end", "end"):
                await reader.press(key)
                drawn = line.text_lines(region), Input.render_lines(line, region)
                ours, theirs = ([*cells_of(strip, 0, 0)] for (strip,) in drawn)
                assert ours == theirs, (text, key)
        reader.screen.set_focus(None)
        await reader.settle()
        (strip,) = line.text_lines(region)
        assert strip.text == Input.render_lines(line, region)[0].text


@pytest.mark.slow
async def test_a_word_that_would_be_read_as_a_date_is_not_offered_as_a_word(
    builtin: Timeline,
) -> None:
    async with reading(builtin, size=(80, 24)) as reader:
        await reader.press("d")
        assert "or words of an event" in reader.picture
        await reader.press(*"yesterdy", "enter")
        said = (
            "“yesterdy” is not a date, and no event has this word. Did you mean the date yesterday?"
        )
        assert said in reader.picture
        await reader.press("escape", "d", *"ablyazof", "enter")
        assert "Did you mean ablyazov (" in reader.picture


@pytest.mark.parametrize("opener", mostly_slow(["f", "/"], ["f"]))
@pytest.mark.parametrize("command", ["date", "filter", "find", "save view"])
async def test_a_command_run_over_a_query_keeps_it_and_has_the_only_bar(
    opener: str, command: str
) -> None:
    async with reading(size=SMALL) as reader:
        await reader.press(opener, *"ito", "ctrl+p", *command, "enter")
        assert len(reader.app.screen.query(PromptInput)) == 1
        assert "ito" in title(reader)
        await reader.press("ctrl+u", "escape")
        assert not reader.app.screen.query(PromptInput)
        assert "ito" in title(reader)
        await reader.press("j")
        assert "does nothing" not in reader.said


@pytest.mark.slow
async def test_a_command_run_over_a_date_being_typed_leaves_it() -> None:
    async with reading(size=SMALL) as reader:
        await reader.go("emoji")
        await reader.press("d", *"feb 2012", "ctrl+p", *"filter", "enter")
        assert len(reader.app.screen.query(PromptInput)) == 1
        await reader.press("escape")
        assert reader.here == "emoji"
        assert not reader.app.screen.query(PromptInput)


@pytest.mark.slow
async def test_a_mistaken_query_does_not_outlast_the_command_run_over_it() -> None:
    async with reading(size=SMALL) as reader:
        await reader.press("f", *"topic:", "ctrl+p", *"date", "enter", "escape")
        assert not reader.app.screen.query(PromptInput)
        assert "60 events" in title(reader)


@pytest.mark.slow
async def test_a_click_beside_a_note_does_not_lose_it() -> None:
    async with reading(size=WIDE) as reader:
        await reader.press("m", *"ask them")
        await reader.pilot.click(offset=(40, 15))
        await reader.settle()
        assert "ask them" in reader.picture
        assert "enter accepts what is typed · esc cancels" in reader.picture
        await reader.press("enter")
        assert "ask them" in reader.picture
        await reader.press("m")
        await reader.pilot.click(offset=(40, 15))
        await reader.settle()
        assert "esc cancels" not in reader.picture


@pytest.mark.slow
@pytest.mark.parametrize("opener", ["f", "/", "d"])
async def test_the_help_is_shown_over_what_is_typed_and_leaves_it(opener: str) -> None:
    async with reading(size=SMALL) as reader:
        await reader.press(opener, *"north", "f1")
        assert "Help" in reader.picture
        assert "Go to the next event" in reader.picture
        await reader.press("escape")
        assert reader.app.screen.query_one(PromptInput).value == "north"
        await reader.press(*" ?")
        assert reader.app.screen.query_one(PromptInput).value == "north ?"


@pytest.mark.parametrize("letters", mostly_slow([61, 5000], [61]))
async def test_a_name_for_a_view_has_its_limit(letters: int) -> None:
    async with reading(size=SMALL) as reader:
        await reader.press("S")
        reader.app.screen.query_one(PromptInput).value = "x" * letters
        await reader.settle()
        await reader.press("enter")
        assert "A name has at most 60 letters; nothing was saved." in reader.picture
        assert len(reader.app.screen.query(PromptInput)) == 1


async def test_a_format_that_cannot_be_written_here_is_not_offered(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    async with reading(size=WIDE) as reader:
        await reader.press("x", "ctrl+u", *"kept.odt", "enter")
        assert "No format has the suffix .odt; end the name in .csv" in reader.picture
        assert ".xlsx" not in reader.picture
        await reader.press("ctrl+u", *"kept.xlsx", "enter")
        assert "XlsxWriter is not installed" in reader.picture


@pytest.mark.slow
@pytest.mark.parametrize("words", ["order", "briefing"])
async def test_the_help_says_in_which_order_a_briefing_is(words: str) -> None:
    async with reading(size=WIDE) as reader:
        await reader.press("?", *words)
        assert "for a briefing, which is in order of date" in reader.picture


@pytest.mark.parametrize("size", mostly_slow([(20, 5), (20, 6), (30, 8), (40, 10)], [(20, 5)]))
async def test_the_offers_leave_the_text_and_some_of_the_list_in_sight(
    size: tuple[int, int],
) -> None:
    async with reading(size=size) as reader:
        await reader.press("f", *"t")
        lines = reader.drawn()
        assert any(line.startswith(" filter t") for line in lines), lines
        assert "60" in lines[0]
        offers = len(reader.screen.query_one(Offers).offers)
        assert offers > 1
        shown = sum("track:" in line or "topic:" in line for line in lines)
        assert shown <= size[1] // 2


@pytest.mark.parametrize("text", mostly_slow(["or", "dockers or", "topic:"], ["or"]))
async def test_what_is_no_query_as_yet_is_called_unfinished(text: str) -> None:
    async with reading(size=(120, 40)) as reader:
        await reader.press("f")
        await reader.type(text)
        assert "unfinished" in reader.drawn()[-1]


@pytest.mark.parametrize(
    ("text", "said"),
    mostly_slow(
        [(")", "closes nothing"), ("!dockers", "-dockers")],
        [(")", "closes nothing")],
        several=True,
    ),
)
async def test_what_no_offer_mends_is_told_at_once(text: str, said: str) -> None:
    async with reading(size=(120, 40)) as reader:
        await reader.press("f")
        await reader.type(text)
        assert said in reader.picture


@pytest.mark.slow
async def test_a_space_of_another_script_parts_two_words() -> None:
    async with reading() as reader:
        await reader.press("f")
        await reader.type("strike\u3000at\u00a0the")
        assert reader.screen.query_one(PromptBar).text == "strike at the"


@pytest.mark.slow
@pytest.mark.parametrize("key", ["f", "d", "x"])
async def test_a_text_longer_than_its_line_says_where_it_goes_on(key: str) -> None:
    async with reading(size=SMALL) as reader:
        label = {"f": " filter ", "d": " date ", "x": " export to "}[key]
        await reader.press(key, "ctrl+u", *("ferry harbour " * 8))
        line = next(line for line in reader.drawn() if line.startswith(label))
        assert line.startswith(f"{label}…")
        assert not line.endswith("…")
        await reader.press("home")
        line = next(line for line in reader.drawn() if line.startswith(label))
        assert line.startswith(f"{label}ferry")
        assert line.endswith("…")
        await reader.press(*["ctrl+right"] * 4, *["left"] * 3)
        for _ in range(60):
            await reader.press("right")
            line = next(line for line in reader.drawn() if line.startswith(label))
            assert "…" in line
        await reader.press(*["left"] * 20)
        line = next(line for line in reader.drawn() if line.startswith(label))
        assert line.startswith(f"{label}…")
        assert line.endswith("…")


async def test_of_letters_that_come_at_once_the_last_are_answered(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answered: list[str] = []
    use = FilterPrompt.use

    def noted(prompt: FilterPrompt, text: str, start: View) -> Outcome:
        answered.append(text)
        return use(prompt, text, start)

    async with reading(size=SMALL) as reader:
        await reader.press("f")
        monkeypatch.setattr(FilterPrompt, "use", noted)
        text = "ferry harbour pier " * 8
        await reader.type(text)
        assert answered[-1] == text.strip()
        assert len(answered) < 20
        answered.clear()
        reader.send(*(" storm" * 5), "left", "x", "enter")
        await reader.settle()
        assert reader.screen.session.view.query.endswith("storm storm storxm")


async def test_a_very_long_filter_is_drawn_at_once_beside_the_title() -> None:
    async with reading(size=SMALL) as reader:
        await reader.press("f")
        text = " ".join(f"w{n}" for n in range(400))
        reader.app.post_message(Paste(text))
        await reader.settle()
        assert reader.drawn()[0].startswith(" kzt  The Island and the H")
        assert re.search(r"w0, w1, .* \+\d+$", reader.drawn()[0])


def test_no_more_clauses_are_looked_at_than_there_is_room_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cuts: list[int] = []
    cut_to = title_line._cut_to

    def noted(clauses: Sequence[str], cells: int) -> int | None:
        cuts.append(len(clauses))
        return cut_to(clauses, cells)

    monkeypatch.setattr(title_line, "_cut_to", noted)
    assert shortened(", ".join(f"word {n}" for n in range(2_000)), 40).endswith("+1996")
    assert len(cuts) <= 40
    assert max(cuts) <= 14

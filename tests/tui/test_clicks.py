"""Whatever looks like a thing to act on answers the mouse: looked for on the drawn screen."""

from __future__ import annotations

import pytest
from textual.events import MouseDown, MouseScrollDown, MouseUp

from kztimeline.text.cells import width
from kztimeline.tui.render.named_keys import key_at
from tests.sampling import mostly_slow
from tests.tui.driving import Reader, reading
from tests.tui.sample import event, timeline_of

SMALL, WIDE = (80, 24), (120, 40)


def place_of(reader: Reader, words: str, last: bool = False) -> tuple[int, int]:
    """Return the column and the line of the middle of words, where they are drawn."""
    lines = reader.drawn()
    rows = [y for y, line in enumerate(lines) if words in line]
    assert rows, f"{words} is not drawn:\n" + "\n".join(lines)
    y = rows[-1] if last else rows[0]
    x = lines[y].rindex(words) if last else lines[y].index(words)
    return x + len(words) // 2, y


async def click(reader: Reader, words: str, last: bool = False) -> None:
    """Click on words where they are drawn."""
    await reader.pilot.click(offset=place_of(reader, words, last))
    await reader.settle()
    await reader.settle()


@pytest.mark.parametrize(
    ("words", "seen"),
    mostly_slow(
        [
            ("1 Feb 2012 ·", "esc back"),
            ("Harbour League", "esc back"),
            ("sources", "Evidence ●"),
            ("2 links", "enter goes there · esc closes"),
            ("inferred", "Evidence"),
        ],
        [("inferred", "Evidence")],
        several=True,
    ),
)
async def test_the_words_below_the_list_lead_on(words: str, seen: str) -> None:
    async with reading(size=SMALL) as reader:
        await reader.go_to("press")
        await click(reader, words, last=True)
        assert seen in reader.picture


@pytest.mark.parametrize(
    ("words", "seen"),
    mostly_slow(
        [
            ("2 links", "enter goes there · esc closes"),
            ("sources", "Other sources"),
            ("Ito presses", "esc back"),
        ],
        [("2 links", "enter goes there · esc closes")],
        several=True,
    ),
)
async def test_the_words_beside_the_list_lead_on(words: str, seen: str) -> None:
    async with reading(size=WIDE) as reader:
        await reader.go_to("press")
        detail = reader.screen.pages.detail.region
        lines = reader.drawn()
        y = next(y for y in range(detail.y, detail.bottom) if words in lines[y][detail.x :])
        x = detail.x + lines[y][detail.x :].index(words) + 2
        await reader.pilot.click(offset=(x, y))
        await reader.settle()
        assert seen in reader.picture


@pytest.mark.parametrize(
    ("keys", "words", "seen"),
    [
        ((), "kzt", "Commands"),
        ((), "The Island and the", "[Keys]"),
        ((), "60 events", " filter "),
        (("f", *"pier", "enter"), "· pier", " filter pier"),
        (("a", *"2012", "enter"), "AS OF", " as of 31 Dec 2012"),
    ],
)
async def test_the_words_of_the_title_line_answer(
    keys: tuple[str, ...], words: str, seen: str
) -> None:
    async with reading(size=SMALL) as reader:
        await reader.press(*keys)
        await click(reader, words)
        assert seen in reader.picture


@pytest.mark.slow
@pytest.mark.parametrize(
    ("keys", "words", "after"),
    [
        (("p", "u"), "U redoes it", "1 event"),
        (("M", "j"), "M compares", "›"),
        (("S", *"mine", "enter"), "V opens it", "Saved views"),
        (("f", *"zzzz", "enter"), "esc clears the filter", "60 events"),
        (("T", *"2", "space", *"mar", "enter"), "asks for another day", "on this day"),
    ],
)
async def test_a_message_that_names_a_key_does_it(
    keys: tuple[str, ...], words: str, after: str
) -> None:
    async with reading(size=SMALL) as reader:
        await reader.press("g", "j", *keys)
        await click(reader, words)
        if words == "U redoes it":
            assert len(reader.screen.session.pinboard.positions) == 1
        elif words == "M compares":
            assert reader.screen.session.view.page == "pair"
        else:
            assert after in reader.picture


@pytest.mark.slow
async def test_the_pages_name_keys_that_answer() -> None:
    async with reading(size=SMALL) as reader:
        await reader.go_to("press")
        await reader.press("r")
        assert "On 1 February 2012" in reader.picture
        await click(reader, "l later")
        assert "On 2 February 2012" in reader.picture
        await click(reader, "h earlier")
        assert "On 1 February 2012" in reader.picture


@pytest.mark.slow
async def test_the_frames_of_dialogs_answer_and_beside_them_they_close() -> None:
    async with reading(size=SMALL) as reader:
        await reader.go_to("press")
        for words in ("esc close", "kzt"):
            await reader.press(">")
            assert "enter go" in reader.picture
            if words == "kzt":
                await reader.pilot.click(offset=(1, 1))
                await reader.settle()
                await reader.settle()
            else:
                await click(reader, words)
            assert "enter go" not in reader.picture
        await reader.press(">")
        await click(reader, "enter go")
        assert reader.here != "press"


async def test_a_trail_leads_back_to_each_of_its_steps() -> None:
    async with reading(size=SMALL) as reader:
        await reader.go_to("press")
        await reader.press(">", "enter")
        there = reader.here
        assert there != "press"
        await click(reader, "trail", last=True)
        assert reader.here == there
        await click(reader, "1 Feb 2012", last=True)
        assert reader.here == "press"


@pytest.mark.slow
async def test_a_count_of_links_out_of_sight_lists_them() -> None:
    async with reading(size=SMALL) as reader:
        await reader.go_to("strike")
        for _ in range(30):
            lines = reader.drawn()
            count = next((mark for mark in ("↓1", "↓2", "↑1", "↑2") if mark in " ".join(lines)), "")
            if count:
                break
            await reader.resize(80, reader.app.size.height - 1)
        await click(reader, count)
        assert "enter go" in reader.picture


@pytest.mark.slow
async def test_the_bar_writes_the_example_that_is_clicked_and_does_its_keys() -> None:
    async with reading(size=SMALL) as reader:
        await reader.press("f")
        await click(reader, "topic:…")
        assert " filter topic:" in reader.picture
        assert "tab completes" in reader.picture
        await click(reader, "tab completes")
        assert " filter topic:" in reader.picture
        assert " filter topic: " not in "\n".join(reader.drawn()).replace("▏", "|")
        await reader.press("escape", "d")
        await click(reader, "19 march 2019")
        assert " date 19 march 2019" in reader.picture


@pytest.mark.slow
async def test_the_help_answers_the_mouse() -> None:
    async with reading(size=SMALL) as reader:
        await reader.press("?")
        await click(reader, "Signs ")
        assert "[Signs]" in reader.picture
        await click(reader, "tab: next page")
        assert "[Query]" in reader.picture
        await click(reader, " Keys ")
        await click(reader, "Go to the last event")
        assert "[Keys]" in reader.picture
        await click(reader, "Go to the last event")
        assert reader.here == reader.ids[-1]


@pytest.mark.parametrize(
    ("text", "words", "key"),
    [
        ("Undone: pinning “a”. U redoes it.", "redoes", "U"),
        ("Undone: pinning “a”. U redoes it.", "pinning", ""),
        ("3 events have these words; n: next match.", "next match", "n"),
        ("3 events have these words; n: next match.", "3 events", ""),
        ("2 events on 27 November. T asks for another day.", "2 events", ""),
        ("A name is one word of letters", "A name", ""),
        ("10 offices at other times (A)", "(A)", "A"),
        ("10 offices at other times (A)", "offices", ""),
        ("1 more, under way or near: i", "i", ""),
        ("↑↓ choose · enter runs it · esc closes", "esc closes", "escape"),
        ("↑↓ choose · enter runs it · esc closes", "choose", "down"),
        ("46 days · M or esc ends", "esc ends", "escape"),
        ("Press q to quit.", "q to", "q"),
        ("? shows the keys, q quits.", "q quits", "q"),
        ("Linked with this event: linked:a; u goes back", "u goes", "u"),
    ],
)
def test_the_key_that_words_name(text: str, words: str, key: str) -> None:
    start = text.rindex(words)
    if words == "i":
        key = "i"
    assert key_at(text, start + len(words) // 2) == key


async def double_click(reader: Reader, words: str, last: bool = False) -> None:
    """Click twice on the same cell of words, as a terminal reports it; the second comes later."""
    x, y = place_of(reader, words, last)
    begun = 0.0
    for click in range(2):
        for kind in (MouseDown, MouseUp):
            event = kind(None, x, y, 0, 0, 1, False, False, False, x, y)
            # However long the first takes here, the second comes soon after it.
            begun = begun or event.time
            event.time = begun + click / 10
            reader.app.post_message(event)
        await reader.settle()


async def test_the_second_click_is_not_for_what_lies_under_a_dialog() -> None:
    async with reading(size=WIDE) as reader:
        await reader.go_to("press")
        await reader.press("p", "w")
        assert "Copy a briefing" in reader.picture
        await double_click(reader, "One page")
        assert "Copied one page of 1 event" in reader.said
        assert (reader.here, reader.screen.session.view.page) == ("press", "")


async def test_the_second_click_does_not_close_what_the_first_has_opened() -> None:
    async with reading(size=WIDE) as reader:
        await double_click(reader, "help", last=True)
        assert "Move" in reader.picture
        assert reader.app.screen is not reader.screen


async def test_a_click_on_a_year_or_on_empty_time_selects_nothing() -> None:
    events = [event(f"e{n}", f"{2000 + n // 9}-0{n % 9 + 1}-11", f"Number {n}") for n in range(90)]
    late = event("late", "2016-03-01", "Years later")
    async with reading(timeline_of([*events, late]), size=SMALL) as reader:
        await reader.press("g")
        await reader.wheel(MouseScrollDown, "#events", 3)
        before, top = reader.here, reader.screen.list.region.y
        assert "2000 ─" in reader.drawn()[top], "it stands over an event of its year"
        at = next(y for y, line in enumerate(reader.drawn()) if "2001 ─" in line)
        for y in (top, at):
            await reader.pilot.click(offset=(5, y))
            await reader.pilot.click(offset=(5, y), times=2)
            await reader.settle()
            assert (reader.here, reader.screen.session.view.reading) == (before, False)
        await reader.press("G", "k")
        before = reader.here
        empty = next(y for y, line in enumerate(reader.drawn()) if "┊" in line)
        await reader.pilot.click(offset=(5, empty))
        await reader.settle()
        assert reader.here == before


async def test_a_double_click_on_an_event_opens_its_page() -> None:
    async with reading(size=WIDE) as reader:
        await reader.go_to("press")
        await double_click(reader, "Ito presses")
        assert "esc back" in reader.picture, reader.picture


ASKED = {
    "Harbour League": "track:league",
    "harbours": "topic:harbours",
    "Longquay": "place:Longquay",
    "Ken Ito": "actor:ito",
    "Қазақстан": "actor:kz",
}


@pytest.mark.slow
@pytest.mark.parametrize(("words", "query"), ASKED.items(), ids=ASKED.values())
async def test_what_an_event_is_about_can_be_filtered_by(words: str, query: str) -> None:
    async with reading(size=WIDE) as reader:
        await reader.go_to("press")
        for expected in (query, ""):
            detail = reader.screen.pages.detail.region
            lines = reader.drawn()
            y = next(y for y in range(detail.y, detail.bottom) if words in lines[y][detail.x :])
            before = lines[y][: lines[y].index(words, detail.x)]
            await reader.pilot.click(offset=(width(before) + 1, y))
            await reader.settle()
            assert reader.screen.session.view.query == expected
            assert ("60 events" in reader.drawn()[0]) == (not expected)
            assert reader.here == "press"


async def test_so_it_can_on_its_page() -> None:
    async with reading(size=SMALL) as reader:
        await reader.go_to("press")
        await reader.press("enter")
        await click(reader, "harbours")
        assert reader.screen.session.view.query == "topic:harbours"
        await reader.press("u")
        assert reader.screen.session.view.query == ""


async def click_event_beside(reader: Reader, times: int = 1) -> str:
    """Click on the event above the selected one, or below the first; return its id."""
    return await click_row(reader, abs(reader.ids.index(reader.here) - 1), times)


async def click_row(reader: Reader, row: int, times: int) -> str:
    """Click on the event in a row of the list; return its id."""
    events = reader.screen.list
    y = events.region.y + events.arrangement.top(row) - events.scroll_offset.y
    clicked = reader.ids[row]
    await reader.pilot.click(offset=(events.region.x + 30, y), times=times)
    await reader.settle()
    return clicked


@pytest.mark.slow
@pytest.mark.parametrize(("bar", "text"), [("f", "ferry"), ("f", "ferry or ("), ("d", "2004")])
async def test_a_double_click_while_typing_opens_the_page_of_what_was_clicked(
    bar: str, text: str
) -> None:
    async with reading(size=SMALL) as reader:
        await reader.press("g", bar)
        await reader.type(text)
        assert await click_event_beside(reader, times=2) == reader.here
        assert "esc back" in reader.picture


async def test_a_double_click_at_the_edge_of_the_list_opens_the_page_of_what_was_clicked() -> None:
    async with reading(size=SMALL) as reader:
        await reader.press("g")
        seen = reader.screen.list.seen_rows()
        assert seen is not None
        assert await click_row(reader, seen[1] - 1, times=2) == reader.here
        assert "esc back" in reader.picture


@pytest.mark.slow
@pytest.mark.parametrize(
    ("bar", "text", "asked"),
    [
        ("f", "ferry", "9 of 60 · ferry"),
        ("/", "ferry", "/ferry"),
        # What is mistaken or leads elsewhere is left.
        ("f", "ferry or (", "60 events"),
        ("d", "2004", "60 events"),
    ],
)
async def test_a_click_on_an_event_ends_the_typing(bar: str, text: str, asked: str) -> None:
    async with reading(size=WIDE) as reader:
        await reader.press("g", bar)
        await reader.type(text)
        clicked = await click_event_beside(reader)
        # Keys are for the list again.
        assert reader.here == clicked
        assert "q quit" in reader.picture
        assert asked in reader.picture
        await reader.press("j")
        assert reader.here == reader.ids[reader.ids.index(clicked) + 1]
        assert asked in reader.picture


@pytest.mark.slow
@pytest.mark.parametrize("x", [40, 100])
async def test_a_click_on_the_overview_ends_the_typing(x: int) -> None:
    async with reading(size=WIDE) as reader:
        await reader.press("f")
        await reader.type("ferry")
        before = reader.here
        await reader.pilot.click(offset=(x, 3))
        await reader.settle()
        assert reader.here != before
        assert "enter" not in reader.drawn()[-1]
        await reader.press("g")
        assert "9 of 60 · ferry" in reader.picture
        assert reader.here == reader.ids[0]


@pytest.mark.slow
async def test_a_click_on_a_value_beside_the_list_adds_to_the_filter_that_is_typed() -> None:
    async with reading(size=WIDE) as reader:
        await reader.press("f")
        await reader.type("ferry")
        await click(reader, "I Island")
        assert "4 of 60 · ferry, Island track" in reader.picture
        assert "q quit" in reader.picture

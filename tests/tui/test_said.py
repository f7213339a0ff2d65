"""What is said stands on the drawn screen until the next key, whole, at any size."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from textual.events import MouseScrollDown

from kztimeline.loading.findings import Finding
from kztimeline.query import QueryError
from kztimeline.session.resume import memory_of
from kztimeline.session.saved_views import save_view, saved_views
from kztimeline.session.view import View
from kztimeline.text.pieces import pieces_width
from kztimeline.timeline.model import Timeline
from kztimeline.tui.actions.finding import found_by
from kztimeline.tui.commands import ACTIONS
from kztimeline.tui.dialogs.choice import ChoiceDialog
from kztimeline.tui.dialogs.dialog import Dialog
from kztimeline.tui.dialogs.help import HelpScreen
from kztimeline.tui.dialogs.help_pages import entries_with
from kztimeline.tui.dialogs.saved_views import ViewsScreen
from kztimeline.tui.prompts.date import AsOfPrompt, JumpPrompt
from kztimeline.tui.prompts.facet_values import ValuesPrompt
from kztimeline.tui.prompts.filter import FilterPrompt
from kztimeline.tui.prompts.find import FindPrompt
from kztimeline.tui.prompts.view_name import NamePrompt
from kztimeline.tui.render.prompt_lines import hint_lines, mistake_lines
from kztimeline.tui.widgets.lines.problems import problem_lines
from kztimeline.tui.widgets.pick_list import PickList
from kztimeline.tui.workspace.choices import Option
from kztimeline.tui.workspace.prompt import Prompt
from tests.files import event as written
from tests.files import timeline as text_of
from tests.files import write
from tests.sampling import mostly_slow
from tests.tui.driving import SMALL, WIDE, Reader, reading
from tests.tui.sample import event, sample, timeline_of

SIZES = [(30, 10), (60, 20), SMALL, WIDE, (200, 60)]

PROMPTS = (FilterPrompt, FindPrompt, JumpPrompt, AsOfPrompt, NamePrompt, ValuesPrompt)


@pytest.fixture
def filed(tmp_path: Path) -> Timeline:
    return replace(sample(), path=str(tmp_path / "events.yaml"))


def inside(lines: list[str]) -> str:
    """The words within frames and beside scroll bars."""
    return " ".join(re.sub("[│╭╮╰╯─▁▂▃▄▅▆▇█]", " ", " ".join(lines)).split())


# The help


@pytest.mark.parametrize("size", mostly_slow([*SIZES[2:], *SIZES[:2]], [SMALL]))
async def test_every_page_of_the_help_is_read_to_its_last_line(size: tuple[int, int]) -> None:
    last_words = ("Quit", "minor", "group", "enter")
    async with reading(size=size) as reader:
        await reader.press("?")
        first, seen = reader.drawn(), set[str]()
        for words in last_words:
            await reader.press("home")
            before: list[str] = []
            while before != reader.drawn():
                before = reader.drawn()
                seen |= set(before)
                await reader.press("pagedown")
            await reader.press("end")
            seen |= set(reader.drawn())
            assert words in inside(reader.drawn())
            await reader.press("tab")
        await reader.press("home")
        assert reader.drawn() == first
        for sign in "¶≠◐▬◌":
            assert any(sign in line for line in seen)
        assert any("topic:elections" in line for line in seen)


@pytest.mark.slow
async def test_the_help_scrolls_under_the_wheel() -> None:
    async with reading(size=SMALL) as reader:
        await reader.press("?")
        for _ in range(100):
            await reader.wheel(MouseScrollDown, "HelpText", 5)
            if "Quit" in inside(reader.drawn()):
                return
        raise AssertionError(reader.picture)


@pytest.mark.slow
async def test_every_letter_is_text_in_the_help_and_in_the_palette() -> None:
    async with reading(size=SMALL) as reader:
        for key in ("?", ":"):
            for letter in "qQjkbgGuz":
                await reader.press(key, letter)
                assert f" {letter}▏ " in inside(reader.drawn())
                await reader.press("escape", "escape")
            assert "▏" not in reader.picture


async def test_a_word_that_begins_with_q_is_looked_for_in_the_help() -> None:
    async with reading(size=SMALL) as reader:
        await reader.press("f", *"in:2012", "enter")
        before = reader.drawn()
        await reader.press("?", *"query")
        assert " query▏ 1 found" in inside(reader.drawn())
        assert "esc clears" in reader.picture
        await reader.press("escape")
        assert "esc closes" in reader.picture
        await reader.press("?")
        assert reader.drawn() == before


@pytest.mark.parametrize("key", mostly_slow(["?", ":"], [":"]))
async def test_a_space_pages_until_something_is_typed(key: str) -> None:
    async with reading(size=SMALL) as reader:
        await reader.press(key, "pagedown")
        paged = reader.drawn()
        await reader.press("escape", key, "space")
        assert reader.drawn() == paged
        await reader.press(*"by", "space", *"year")
        assert " by year▏ " in inside(reader.drawn())


@pytest.mark.parametrize("size", mostly_slow([(40, 12), SMALL, WIDE], [SMALL]))
async def test_the_help_offers_first_what_is_called_so(size: tuple[int, int]) -> None:
    async with reading(size=size) as reader:
        await reader.press("?")
        for typed in ("pin", "note", "export", "briefing", "links"):
            named = next(action for action in ACTIONS if action.label == typed)
            await reader.press(*typed)
            words = " ".join(reader.text("HelpText").split()).partition(" found Keys ")[2]
            assert words.startswith(f"{named.key_text} {named.help[:12]}")
            await reader.press("escape")


def test_the_help_and_the_palette_have_what_is_found_in_one_order() -> None:
    for typed in ("pin", "note", "filter", "page down", "day", "copy", "e", "source"):
        order = [action.id for action in found_by(typed, ACTIONS)]
        listed = [entry.action for entry in entries_with(typed, ACTIONS, ()) if entry.action]
        assert listed == order
    for action in ACTIONS:
        assert found_by(action.label, ACTIONS)[0].label == action.label


async def test_the_help_is_narrowed_by_typing_and_does_what_is_chosen() -> None:
    async with reading(size=SMALL) as reader:
        await reader.press("?", *"print")
        assert "1 found" in inside(reader.drawn())
        await reader.press("escape", *"by year", "enter")
        assert not isinstance(reader.app.screen, HelpScreen)
        assert reader.screen.session.view.topics or reader.screen.session.view.zoom == "years"


@pytest.mark.slow
async def test_no_word_of_the_help_is_broken_on_a_narrow_screen() -> None:
    async with reading(size=(30, 10)) as reader:
        await reader.press("?")
        words = set()
        for _page in range(4):
            for _ in range(60):
                words |= {word for line in reader.drawn() for word in line.strip("│ ").split()}
                await reader.press("pagedown")
            await reader.press("tab")
        assert not [word for word in words if word.endswith("…") and word not in {"…", "as …"}]
        assert "approximate" in words


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["views", "options"])
async def test_the_wheel_scrolls_every_list(kind: str, filed: Timeline) -> None:
    async with reading(filed, size=SMALL) as reader:
        if kind == "views":
            for number in range(40):
                save_view(filed, f"v{number:02}", View())
            await reader.press("V")
            assert isinstance(reader.app.screen, ViewsScreen)
        else:
            options = [Option(f"o{n}", f"Option {n:02}", "a note") for n in range(40)]
            reader.app.push_screen(ChoiceDialog("Choose", options))
            await reader.settle()
        selector = "ViewList" if kind == "views" else "Options"
        last = "@v39" if kind == "views" else "Option 39"
        assert last not in reader.picture
        for _ in range(40):
            await reader.wheel(MouseScrollDown, selector, 3)
        assert last in reader.picture
        await reader.press("k")
        assert isinstance(reader.app.screen, Dialog)


@pytest.mark.parametrize("kind", mostly_slow(["views", "options"], ["views"]))
async def test_the_keys_of_movement_move_the_cursor_of_every_list(
    kind: str, filed: Timeline
) -> None:
    async with reading(filed, size=SMALL) as reader:
        if kind == "views":
            for number in range(40):
                save_view(filed, f"v{number:02}", View())
            await reader.press("V")
        else:
            options = [Option(f"o{n}", f"Option {n:02}", "a note") for n in range(40)]
            reader.app.push_screen(ChoiceDialog("Choose", options))
            await reader.settle()

        picked = reader.app.screen.query_one("ViewList, Options", PickList)
        steps = {"down": 1, "up": 0, "pagedown": 8, "pageup": 0, "end": 39, "home": 0}
        for key, number in steps.items():
            await reader.press(key)
            assert picked.number == number, key
            assert f"{'@v' if kind == 'views' else 'Option '}{number:02}" in reader.picture


# Messages


async def said(reader: Reader, *keys: str) -> str:
    """Press keys and return the foot of the screen as it is drawn."""
    await reader.press(*keys)
    return " ".join(" ".join(reader.drawn()[-5:]).split())


@pytest.mark.parametrize("size", mostly_slow(SIZES, [(30, 10), SMALL]))
async def test_what_is_said_when_the_bar_closes_is_drawn(
    size: tuple[int, int], filed: Timeline
) -> None:
    async with reading(filed, size=size) as reader:
        foot = await said(reader, "S", *"my", "space", *"view", "enter")
        assert "Saved as @my-view. V opens it" in foot
        assert list(saved_views(filed).views) == ["my-view"]
        assert "Saved" not in await said(reader, "j")
        foot = await said(reader, "S", *"elections/osce", "enter")
        assert "A name is one word of letters, digits, - and _; nothing was saved." in foot
        assert list(saved_views(filed).views) == ["my-view"]
        await reader.press("escape")
        foot = await said(reader, "d", *"ablyazof", "enter")
        assert "“ablyazof” is not a date, and no event has this word." in foot
        await reader.press("escape")
        foot = await said(reader, "d", *"2030", "enter")
        assert "in 2030; the last is 1 Sep 2024." in foot
        foot = await said(reader, "a", *"someday", "enter")
        assert "“someday” is not a date" in foot
        await reader.press("escape")
        foot = await said(reader, "d", *"3 jan 2012", "enter")
        assert "on 3 Jan 2012; next is 15 Jan." in foot
        foot = await said(reader, "/", *"zzzz", "enter")
        assert "No match for “zzzz”." in foot


@pytest.mark.parametrize("size", mostly_slow(SIZES, [(30, 10), SMALL]))
async def test_what_is_said_at_the_start_is_drawn(size: tuple[int, int], filed: Timeline) -> None:
    async with reading(filed, memory=memory_of(filed)) as reader:
        await reader.press("f", *"dockers", "enter")
    async with reading(filed, size=size, memory=memory_of(filed)) as reader:
        foot = " ".join(" ".join(reader.drawn()[-5:]).split())
        assert "Resumed: dockers. F turns the filter off." in foot
        assert "Resumed" not in await said(reader, "j")


@pytest.mark.slow
async def test_what_is_said_stands_through_every_change_of_size() -> None:
    async with reading() as reader:
        message = "The filter hides the events with these words; F turns it off."
        reader.screen.say(message)
        await reader.settle()
        for size in (*SIZES, *reversed(SIZES)):
            await reader.resize(*size)
            assert message in reader.picture, size


async def test_what_is_said_stands_beside_an_open_bar() -> None:
    async with reading(size=SMALL) as reader:
        await reader.press("f", *"ito")
        reader.screen.say("Reloaded: no changes (60 events).")
        await reader.settle()
        assert "Reloaded: no changes (60 events)." in reader.picture
        assert " filter ito" in reader.picture
        await reader.press("x")
        assert "Reloaded" not in reader.picture
        assert " filter itox" in reader.picture


async def test_what_is_said_stands_when_a_dialog_that_covered_it_closes() -> None:
    async with reading(size=SMALL) as reader:
        await reader.press("m")
        reader.screen.say("Reloaded: no changes (60 events).")
        await reader.settle()
        await reader.press("escape")
        assert "Reloaded: no changes (60 events)." in reader.picture


@pytest.mark.parametrize(
    "key",
    mostly_slow(
        ["t", "9", "f1", "ctrl+l", "backspace", "insert", "j", "f"], ["9", "backspace", "j"]
    ),
)
async def test_any_key_ends_what_is_said(key: str) -> None:
    async with reading() as reader:
        await reader.press("n")
        assert "No words to step through; / finds words." in reader.picture
        await reader.press(key)
        assert "No words to step through" not in reader.picture


@pytest.mark.slow
async def test_a_problem_of_the_file_ends_what_was_said_of_reading_it(tmp_path: Path) -> None:
    text = text_of(written("one", "1992-03-02"), written("two", "1993-05-06"))
    path = write(tmp_path, text)
    from kztimeline.loading.cache import load_timeline

    async with reading(load_timeline(path)) as reader:
        await reader.press("R")
        await reader.until_drawn("Reloaded: no changes (2 events).")
        write(tmp_path, text.replace("1993-05-06", "1993-02-30"))
        await reader.until_drawn("Showing the last valid version.")
        assert "Reloaded" not in reader.picture


# Hints and mistakes


async def test_tab_without_an_offer_leaves_the_count() -> None:
    async with reading(size=SMALL) as reader:
        await reader.press("f", *"dockers")
        assert "1 of 60" in reader.drawn()[-1]
        await reader.press("tab")
        assert "1 of 60" in reader.drawn()[-1]


@pytest.mark.parametrize("size", mostly_slow(SIZES, [(30, 10), SMALL]))
async def test_a_mistake_is_told_to_its_end(size: tuple[int, int]) -> None:
    async with reading(size=size) as reader:
        await reader.press("f", *"in:2012-13")
        assert "or 2012/2013 for an interval of years" in reader.picture
        assert any(line.strip().startswith("^") or " ^" in line for line in reader.drawn())


@pytest.mark.parametrize("prompt", PROMPTS)
@pytest.mark.parametrize("cells", [20, 30, 45, 60, 80, 120, 200])
def test_a_hint_is_never_cut(prompt: type[Prompt], cells: int) -> None:
    lines = hint_lines(cells, 8, "17 of 60", prompt.hints)
    text = " ".join("".join(piece.text for piece in line) for line in lines)
    assert all(pieces_width(line) <= cells for line in lines)
    assert "17 of 60" in text
    assert any(" ".join(variant.split()) in " ".join(text.split()) for variant in prompt.hints)


@pytest.mark.parametrize("cells", [20, 30, 45, 60, 80, 120])
@pytest.mark.parametrize("start", [0, 10, 50, 200])
def test_a_mistake_is_never_cut(cells: int, start: int) -> None:
    mistake = QueryError("there is no month 13", "write a month from 01 to 12", 3, 10)
    lines = mistake_lines(cells, 8, start, 7, mistake)
    text = " ".join("".join(piece.text for piece in line) for line in lines)
    assert all(pieces_width(line) <= cells for line in lines)
    assert "there is no month 13; write a month from 01 to 12" in " ".join(text.split())
    assert "^" in text


@pytest.mark.parametrize("size", mostly_slow([(30, 10), (30, 20), SMALL, WIDE], [(30, 10), SMALL]))
async def test_what_stands_in_place_of_the_list_is_told_to_its_end(size: tuple[int, int]) -> None:
    async with reading(size=size) as reader:
        await reader.press("f", *"qqqq", "enter")
        assert "No event matches this filter." in reader.picture
        assert "esc clears the filter." in reader.picture or size[1] < 20


@pytest.mark.parametrize("size", mostly_slow([(30, 10), (60, 20), SMALL], [(30, 10)]))
async def test_a_question_tells_its_problem_to_its_end(
    size: tuple[int, int], tmp_path: Path
) -> None:
    async with reading(size=size) as reader:
        await reader.press("x")
        await reader.press(*str(tmp_path), "enter")
        assert "is a folder or a device; name a file." in reader.picture


# An empty list


@pytest.mark.slow
async def test_an_empty_list_blames_what_hides_the_events() -> None:
    timeline = timeline_of(
        [
            event("old", "2000-01-01", "Storm", importance=1),
            *(event(f"e{n}", f"2022-0{n}-01", "Calm sea") for n in range(1, 4)),
            event("vague", "2022", "Calm year", importance=3),
        ]
    )
    async with reading(timeline, size=SMALL) as reader:
        await reader.press("a", *"2012", "enter", "f", *"in:2022", "enter")
        assert "4 match, all after 31 Dec 2012; a ends as-of" in reader.picture
        assert "No event matches" not in reader.picture
        await reader.press("f", "ctrl+u", *"blue", "enter")
        assert "No event matches this filter." in reader.picture
        await reader.press("escape", "escape", "1", "f", *"calm", "enter")
        assert "4 match, less important; 3 shows every importance" in reader.picture
        await reader.press("3", "f", "ctrl+u", *"year in:2022-01", "enter", "C")
        assert "1 matches, none of them for certain; C shows possible matches" in reader.picture
        await reader.press("C", "f", "ctrl+u", *"storm", "enter", "p", "escape", "P")
        await reader.press("f", *"calm", "enter")
        assert "4 match, none of them pinned; P shows all" in reader.picture
        await reader.press("1")
        assert "4 match, none of them pinned and less important:" in reader.picture


@pytest.mark.slow
async def test_a_click_on_what_is_said_is_no_click_on_the_keys_under_it() -> None:
    async with reading(size=SMALL) as reader:
        await reader.press("j")
        before = reader.drawn()
        at = before[-1].index("find")
        await reader.press("n")
        assert "No words to step through" in reader.drawn()[-1]
        # It goes, so that whoever has but a mouse comes back to the keys.
        await reader.pilot.click("#footer", offset=(at, 0))
        await reader.settle()
        assert reader.drawn() == before


@pytest.mark.parametrize("cells", [20, 30, 60, 80, 200])
@pytest.mark.parametrize("most", [6, 10, 30])
def test_a_problem_keeps_its_remedy_where_there_are_few_lines(cells: int, most: int) -> None:
    finding = Finding(
        "events.yaml", 12486, 11, "no such day", "Write 1 to 31.", "date: '2011-02-30'"
    )
    lines = problem_lines([finding] * 3, "Showing the last valid version.", cells, most)
    text = " ".join("".join(piece.text for piece in line).strip() for line in lines)
    assert len(lines) <= most
    assert "Write 1 to 31." in " ".join(text.split())
    assert "no such day" in " ".join(text.split())
    assert most < 30 or ("2 more. Showing" in text and "2011-02-30" in text) or cells < 30


@pytest.mark.parametrize(("cells", "most"), [(20, 1), (20, 2), (30, 1), (80, 1)])
def test_a_problem_that_is_cut_short_says_that_more_follows(cells: int, most: int) -> None:
    finding = Finding("events.yaml", 12486, 11, "there is no such day", "Write 1 to 31.")
    lines = problem_lines([finding], "Showing the last valid version.", cells, most)
    text = ["".join(piece.text for piece in line) for line in lines]
    assert len(text) == most
    assert text[-1].endswith("…")
    assert all(len(line) < cells for line in text)


async def test_a_file_that_is_gone_has_no_line_to_be_opened(tmp_path: Path) -> None:
    from kztimeline.loading.cache import load_timeline

    path = write(tmp_path, text_of(written("one", "1992-03-02")))
    async with reading(load_timeline(path)) as reader:
        path.unlink()
        await reader.press("R")
        await reader.until_drawn("Showing the last valid version.")
        assert "opens the line" not in reader.picture
        write(tmp_path, "title: [")
        await reader.press("R")
        await reader.until_drawn("E opens the line.")

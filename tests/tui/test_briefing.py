"""Pinning, copying and writing from the screen."""

from __future__ import annotations

import csv
import io
import re
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from threading import Event
from time import monotonic
from typing import Any

import pytest
from textual.events import MouseScrollDown, MouseScrollUp
from textual.widget import Widget

from kztimeline.export.formats import registry
from kztimeline.loading.locations import user_state
from kztimeline.session.state.state_files import state_file
from kztimeline.timeline.citations import citations
from kztimeline.tui.app import TimelineApp
from kztimeline.tui.dialogs.menu import Items, Menu
from kztimeline.tui.dialogs.question import QuestionDialog
from kztimeline.tui.widgets.event_list import TimelineView
from kztimeline.tui.widgets.lines.footer import Footer
from kztimeline.tui.widgets.lines.title import TitleLine
from kztimeline.tui.widgets.pages.detail import DetailView
from kztimeline.tui.workspace import output
from kztimeline.tui.workspace.output import short_path
from tests.sampling import mostly_slow

from . import driving
from .sample import large, sample

SIZE = (120, 40)


class Reader(driving.Reader):
    """Presses keys and tells what is to be seen."""

    async def type(self, text: str) -> None:
        question = self.pilot.app.screen
        assert isinstance(question, QuestionDialog)
        question._input.value = text
        await self.settle()

    async def drawn_soon(self, text: str) -> None:
        """Wait until a text is drawn, whatever is still being done."""
        end = monotonic() + driving.LONG
        while text not in self.picture:
            assert monotonic() < end, self.picture
            await self.pilot.pause(0.02)

    @property
    def title(self) -> str:
        return lines(self.screen.query_one(TitleLine))

    @property
    def list(self) -> str:
        return lines(self.screen.query_one(TimelineView))

    @property
    def detail(self) -> str:
        return lines(self.screen.query_one(DetailView))

    @property
    def hint(self) -> str:
        question = self.pilot.app.screen
        assert isinstance(question, QuestionDialog)
        return question.hint

    @property
    def clipboard(self) -> str:
        return self.pilot.app.clipboard


def lines(widget: Widget) -> str:
    return "\n".join(widget.render_line(y).text for y in range(widget.size.height))


@asynccontextmanager
async def reading(**sizes: tuple[int, int]) -> AsyncIterator[Reader]:
    app = TimelineApp(sample())
    with driving.SlowTerminal() as terminal:
        async with app.run_test(size=sizes.get("size", SIZE)) as pilot:
            reader = Reader(app, pilot, terminal)
            await reader.settle()
            yield reader


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


async def test_a_pin_is_seen_in_list_and_detail_and_can_be_taken_off() -> None:
    async with reading() as reader:
        await reader.go_to("vote")
        assert "◆" not in reader.list + reader.detail
        await reader.press("p")
        assert "◆" in reader.list
        assert "◆ pinned" in reader.detail
        assert reader.said == "1 pinned · w makes a briefing · P shows only pins"
        await reader.press("j")
        assert "◆" in reader.list
        assert "◆" not in reader.detail
        await reader.press("k", "p")
        assert "◆" not in reader.list + reader.detail
        assert reader.said == "Unpinned. No pins left."


@pytest.mark.slow
async def test_pins_and_notes_are_there_after_a_restart() -> None:
    async with reading() as reader:
        await reader.go_to("vote")
        await reader.press("m")
        await reader.type("Ask who counted.")
        await reader.press("enter")
        assert "◆ Ask who counted." in reader.detail
    async with reading() as reader:
        await reader.go_to("vote")
        assert "◆ Ask who counted." in reader.detail
        assert "◆" in reader.list


async def test_a_note_left_with_escape_is_as_it_was() -> None:
    async with reading() as reader:
        await reader.press("m")
        await reader.type("Not this.")
        await reader.press("escape")
        assert "◆" not in reader.list + reader.detail


@pytest.mark.slow
async def test_only_the_pins_are_shown_and_undo_comes_back() -> None:
    async with reading() as reader:
        everything = reader.ids
        for identifier in ("vote", "press"):
            await reader.go_to(identifier)
            await reader.press("p")
        await reader.press("P")
        assert reader.ids == ["vote", "press"]
        assert "only pins" in reader.title
        assert "2 of 60" in reader.title
        await reader.press("u")
        assert reader.ids == everything
        await reader.press("U")
        assert reader.ids == ["vote", "press"]
        await reader.press("escape")
        assert reader.ids == everything


@pytest.mark.slow
async def test_a_pin_taken_off_among_the_pins_goes_and_its_note_stays() -> None:
    async with reading() as reader:
        await reader.go_to("vote")
        await reader.press("m")
        await reader.type("Ask.")
        await reader.press("enter", "P", "p")
        assert reader.ids == []
        assert "No event is pinned." in reader.list
        assert reader.said == "Unpinned (note kept). No pins left."
        await reader.press("P")
        assert reader.screen.session.event is not None
        assert reader.screen.session.event.id == "vote"
        await reader.press("p")
        assert "◆ Ask." in reader.detail


async def test_the_pins_and_the_filter_narrow_together() -> None:
    async with reading() as reader:
        for identifier in ("vote", "press"):
            await reader.go_to(identifier)
            await reader.press("p")
        await reader.press("P")
        reader.screen.ask(query="track:league")
        await reader.settle()
        assert reader.ids == ["press"]
        reader.screen.ask(query="topic:storms")
        await reader.settle()
        assert "match, none of them pinned; P shows all" in reader.list


async def test_without_pins_the_key_says_how_to_pin() -> None:
    async with reading() as reader:
        before = reader.ids
        await reader.press("P")
        assert reader.ids == before
        assert "p pins one" in reader.said


async def test_a_damaged_file_of_pins_is_said() -> None:
    path = state_file("pins")
    path.parent.mkdir(parents=True)
    path.write_text("[", encoding="utf-8")
    async with reading() as reader:
        assert "damaged" in reader.said


async def test_pins_that_cannot_be_written_hold_until_the_end() -> None:
    user_state().parent.mkdir(parents=True, exist_ok=True)
    user_state().write_text("in the way", encoding="utf-8")
    async with reading() as reader:
        await reader.go_to("vote")
        await reader.press("p")
        assert "◆" in reader.list
        assert "cannot be written" in reader.said


async def test_the_citations_of_an_event_are_copied() -> None:
    async with reading() as reader:
        await reader.go_to("press")
        await reader.press("y")
        assert reader.clipboard.splitlines()[0] == (
            "“A letter home”, Archive, March 2012, characters 531–541, 700–801"
        )
        assert len(reader.clipboard.splitlines()) == 3
        copied = user_state() / "copied.txt"
        assert copied.read_text("utf-8") == reader.clipboard
        said = f"Copied 3 citations, {len(reader.clipboard):,} characters; also in "
        assert reader.said == f"{said}{short_path(copied)}"


async def test_an_event_is_copied_as_a_paragraph() -> None:
    async with reading() as reader:
        await reader.go_to("vote")
        await reader.press("m")
        await reader.type("Ask.")
        await reader.press("enter", "Y")
        assert reader.clipboard.startswith("15 Jan 2012: Wren's party wins")
        assert "Note: Ask." in reader.clipboard
        assert "\n\n[1] B. Quill" in reader.clipboard
        assert "Copied 1 event" in reader.said


@pytest.mark.parametrize(
    ("keys", "start", "counted", "suffix"),
    [
        (("h",), "The Island", "Headlines: 2 events.", "txt"),
        (("p",), "The Island", "One page: 2 events.", "txt"),
        (("t",), "The Island", "Briefing: 2 events.", "txt"),
        (("enter",), "The Island", "Headlines: 2 events.", "txt"),
        (("j", "j", "enter"), "The Island", "Briefing: 2 events.", "txt"),
        (("m", "h"), "# The Island", "Headlines: 2 events.", "md"),
        (("m", "p"), "# The Island", "One page: 2 events.", "md"),
        (("m", "t"), "# The Island", "Briefing: 2 events.", "md"),
    ],
)
async def test_the_pins_are_copied_as_a_briefing(
    keys: tuple[str, ...], start: str, counted: str, suffix: str
) -> None:
    async with reading() as reader:
        for identifier in ("press", "strike"):
            await reader.go_to(identifier)
            await reader.press("p")
        await reader.press("w")
        assert isinstance(reader.pilot.app.screen, Menu)
        await reader.press(*keys)
        assert reader.clipboard.startswith(start)
        assert counted in reader.clipboard
        what = "one page of 2 events" if counted.startswith("One page") else "2 events"
        assert reader.said.startswith(f"Copied {what}, ")
        copied = user_state() / f"copied.{suffix}"
        assert copied.read_text("utf-8") == reader.clipboard


@pytest.mark.slow
async def test_the_menu_says_how_long_each_form_is() -> None:
    async with reading() as reader:
        await reader.press("w")
        menu = reader.pilot.app.screen
        assert isinstance(menu, Menu)
        listed = lines(menu.query_one(Items))
        said = {
            label: int(count) for label, count in re.findall(r"(\w+ ?\w+) +(\d+) lines", listed)
        }
        for key, label in (("h", "Headlines"), ("p", "One page"), ("t", "Full text")):
            await reader.press(key)
            assert len(reader.clipboard.splitlines()) == said[label]
            await reader.press("w")
        assert said["One page"] <= 55


async def test_four_keys_copy_two_events_on_one_page() -> None:
    async with reading() as reader:
        await reader.go_to("vote")
        await reader.press("p", "j", "p", "w", "p")
        assert reader.clipboard.startswith("The Island")
        assert "One page: 2 events." in reader.clipboard


@pytest.mark.slow
async def test_the_keys_of_a_briefing_are_in_the_footer() -> None:
    for size, opened, keys in (
        ((120, 40), (), ("p pin", "w briefing", "o open source")),
        ((80, 24), (), ("p pin",)),
        ((80, 24), ("enter",), ("p pin", "w briefing")),
        ((60, 20), ("enter",), ("p pin",)),
    ):
        async with reading(size=size) as reader:
            await reader.go_to("press")
            await reader.press(*opened)
            footer = reader.screen.query_one(Footer).render_line(0).text
            assert all(f" {key} " in footer for key in keys)
            assert footer.rstrip().endswith("q quit")
            assert len(footer.rstrip()) <= size[0]


async def test_the_mouse_chooses() -> None:
    async with reading() as reader:
        await reader.press("p", "w")
        await reader.pilot.click("Items", offset=(6, 3))
        await reader.settle()
        assert "Briefing: 1 event." in reader.clipboard


@pytest.mark.slow
async def test_without_pins_the_briefing_is_of_what_is_shown() -> None:
    async with reading() as reader:
        await reader.press("1")
        shown = len(reader.ids)
        await reader.press("w", "t")
        assert f"Briefing: {shown} events." in reader.clipboard


async def test_leaving_the_chooser_copies_nothing() -> None:
    async with reading() as reader:
        await reader.press("p", "w", "escape")
        assert not isinstance(reader.pilot.app.screen, Menu)
        assert reader.clipboard == ""


@pytest.mark.slow
async def test_a_long_text_goes_to_a_file_only() -> None:
    app = TimelineApp(large(2_000))
    async with app.run_test(size=SIZE) as pilot:
        reader = Reader(app, pilot)
        await reader.settle()
        await reader.press("w", "m", "t")
        assert reader.clipboard == ""
        path = user_state() / "copied.md"
        characters = len(path.read_text("utf-8"))
        assert characters > 70_000
        said = f"Too long to copy: 2,000 events, {characters:,} characters; the text is in "
        assert reader.said == f"{said}{short_path(path)}"


@pytest.mark.slow
@pytest.mark.parametrize("keys", ["y", "wmt"])
async def test_a_copy_that_no_file_could_be_made_of_says_so(keys: str) -> None:
    path = user_state() / ("copied.txt" if keys == "y" else "copied.md")
    path.mkdir(parents=True)
    app = TimelineApp(large(2_000))
    async with app.run_test(size=SIZE) as pilot:
        reader = Reader(app, pilot)
        await reader.settle()
        await reader.press(*keys)
        assert " characters; it could not be written to a file: Is a directory" in reader.said


async def test_a_file_that_has_come_meanwhile_is_not_overwritten_unasked(own_folder: Path) -> None:
    async with reading() as reader:
        await reader.press("x")
        await reader.type("events")
        await reader.press("enter")
        assert "does not end in" in reader.picture
        (own_folder / "events").write_text("of another program")
        await reader.press("enter")
        assert "exists; enter again overwrites" in reader.picture
        assert (own_folder / "events").read_text() == "of another program"
        await reader.press("enter")
        assert (own_folder / "events").read_text() != "of another program"


@contextmanager
def held(monkeypatch: pytest.MonkeyPatch, place: Any, name: str) -> Iterator[tuple[Event, Event]]:
    """Hold up what is done in a thread; yield what tells that it has begun, and lets it go on."""
    begun, may_go, do = Event(), Event(), getattr(place, name)

    def wait(*args: Any) -> Any:
        begun.set()
        assert may_go.wait(driving.LONG)
        return do(*args)

    monkeypatch.setattr(place, name, wait)
    try:
        yield begun, may_go
    finally:
        may_go.set()


async def test_a_file_on_its_way_is_told_and_can_be_given_up(
    own_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(size=(80, 24)) as reader:
        with held(monkeypatch, registry, "write") as (_, may_go):
            await reader.press("x")
            await reader.type("z.html")
            reader.send("enter", "enter", "x")
            await reader.drawn_soon("Writing z.html … · esc cancels")
            reader.send("escape")
            await reader.drawn_soon("Canceled; z.html was not written.")
            may_go.set()
            await reader.settle()
        assert list(own_folder.iterdir()) == []
        assert "Canceled; z.html was not written." in reader.picture
        await reader.press("x")
        await reader.type("z.html")
        reader.send("enter", "enter")
        await reader.settle()
        assert "Wrote " in reader.picture
        assert "exists" not in reader.picture
        assert (own_folder / "z.html").exists()


async def test_a_file_that_is_being_written_is_not_given_up(
    own_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(size=(80, 24)) as reader:
        with held(monkeypatch, output, "write_whole") as (begun, may_go):
            await reader.press("x")
            await reader.type("z.csv")
            reader.send("enter")
            while not begun.is_set():
                await reader.pilot.pause(0.02)
            reader.send("escape", "escape")
            await reader.pilot.pause(0.1)
            assert "Writing z.csv … · esc cancels" in reader.picture
            may_go.set()
            await reader.settle()
        assert "Wrote " in reader.picture
        assert (own_folder / "z.csv").exists()


async def test_what_cannot_be_made_is_told_and_named_anew(
    own_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> bytes:
        raise OSError(28, "No space left on device")

    async with reading(size=(80, 24)) as reader:
        with monkeypatch.context() as patch:
            patch.setattr(output, "write_whole", fail)
            await reader.press("x", "ctrl+u", *"z.csv", "enter")
            assert "z.csv cannot be written: No space left on device" in reader.picture
        await reader.press("backspace", "backspace", "enter")
        assert "No format has the suffix .c" in reader.picture
        await reader.press(*"sv", "enter")
        assert (own_folder / "z.csv").exists()


@pytest.mark.slow
async def test_a_briefing_is_written_to_a_file(own_folder: Path) -> None:
    async with reading() as reader:
        await reader.go_to("vote")
        await reader.press("p", "w", "f", "t")
        await reader.type("page.txt")
        await reader.press("enter")
        assert "Wrote 1 event to " in reader.said
        assert (own_folder / "page.txt").read_text("utf-8").startswith("The Island")


async def test_exactly_what_is_shown_is_exported(own_folder: Path) -> None:
    async with reading() as reader:
        reader.screen.ask(query="topic:ferries")
        await reader.pilot.app.workers.wait_for_complete()
        await reader.press("2", "x", "enter")
        path = own_folder / "events-topic-ferries.csv"
        rows = list(csv.DictReader(io.StringIO(path.read_bytes().decode(), newline="")))
        assert sorted(row["id"] for row in rows) == sorted(reader.ids)
        assert f"Wrote {len(rows)} events" in reader.said
        assert list(own_folder.iterdir()) == [path]


async def test_the_pins_alone_are_exported(own_folder: Path) -> None:
    async with reading() as reader:
        await reader.go_to("vote")
        await reader.press("p", "P", "x", "enter")
        content = (own_folder / "events-pins.csv").read_text("utf-8")
        assert content.count("\n") == 2
        assert "\nvote," in content


async def test_a_file_is_overwritten_only_when_confirmed(own_folder: Path) -> None:
    path = own_folder / "old.csv"
    path.write_text("precious", encoding="utf-8")
    async with reading() as reader:
        await reader.press("x")
        await reader.type("old.csv")
        await reader.press("enter")
        assert "exists" in reader.hint
        assert path.read_text("utf-8") == "precious"
        await reader.press("escape")
        assert path.read_text("utf-8") == "precious"
        await reader.press("x")
        await reader.type("old.csv")
        await reader.press("enter", "enter")
        assert path.read_text("utf-8").startswith("id,date,")


async def test_confirming_one_name_confirms_no_other(own_folder: Path) -> None:
    for name in ("old.csv", "older.csv"):
        (own_folder / name).write_text("precious", encoding="utf-8")
    async with reading() as reader:
        await reader.press("x")
        for name in ("old.csv", "older.csv", "old.csv"):
            await reader.type(name)
            await reader.press("enter")
            assert "exists" in reader.hint
        assert (own_folder / "old.csv").read_text("utf-8") == "precious"


@pytest.mark.parametrize(
    "name",
    mostly_slow(
        ["none/there.csv", ".", "", "~nobody-of-this-name/x", "x" * 300], ["none/there.csv", ""]
    ),
)
async def test_a_file_that_cannot_be_written_is_named_anew(own_folder: Path, name: str) -> None:
    async with reading() as reader:
        await reader.press("x")
        await reader.type(name)
        await reader.press("enter")
        assert isinstance(reader.pilot.app.screen, QuestionDialog)
        assert "a file for" not in reader.hint
        await reader.type("good.csv")
        await reader.press("enter")
        assert (own_folder / "good.csv").exists()


@pytest.mark.parametrize("name", mostly_slow(["all.docx", "all.foo", "all.csv.gz"], ["all.foo"]))
async def test_a_suffix_that_no_format_has_is_refused(own_folder: Path, name: str) -> None:
    async with reading() as reader:
        await reader.press("x")
        await reader.type(name)
        await reader.press("enter")
        assert (
            f"No format has the suffix {Path(name).suffix}; end the name in .csv, .json, "
            in reader.hint
        )
        assert list(own_folder.iterdir()) == []
        await reader.type("all.csv")
        await reader.press("enter")
        assert (own_folder / "all.csv").read_bytes().startswith(b"id,date,")


@pytest.mark.slow
async def test_a_briefing_has_the_suffix_of_its_format(own_folder: Path) -> None:
    async with reading() as reader:
        await reader.press("w", "f", "t")
        await reader.type("page.docx")
        await reader.press("enter")
        assert "No format has the suffix .docx; end the name in .txt" in reader.hint
        await reader.type("page.txt")
        await reader.press("enter")
        assert [path.name for path in own_folder.iterdir()] == ["page.txt"]


async def test_a_link_stays_a_link_and_its_target_is_written(own_folder: Path) -> None:
    (own_folder / "real.csv").write_text("old")
    (own_folder / "all.csv").symlink_to("real.csv")
    async with reading() as reader:
        await reader.press("x")
        await reader.type("all.csv")
        await reader.press("enter")
        assert "exists" in reader.hint
        await reader.press("enter")
    assert (own_folder / "all.csv").is_symlink()
    assert (own_folder / "real.csv").read_bytes().startswith(b"id,date,")


async def test_a_file_with_two_names_keeps_both(own_folder: Path) -> None:
    (own_folder / "all.csv").write_text("old" * 5000)
    (own_folder / "same.csv").hardlink_to(own_folder / "all.csv")
    async with reading() as reader:
        await reader.press("x")
        await reader.type("all.csv")
        await reader.press("enter", "enter")
    assert (own_folder / "same.csv").samefile(own_folder / "all.csv")
    assert (own_folder / "same.csv").read_bytes().startswith(b"id,date,")


@pytest.mark.parametrize("size", mostly_slow([(30, 10), (80, 24), (200, 60)], [(80, 24)]))
async def test_it_works_at_every_size(size: tuple[int, int]) -> None:
    async with reading(size=size) as reader:
        await reader.press("p", "w", "escape", "m", "escape", "x", "escape", "P", "enter", "y")
        assert reader.clipboard


@pytest.mark.slow
async def test_what_came_later_is_neither_exported_nor_in_the_briefing(own_folder: Path) -> None:
    async with reading() as reader:
        await reader.go_to("since")
        await reader.press("p")
        await reader.go_to("vote")
        await reader.press("p")
        reader.screen.ask(as_of="2012-01-31")
        await reader.settle()
        await reader.press("x", "enter")
        rows = (own_folder / "events-as-of-2012-01-31.csv").read_text("utf-8").splitlines()
        assert [row.partition(",")[0] for row in rows[1:]].count("since") == 0
        assert len(rows) - 1 == len(reader.ids)
        assert "as of 31 Jan 2012" in reader.said
        await reader.press("w", "t")
        assert "AS OF 31 Jan 2012" in reader.clipboard
        assert "Briefing: 1 event." in reader.clipboard
        await reader.go_to("vote")
        await reader.press("Y")
        assert reader.clipboard.startswith("AS OF 31 Jan 2012")


async def test_a_folded_list_is_exported_whole(own_folder: Path) -> None:
    async with reading() as reader:
        await reader.press("z", "x", "enter")
        content = (own_folder / "events.csv").read_text("utf-8")
        assert content.count("\n") == 61


@pytest.mark.slow
async def test_typing_replaces_the_name_of_a_file_and_adds_to_a_note(own_folder: Path) -> None:
    async with reading() as reader:
        await reader.go_to("vote")
        await reader.press("m", "a", "enter", "m", "b", "enter")
        assert "◆ ab" in reader.detail
        await reader.press("x", "o", "k", "enter", "enter")
        assert (own_folder / "ok").exists()


@pytest.mark.parametrize(
    ("name", "begins"),
    mostly_slow(
        [
            ("shown.json", b'{\n  "version": 1'),
            ("shown.html", b"<!DOCTYPE html>"),
            ("shown.ics", b"BEGIN:VCALENDAR\r\n"),
            ("shown.xlsx", b"PK"),
        ],
        [("shown.xlsx", b"PK")],
        several=True,
    ),
)
async def test_what_is_shown_is_exported_in_the_format_of_its_name(
    own_folder: Path, name: str, begins: bytes
) -> None:
    async with reading() as reader:
        reader.screen.ask(query="topic:ferries")
        await reader.pilot.app.workers.wait_for_complete()
        await reader.press("x")
        await reader.type(name)
        await reader.press("enter")
        assert (own_folder / name).read_bytes().startswith(begins)


async def test_a_format_that_is_not_installed_is_said(
    own_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    async with reading() as reader:
        await reader.press("x")
        await reader.type("shown.xlsx")
        await reader.press("enter")
        assert "kztimeline[xlsx]" in reader.hint
        assert list(own_folder.iterdir()) == []


async def test_a_briefing_says_what_was_asked(own_folder: Path) -> None:
    async with reading() as reader:
        reader.screen.ask(query="topic:ferries")
        await reader.pilot.app.workers.wait_for_complete()
        await reader.press("w", "f", "t")
        await reader.type("page.html")
        await reader.press("enter")
        written = (own_folder / "page.html").read_text("utf-8")
        assert "<p>Selection: on ferries · made " in written


@pytest.mark.slow
async def test_pins_that_the_filter_hides_are_not_what_a_briefing_is_of_at_first() -> None:
    async with reading(size=(80, 24)) as reader:
        for identifier in ("press", "strike"):
            await reader.go_to(identifier)
            await reader.press("p")
        await reader.press("w")
        assert "Copy a briefing: 2 pinned events" in reader.picture
        assert f"{len(reader.ids)} events shown" in reader.picture
        await reader.press("escape", "f", *"topic:ferries -strike", "enter", "w")
        shown = len(reader.ids)
        assert f"Copy a briefing: {shown} events shown" in reader.picture
        assert "s Instead … 2 pinned events" in reader.picture
        await reader.press("h")
        assert f"Headlines: {shown} events." in reader.clipboard
        await reader.press("w", "s", "h")
        assert "Headlines: 2 events." in reader.clipboard


async def test_an_export_says_that_it_is_of_what_is_shown_and_not_of_the_pins(
    own_folder: Path,
) -> None:
    async with reading(size=(80, 24)) as reader:
        await reader.press("p", "f", *"ito", "enter", "x")
        assert f"{len(reader.ids)} events shown, not the pins · enter" in reader.picture
        await reader.press("enter")
        assert f"Wrote {len(reader.ids)} events shown, not the pins, to " in reader.said
        assert (own_folder / "events-ito.csv").exists()


async def test_the_first_lines_of_a_form_are_seen_before_it_is_copied() -> None:
    async with reading(size=(80, 24)) as reader:
        await reader.press("w")
        assert "Headlines: 60 events." in reader.picture
        await reader.press("j")
        assert "One page: " in reader.picture
        assert reader.clipboard == ""
    async with reading(size=(60, 14)) as reader:
        await reader.press("w")
        assert "Headlines: 60 events." not in reader.picture
        assert "f File" in reader.picture


async def test_the_citations_of_all_pins_are_copied_each_once() -> None:
    async with reading() as reader:
        for identifier in ("press", "strike"):
            await reader.go_to(identifier)
            await reader.press("p")
        await reader.press("w", "c")
        timeline = reader.screen.session.timeline
        for identifier in ("press", "strike"):
            for cited in citations(timeline, timeline.event(identifier)):
                assert reader.clipboard.splitlines().count(cited) == 1


@pytest.mark.slow
async def test_a_briefing_without_a_suffix_or_of_very_much_is_written_when_confirmed(
    own_folder: Path,
) -> None:
    async with reading() as reader:
        await reader.press("p", "w", "f", "t")
        await reader.type("wfp")
        await reader.press("enter")
        assert "wfp does not end in .txt" in reader.picture
        assert not (own_folder / "wfp").exists()
        await reader.press("enter")
        assert (own_folder / "wfp").exists()
    app = TimelineApp(large(150))
    async with app.run_test(size=SIZE) as pilot:
        reader = Reader(app, pilot)
        await reader.settle()
        await reader.press("w", "s", "f", "t")
        await reader.type("all.txt")
        await reader.press("enter")
        assert "These are 150 events; enter again writes them all" in reader.picture
        assert not (own_folder / "all.txt").exists()
        await reader.press("enter")
        assert (own_folder / "all.txt").exists()


@pytest.mark.parametrize(
    ("keys", "suffix"), mostly_slow([("x", "csv"), ("wft", "txt")], [("x", "csv")], several=True)
)
async def test_a_folder_that_is_missing_is_to_be_made_first(keys: str, suffix: str) -> None:
    async with reading(size=(80, 24)) as reader:
        await reader.press(*keys)
        await reader.type(f"/nowhere/at/all.{suffix}")
        await reader.press("enter")
        assert f"{suffix} cannot be written: No such file or directory." in reader.picture
        assert "Make its folder first, or name a file in another." in reader.picture


@pytest.mark.parametrize("size", mostly_slow([(80, 24), (60, 30), (120, 40)], [(80, 24)]))
async def test_the_preview_of_a_briefing_is_as_wide_as_its_box(size: tuple[int, int]) -> None:
    note = " ".join(f"on{n}" for n in range(40))
    async with reading(size=size) as reader:
        await reader.go_to("markup")
        await reader.press("m", *note, "enter", "w", "j")
        region = reader.app.screen.query_one(Items).content_region
        lines = [line[region.x : region.right] for line in reader.drawn()]
        drawn = " ".join(" ".join(lines[region.y : region.bottom]).split())
        drawn = re.split(" Sources:| … [0-9]+ more", drawn)[0]
        shown = drawn[drawn.index("on0") :]
        assert note.startswith(shown)
        assert len(shown) > 40


def preview_drawn(reader: Reader) -> list[str]:
    """Return the lines below the choices of the menu, with the rule above them."""
    inside = [line.rstrip() for line in lines(reader.app.screen.query_one(Items)).split("\n")]
    rule = next(number for number, line in enumerate(inside) if line.startswith("─"))
    return inside[rule:]


@pytest.mark.parametrize("size", mostly_slow([(80, 24), (120, 40), (200, 60)], [(120, 40)]))
@pytest.mark.parametrize("key", ["h", "t"])
async def test_a_preview_fills_its_box_and_goes_on_to_its_end(
    size: tuple[int, int], key: str
) -> None:
    async with reading(size=size) as reader:
        await reader.press("w", *({"h": "", "t": "jj"}[key]))
        seen: list[str] = []
        while True:
            rule, *page, last = preview_drawn(reader)
            assert rule.startswith("─ … " if seen else "────")
            assert reader.app.screen.query_one(Items).region.height >= size[1] - 2
            if not last.startswith("… "):
                seen += [*page, last]
                break
            assert all(line or page[n - 1] for n, line in enumerate(page) if n)
            left, seen = int(last.split()[1]), [*seen, *page]
            await reader.press("pagedown")
        await reader.press("pagedown")
        assert preview_drawn(reader)[-1] == last
        await reader.press("pageup")
        assert preview_drawn(reader)[-1].startswith("… ")
        await reader.press(key)
    copied = (user_state() / "copied.txt").read_text(encoding="utf-8")
    assert "".join("".join(seen).split()) == "".join(copied.split())
    assert left < len(copied.splitlines())


async def test_the_wheel_scrolls_a_preview() -> None:
    async with reading(size=(80, 24)) as reader:
        await reader.press("w")
        rule, *page = preview_drawn(reader)
        await reader.wheel(MouseScrollDown, "Items", 2)
        above, *further = preview_drawn(reader)
        assert above.startswith("─ … ")
        assert further[:5] == page[6:11]
        await reader.wheel(MouseScrollUp, "Items", 9)
        assert preview_drawn(reader) == [rule, *page]


async def test_a_briefing_that_fits_is_previewed_whole() -> None:
    async with reading() as reader:
        for identifier in ("vote", "press"):
            await reader.go_to(identifier)
            await reader.press("p")
        await reader.press("w")
        assert "[1]" in preview_drawn(reader)[-1] or "Sources" in " ".join(preview_drawn(reader))
        assert "more line" not in reader.picture
        before = preview_drawn(reader)
        await reader.press("pagedown", "pageup")
        assert preview_drawn(reader) == before


async def test_a_file_is_said_to_need_a_form_first() -> None:
    async with reading() as reader:
        await reader.press("w")
        assert "File … .txt, .md or .html: choose a form" in reader.picture


@pytest.mark.parametrize("key", mostly_slow([">", "w", "V", ":", "?"], ["w", ">", ":"]))
async def test_the_last_line_names_no_key_while_a_dialog_has_them(key: str) -> None:
    async with reading() as reader:
        await reader.go_to("vote")
        named = reader.drawn()[-1]
        assert named.endswith("q quit")
        await reader.press(key)
        assert "q quit" not in reader.drawn()[-1]
        assert reader.drawn()[-1].strip("╰─╯ ") == "" or key == "?"
        await reader.press("escape")
        assert reader.drawn()[-1] == named


async def test_what_is_said_is_read_below_a_dialog() -> None:
    async with reading() as reader:
        await reader.press("w")
        reader.screen.say("Reloaded: no changes (60 events).")
        await reader.settle()
        assert reader.drawn()[-1] == " Reloaded: no changes (60 events)."

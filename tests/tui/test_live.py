"""Files that change while they are on the screen."""

from __future__ import annotations

import os
import subprocess
import weakref
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from pathlib import Path
from types import SimpleNamespace

import pytest

from kztimeline.loading.cache import load_timeline
from kztimeline.session.reconcile import changes, successor
from kztimeline.tui import _application
from kztimeline.tui.commands.editing import editing_command, user_editor
from kztimeline.tui.screens import files
from kztimeline.tui.workspace.file_watcher import PERIOD, FileWatcher
from tests.files import event, timeline, write
from tests.sampling import mostly_slow
from tests.tui.driving import Reader, reading
from tests.tui.sample import event as made
from tests.tui.sample import timeline_of

EVENTS = [
    event("one", "1992-03-02", title="Envoy speaks"),
    event("two", "1993-05-06", "home", title="Parliament votes"),
    event("three", "1994-07-08", title="Envoy leaves"),
]


@asynccontextmanager
async def on_file(folder: Path) -> AsyncIterator[tuple[Reader, Path]]:
    path = write(folder, timeline(*EVENTS))
    async with reading(load_timeline(path)) as reader:
        reader.screen.files.start()
        yield reader, path


async def until(reader: Reader, selector: str, text: str) -> None:
    await reader.until(lambda: reader.app.screen.query(selector) and text in reader.text(selector))


@pytest.mark.slow
async def test_an_edited_file_appears_in_place(tmp_path: Path) -> None:
    async with on_file(tmp_path) as (reader, _path):
        await reader.press("f")
        await reader.type("track:away")
        await reader.press("enter", "j")
        assert (reader.here, reader.ids) == ("three", ["one", "three"])
        added = event("four", "1993-01-01", title="Envoy returns")
        write(tmp_path, timeline(*EVENTS[:2], added, EVENTS[2].replace("leaves", "goes home")))
        await until(reader, "#events", "Envoy goes home")
        assert (reader.here, reader.ids) == ("three", ["one", "four", "three"])
        assert "Envoy goes home" in reader.text("#detail")
        assert "3 of 4" in reader.line("#title")
        assert "1 new, 1 changed; now 4 events" in reader.line("#footer")
        await reader.press("u")
        assert len(reader.ids) == 4


def test_a_change_is_read_when_it_has_stood_for_one_look(tmp_path: Path) -> None:
    path = write(tmp_path, timeline(*EVENTS))
    watcher = FileWatcher(path)
    assert not watcher.look()
    write(tmp_path, timeline(*EVENTS[:2]))
    assert [watcher.look() for _ in range(2)] == [False, True]
    assert 2 * PERIOD < 1


@pytest.mark.slow
async def test_a_broken_file_is_explained_over_the_last_good_timeline(tmp_path: Path) -> None:
    async with on_file(tmp_path) as (reader, _path):
        write(tmp_path, timeline(*EVENTS).replace("1993-05-06", "1993-02-30"))
        await until(reader, "#problems", "1993-02-30")
        line = timeline(*EVENTS).split("1993-05-06")[0].count("\n") + 1
        assert f"events.yaml, line {line}, column 11" in reader.text("#problems")
        assert "Parliament votes" in reader.text("#events")
        await reader.press("j")
        assert reader.here == "two"
        write(tmp_path, timeline(*EVENTS).replace("1993-05-06", "1993-02-28"))
        await until(reader, "#events", "28 Feb")
        assert not reader.app.screen.query("#problems")
        assert reader.here == "two"


@pytest.mark.slow
async def test_more_problems_are_counted(tmp_path: Path) -> None:
    async with on_file(tmp_path) as (reader, _path):
        text = timeline(*EVENTS).replace("importance: 2", "importance: 7")
        write(tmp_path, text)
        await until(reader, "#problems", "2 more")
        write(tmp_path, text.replace("importance: 7", "importance: 1", 1))
        await until(reader, "#problems", "1 more")


@pytest.mark.slow
async def test_a_card_beside_the_timeline_is_watched_too(tmp_path: Path) -> None:
    async with on_file(tmp_path) as (reader, _path):
        write(tmp_path / "seeds", "sha256: [", "001.yaml")
        await until(reader, "#problems", "001.yaml")
        (tmp_path / "seeds" / "001.yaml").unlink()
        await until(reader, "#footer", "Reloaded")
        assert not reader.app.screen.query("#problems")


@pytest.mark.slow
async def test_a_filter_that_can_no_longer_be_read_is_dropped(tmp_path: Path) -> None:
    async with on_file(tmp_path) as (reader, _path):
        await reader.press("f", *"topic", ":", *"talks", "enter")
        text = timeline(*EVENTS).replace("id: talks\n    name: Talks", "id: chat\n    name: Chat")
        write(tmp_path, text.replace("topics: [talks]", "topics: [chat]"))
        await until(reader, "#footer", "is dropped")
        assert reader.screen.session.view.query == ""
        assert len(reader.ids) == len(EVENTS)


@pytest.mark.slow
async def test_what_is_being_typed_survives(tmp_path: Path) -> None:
    async with on_file(tmp_path) as (reader, _path):
        await reader.press("f", *"leaves")
        write(tmp_path, timeline(*EVENTS[1:]))
        await until(reader, "#title", "1 of 2")
        await reader.press(*"x", "backspace", "enter")
        assert reader.screen.session.view.query == "leaves"
        assert reader.here == "three"
        await reader.press("u")
        assert reader.here == "two"


@pytest.mark.slow
async def test_a_timeline_can_become_empty_and_fill_again(tmp_path: Path) -> None:
    async with on_file(tmp_path) as (reader, _path):
        head = timeline(*EVENTS).split("events:\n")[0]
        write(tmp_path, head + "events: []\n")
        await until(reader, "#events", "no events")
        await reader.press("j", "enter", "escape")
        write(tmp_path, timeline(*EVENTS))
        await until(reader, "#events", "Envoy speaks")
        assert reader.here == "one"


LEAVE = {"reading": ["enter"], "its sources": ["enter", "i"], "a comparison": ["M", "j", "M"]}


@pytest.mark.parametrize("page", mostly_slow(LEAVE, ["reading"]))
async def test_the_page_of_an_event_that_is_gone_gives_way_to_the_list(
    tmp_path: Path, page: str
) -> None:
    async with on_file(tmp_path) as (reader, _path):
        await reader.press(*({"a comparison": []}.get(page, ["j"])), *LEAVE[page])
        assert "Envoy leaves" not in reader.picture
        write(tmp_path, timeline(EVENTS[0], EVENTS[2]))
        await reader.until_drawn("The event you were reading is gone: “Parliament votes”.")
        assert "Reloaded: 1 gone; now 2 events." in reader.picture
        assert reader.screen.session.view.page == ""
        assert not reader.screen.session.view.reading
        assert {"Envoy speaks", "Envoy leaves"} <= set(titles_in_list(reader))


def titles_in_list(reader: Reader) -> list[str]:
    return [title for title in ("Envoy speaks", "Envoy leaves") if title in reader.text("#events")]


async def test_an_event_that_is_gone_from_the_list_is_named(tmp_path: Path) -> None:
    async with on_file(tmp_path) as (reader, _path):
        await reader.press("j")
        write(tmp_path, timeline(EVENTS[0], EVENTS[2]))
        await reader.until_drawn("The selected event is gone: “Parliament votes”.")
        write(tmp_path, timeline(EVENTS[2]))
        await reader.until_drawn("Reloaded: 1 gone; now 1 event.")
        assert "selected event is gone" not in reader.picture


@pytest.mark.slow
async def test_an_event_measured_from_that_is_gone_is_named_and_no_longer_compared(
    tmp_path: Path,
) -> None:
    async with on_file(tmp_path) as (reader, _path):
        await reader.press("M", "j", "M")
        write(tmp_path, timeline(*EVENTS[1:]))
        await reader.until_drawn("The event measured from is gone: “Envoy speaks”.")
        assert reader.here == "two"
        assert "Envoy leaves" in reader.text("#events")


@pytest.mark.slow
async def test_the_page_of_a_day_outlasts_the_event_it_was_opened_over(tmp_path: Path) -> None:
    async with on_file(tmp_path) as (reader, _path):
        await reader.press("j", "r")
        before = reader.text("#day")
        write(tmp_path, timeline(EVENTS[0], EVENTS[2]))
        await reader.until_drawn("Reloaded: 1 gone; now 2 events.")
        assert reader.screen.session.view.page == "day"
        assert reader.text("#day").split("\n")[0] == before.split("\n")[0]
        assert "Parliament votes" not in reader.text("#day")


@pytest.mark.parametrize(
    ("note", "kept"),
    mostly_slow([("budget", "note"), ("", "pin")], [("budget", "note")], several=True),
)
async def test_a_note_on_an_event_that_has_gone_meanwhile_names_it(
    tmp_path: Path, note: str, kept: str
) -> None:
    async with on_file(tmp_path) as (reader, _path):
        await reader.press("j", "m")
        assert "a note on “Parliament votes” for your briefing" in reader.picture
        write(tmp_path, timeline(EVENTS[0], EVENTS[2]))
        await reader.until(lambda: len(reader.screen.session.timeline.events) == 2)
        await reader.press(*note, "enter")
        said = f"“Parliament votes” is gone from the timeline; its {kept} is kept for its return."
        assert said in reader.picture
        write(tmp_path, timeline(*EVENTS))
        await reader.until_drawn("Reloaded: 1 new; now 3 events.")
        await reader.press("k")
        assert "◆" in reader.picture


async def test_reload_reads_at_once(tmp_path: Path) -> None:
    async with on_file(tmp_path) as (reader, _path):
        await reader.press("R")
        assert "no changes (3 events)" in reader.line("#footer")


async def test_no_file_no_reload() -> None:
    async with reading() as reader:
        assert not {"edit", "reload"} & {action.id for action in reader.screen.possible_actions()}


@pytest.fixture
def editors(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of commands in the path, where editors of some names are found."""
    folder = tmp_path_factory.mktemp("bin")
    for name in ("vi", "code"):
        write(folder, "#!/bin/sh\n", name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")
    return folder


@pytest.fixture
def started(editors: Path, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    commands: list[list[str]] = []

    def run(command: list[str], check: bool) -> SimpleNamespace:
        commands.append(command)
        return SimpleNamespace(returncode=0)

    monkeypatch.setattr(subprocess, "run", run)
    return commands


async def test_the_editor_opens_the_event_at_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, started: list[list[str]]
) -> None:
    monkeypatch.setenv("EDITOR", "vi -n")
    async with on_file(tmp_path) as (reader, path):
        monkeypatch.setattr(reader.app, "suspend", nullcontext)
        await reader.press("j", "E")
        line = path.read_text().splitlines().index("  - id: two") + 1
        assert started == [["vi", "-n", f"+{line}", str(path)]]


@pytest.mark.slow
async def test_the_editor_opens_the_place_of_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, started: list[list[str]]
) -> None:
    monkeypatch.setenv("VISUAL", "code")
    async with on_file(tmp_path) as (reader, path):
        monkeypatch.setattr(reader.app, "suspend", nullcontext)
        write(tmp_path, timeline(*EVENTS).replace("1993-05-06", "1993-02-30"))
        await until(reader, "#problems", "E opens the line")
        await reader.press("E")
        line = timeline(*EVENTS).split("1993-05-06")[0].count("\n") + 1
        assert started == [["code", "-g", f"{path}:{line}"]]


async def test_what_is_saved_in_the_editor_is_there_on_return(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = write(tmp_path, f"sed -i s/speaks/shouts/ {tmp_path}/events.yaml\n", "edit.sh")
    monkeypatch.setenv("EDITOR", f"sh {script}")
    async with on_file(tmp_path) as (reader, _path):
        monkeypatch.setattr(reader.app, "suspend", nullcontext)
        await reader.press("E")
        await until(reader, "#events", "Envoy shouts")


@pytest.mark.parametrize(
    ("editor", "said"),
    mostly_slow(
        [
            ("false", "ended with code 1"),
            ("", "No editor set"),
            ("no-such-editor", "no-such-editor could not be started"),
            ("'open", "cannot be read"),
        ],
        [("false", "ended with code 1")],
        several=True,
    ),
)
async def test_an_editor_that_does_not_work_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, editor: str, said: str
) -> None:
    monkeypatch.setenv("EDITOR", editor)
    async with on_file(tmp_path) as (reader, _path):
        monkeypatch.setattr(reader.app, "suspend", nullcontext)
        await reader.press("E")
        assert said in reader.line("#footer")


async def test_a_terminal_that_cannot_be_lent_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, editors: Path
) -> None:
    monkeypatch.setenv("EDITOR", "vi")
    async with on_file(tmp_path) as (reader, _path):
        await reader.press("E")
        assert "Cannot open an editor" in reader.line("#footer")


@pytest.mark.parametrize(
    ("editor", "command"),
    [
        ("vim", ["vim", "+7", "t.yaml"]),
        ("/usr/bin/nano -w", ["/usr/bin/nano", "-w", "+7", "t.yaml"]),
        ("emacs", ["emacs", "+7", "t.yaml"]),
        ("codium --wait", ["codium", "--wait", "-g", "t.yaml:7"]),
        ("ed", ["ed", "t.yaml"]),
    ],
)
def test_editors_are_told_the_line_in_their_own_way(editor: str, command: list[str]) -> None:
    words = user_editor({"EDITOR": editor})
    assert editing_command(words, Path("t.yaml"), 7) == command


def test_visual_comes_before_editor() -> None:
    assert user_editor({"VISUAL": "vim", "EDITOR": "ed"}) == ["vim"]
    assert user_editor({"VISUAL": "", "EDITOR": "ed"}) == ["ed"]
    assert user_editor({}) == []


def test_the_cursor_goes_to_the_next_event_in_time_where_its_own_has_gone() -> None:
    first, second, third = made("a", "1992", "A"), made("b", "1993", "B"), made("c", "1994", "C")
    before = timeline_of([first, second, third])
    assert successor(before, before, "b") == "b"
    assert successor(before, timeline_of([first, third]), "b") == "c"
    assert successor(before, timeline_of([first]), "b") == "a"
    assert successor(before, timeline_of([]), "b") is None
    assert successor(timeline_of([]), before, None) == "a"
    assert changes(before, timeline_of([first, made("b", "1993", "Other")])) == (
        "1 changed, 1 gone; now 2 events"
    )


def test_kept_versions_are_compared_as_they_are_kept(tmp_path: Path, own_cache: None) -> None:
    path = write(tmp_path, timeline(*EVENTS))
    load_timeline(path)
    before = load_timeline(path)
    write(tmp_path, "# moved down by a line\n" + timeline(*EVENTS))
    load_timeline(path)
    assert changes(before, load_timeline(path)) == "no changes (3 events)"
    added = event("four", "1993-01-01", title="Envoy returns")
    write(tmp_path, timeline(added, EVENTS[1].replace("votes", "sits"), EVENTS[2]))
    first = load_timeline(path)
    for after in (first, load_timeline(path)):
        assert changes(before, after) == "1 new, 1 changed, 1 gone; now 3 events"


@pytest.mark.slow
async def test_an_earlier_version_is_not_kept_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MANY", 0)
    path = write(tmp_path, timeline(*EVENTS))
    made = [_application(load_timeline(path), None, None, None)]
    async with made[0].run_test() as pilot:
        app = made[0]
        session = app.session
        reader = Reader(app, pilot)
        await reader.until(lambda: session.search.is_ready)
        earlier = [weakref.ref(each) for each in (session.timeline, session.search)]
        write(tmp_path, timeline(*EVENTS[:2]))
        await reader.until(lambda: len(session.timeline.events) == 2)
        await reader.until(lambda: not any(each() for each in earlier))

"""Pins and notes: kept by timeline, whatever else is in their file."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from kztimeline.session.pins import Pins, PinState, change_pins, load_pins
from kztimeline.session.state.state_files import state_file
from tests.commands import kzt
from tests.files import event, timeline, write
from tests.tui.sample import sample


def test_a_pin_taken_off_keeps_its_note() -> None:
    pins = Pins().noted("vote", "Ask.").without_pin("vote")
    assert "vote" not in pins
    assert pins.notes_of_pinned() == {}
    assert pins.with_pin("vote").notes_of_pinned() == {"vote": "Ask."}


def test_an_empty_note_is_none() -> None:
    assert Pins().noted("vote", "Ask.").noted("vote", "") == Pins(("vote",), {})


@dataclass(frozen=True)
class LaterPins(Pins):
    """Pins as a later version may know them."""

    colour: str = ""


def test_what_else_a_pin_stores_outlives_every_change() -> None:
    pins = LaterPins(("vote",), {}, "red")
    changed = [pins.without_pin("vote"), pins.with_pin("press"), pins.noted("vote", "Ask.")]
    changed.append(pins.with_state("vote", PinState(True, "Ask.")))
    assert all(each == replace(pins, pinned=each.pinned, notes=each.notes) for each in changed)


def test_pins_come_back_and_other_timelines_have_their_own(tmp_path: Path) -> None:
    one = replace(sample(), path=str(tmp_path / "one.yaml"))
    other = replace(sample(), path=str(tmp_path / "other.yaml"))
    change_pins(one, lambda pins: pins.noted("vote", "Ask."))
    change_pins(other, lambda pins: pins.with_pin("press"))
    assert load_pins(one) == (Pins(("vote",), {"vote": "Ask."}), "")
    assert load_pins(other)[0].pinned == ("press",)


@pytest.mark.parametrize("place", range(4))
def test_a_pin_comes_back_to_its_place(place: int) -> None:
    order = ("a", "b", "c", "d")
    pins, gone = Pins(order), order[place]
    state = pins.state_of(gone)
    assert pins.without_pin(gone).with_state(gone, state) == pins
    others = pins.without_pin(gone).without_pin("b").with_pin("e")
    came_back = [each for each in order if each not in {"b"} - {gone}]
    assert others.with_state(gone, state).pinned == (*came_back, "e")


def test_two_windows_keep_each_others_pins() -> None:
    made = sample()
    change_pins(made, lambda pins: pins.with_pin("vote"))
    assert change_pins(made, lambda pins: pins.with_pin("press"))[0].pinned == ("vote", "press")


def test_pins_of_events_that_are_gone_are_kept() -> None:
    made = sample()
    change_pins(made, lambda pins: pins.noted("gone", "Was here."))
    change_pins(made, lambda pins: pins.with_pin("vote"))
    assert load_pins(made)[0].notes == {"gone": "Was here."}
    assert load_pins(made)[0].pinned == ("gone", "vote")


def test_what_is_no_pin_is_left_out() -> None:
    data = {"pinned": ["vote", 3, None, "vote"], "notes": {"vote": "Ask.", "press": 4}}
    assert Pins.from_data(data) == Pins(("vote",), {"vote": "Ask."})
    assert Pins.from_data({"pinned": "vote", "notes": ["x"]}) == Pins()


def test_a_damaged_file_is_set_aside_and_said() -> None:
    path = state_file("pins")
    path.parent.mkdir(parents=True)
    path.write_text("{not json", encoding="utf-8")
    pins, notice = load_pins(sample())
    assert pins == Pins()
    assert "damaged" in notice
    assert [each.read_text("utf-8") for each in path.parent.glob("*damaged*")] == ["{not json"]


def pin(path: Path, *identifiers: str, **notes: str) -> None:
    data = {str(path.resolve()): {"pinned": identifiers, "notes": notes}}
    state_file("pins").parent.mkdir(parents=True, exist_ok=True)
    state_file("pins").write_text(json.dumps(data), encoding="utf-8")


def three(folder: Path) -> Path:
    events = (
        event("one", "1992-03-02", title="Envoy speaks"),
        event("two", "1993", "home", title="Harbour opens"),
        event("three", "1994-05", title="Harbour closes"),
    )
    return write(folder, timeline(*events))


def test_the_command_takes_ids_or_a_query(tmp_path: Path) -> None:
    path = three(tmp_path)
    by_id = kzt("briefing", "two", "one", "-t", path).stdout
    assert by_id.index("Envoy speaks") < by_id.index("Harbour opens")
    assert "Harbour closes" not in by_id
    by_query = kzt("briefing", "harbour", "-in:1993", "-t", path).stdout
    assert "Harbour closes" in by_query
    assert "Harbour opens" not in by_query


def test_the_command_writes_the_pins_with_their_notes(tmp_path: Path) -> None:
    path = three(tmp_path)
    pin(path, "three", "gone", three="Ask why.", one="Not pinned.")
    run = kzt("briefing", "--pinned", "--format", "text", "-t", path)
    assert run.returncode == 0
    assert "Briefing: 1 event." in run.stdout
    assert "> Ask why." in run.stdout
    assert "Not pinned." not in kzt("briefing", "-t", path).stdout


def test_what_is_said_beside_the_pins_is_of_pinned_events(tmp_path: Path) -> None:
    path = three(tmp_path)
    pin(path, "one", "two")
    run = kzt("briefing", "in:1993-07..1994", "--pinned", "-t", path)
    assert "Harbour opens" in run.stdout
    assert "Harbour closes" not in run.stdout
    assert "1 event, only a possible match (its date allows other days, too)" in run.stderr
    certain = kzt("briefing", "in:1993-07..1994", "--certain", "--pinned", "-t", path)
    assert certain.returncode == 1
    assert "none of these events is pinned" in certain.stderr


def test_pins_among_ids_and_as_of_a_day(tmp_path: Path) -> None:
    path = three(tmp_path)
    pin(path, "one", "three")
    run = kzt("briefing", "three", "two", "one", "--pinned", "--as-of", "1993", "-t", path)
    assert "Envoy speaks" in run.stdout
    assert "Harbour" not in run.stdout
    other = kzt("briefing", "two", "--pinned", "-t", path)
    assert (other.returncode, other.stdout) == (1, "")
    assert "none of these events is pinned" in other.stderr


def test_the_command_says_that_nothing_is_pinned(tmp_path: Path) -> None:
    run = kzt("briefing", "--pinned", "-t", three(tmp_path))
    assert run.returncode == 1
    assert run.stdout == ""
    assert "no event is pinned" in run.stderr


def test_the_command_writes_a_file_and_no_second_time_unasked(tmp_path: Path) -> None:
    path, output = three(tmp_path), tmp_path / "page.txt"
    assert "3 events written" in kzt("briefing", "-o", output, "-t", path).stderr
    assert output.read_text("utf-8").startswith("Two countries\n")
    again = kzt("briefing", "one", "-o", output, "-t", path)
    assert again.returncode == 1
    assert "--force" in again.stderr
    assert "Harbour opens" in output.read_text("utf-8")

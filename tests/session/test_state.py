"""State files: kept whole, by timeline, and set aside when damaged."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kztimeline.session.state.state_files import (
    change_for,
    load_for,
    load_state,
    state_file,
    timeline_key,
)
from kztimeline.session.state.view_records import read_view, view_to_dict
from kztimeline.session.view import View
from kztimeline.timeline.model import Timeline
from tests.tui.sample import sample


def test_nothing_kept_is_an_empty_object() -> None:
    assert load_state("pins").data == {}


def test_what_was_saved_comes_back() -> None:
    data = {"a": [1, "Қазақстан", "\ud800"], "b": {"c": None}}
    assert change_for("pins", sample(), lambda _before: data) == ""
    assert load_for("pins", sample()) == (data, "")
    assert "Қазақстан" in state_file("pins").read_text(encoding="utf-8")


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff\xfe", b"[" * 100_000, b"null"])
def test_a_damaged_file_is_set_aside_and_said_so(content: bytes) -> None:
    path = state_file("pins")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    data, notice, _ = load_state("pins")
    aside = path.with_name("pins.json.damaged")
    assert data == {}
    assert str(path) in notice
    assert aside.name in notice
    assert aside.read_bytes() == content
    assert not path.exists()


def test_a_second_damaged_file_does_not_replace_the_first() -> None:
    for content in (b"one", b"two"):
        state_file("pins").parent.mkdir(parents=True, exist_ok=True)
        state_file("pins").write_bytes(content)
        load_state("pins")
    kept = sorted(path.read_bytes() for path in state_file("pins").parent.glob("*.damaged*"))
    assert kept == [b"one", b"two"]


def test_an_unreadable_file_is_left_alone() -> None:
    path = state_file("pins")
    path.mkdir(parents=True)
    data, notice, _ = load_state("pins")
    assert data == {}
    assert "cannot be read" in notice
    assert path.is_dir()


def test_each_timeline_has_its_own(builtin: Timeline) -> None:
    other = replace(builtin, path="/elsewhere/events.yaml")
    change_for("pins", builtin, lambda _own: {"pin": 1})
    change_for("pins", other, lambda own: {**own, "pin": 2})
    change_for("pins", builtin, lambda own: {**own, "note": "x"})
    assert load_for("pins", builtin)[0] == {"pin": 1, "note": "x"}
    assert load_for("pins", other)[0] == {"pin": 2}


def test_the_built_in_timeline_keeps_its_name_wherever_it_is(builtin: Timeline) -> None:
    assert timeline_key(builtin) == "built-in"
    assert timeline_key(replace(builtin, path="/a/b.yaml")) == "/a/b.yaml"


@given(
    st.builds(
        View._replace,
        st.just(View()),
        query=st.text(),
        filtering=st.booleans(),
        find=st.text(),
        importance=st.sampled_from([1, 2, 3]),
        cursor=st.none() | st.text(),
        reading=st.booleans(),
    )
)
def test_a_view_survives_being_written_down(view: View) -> None:
    assert read_view(view_to_dict(view)).view == view


@pytest.mark.parametrize(
    "data",
    [None, [], "x", {"query": 3}, {"filtering": "no"}, {"importance": True}, {"unheard": "of"}],
)
def test_what_is_no_view_field_is_left_out(data: object) -> None:
    assert read_view(data).view == View()


def test_fields_of_the_right_type_are_taken_beside_others() -> None:
    assert read_view({"query": "a", "importance": "1", "x": 1}).view == View(query="a")

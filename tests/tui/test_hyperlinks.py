"""Hyperlinks of the terminal (OSC 8): what is sent, and where nothing is."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from pathlib import Path

import pytest

from kztimeline.export.plain_text import in_full, in_full_linked
from kztimeline.text.hyperlinks import hyperlink, target_of
from kztimeline.text.visible import visible_lines
from kztimeline.timeline.model import Citation

from ..commands import kzt
from .sample import event, timeline_of
from .terminal import Terminal, terminal

LINK = re.compile(rb"\x1b\]8;(?:id=\d+)?;(https?://[^\x1b]+)\x1b\\(.*?)\x1b\]8;;\x1b\\")


def sent(opened: Terminal, pattern: bytes, seconds: float = 30) -> bytes:
    """Return all that a terminal was sent until something came."""
    end = time.monotonic() + seconds
    while not re.search(pattern, opened.raw) and time.monotonic() < end:
        opened.read()
    return opened.raw


@pytest.mark.slow
@pytest.mark.parametrize("environment", [{}, {"NO_COLOR": "1"}], ids=["colours", "none"])
def test_a_source_on_the_screen_is_a_hyperlink_to_its_page(
    environment: dict[str, str], tmp_path: Path
) -> None:
    # A state of its own: what another test left must not be what is opened.
    own = {"XDG_STATE_HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path)}
    with terminal(size=(120, 40), environment=own | environment) as opened:
        opened.until("? help")
        opened.type("\r")
        opened.until("esc back")
        opened.type("G")
        found = LINK.findall(sent(opened, LINK.pattern))
        assert found, opened.picture
        assert all(target.startswith(b"http") for target, _text in found)
        assert any(re.search(rb"[a-z]{4}", text) for _target, text in found)


@pytest.mark.slow
def test_show_links_on_a_terminal_and_never_in_a_pipe() -> None:
    with terminal("show", "zhanaozen-2011", size=(100, 80)) as opened:
        assert opened.ended() == 0
        links = LINK.findall(opened.raw)
        assert {b"https" in target or b"http" in target for target, _text in links} == {True}
        assert len({target for target, _text in links}) > 5
        assert "stormed a stage set up for Independence Day" in opened.picture
    assert "\x1b" not in kzt("show", "zhanaozen-2011").stdout


@pytest.mark.slow
def test_a_dumb_terminal_gets_no_hyperlink() -> None:
    with terminal("show", "zhanaozen-2011", size=(100, 80), environment={"TERM": "dumb"}) as opened:
        assert opened.ended() == 0
        assert b"\x1b" not in opened.raw


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://a.example/\x1b]8;;https://b.example",
        "https://a.example/\x07",
        "ftp://a.example/",
        "",
        None,
    ],
)
def test_only_the_address_of_a_page_becomes_a_hyperlink(address: str | None) -> None:
    assert target_of(address) == ""
    assert hyperlink("words", address) == "words"


def test_an_address_is_sent_in_ascii() -> None:
    assert target_of("https://a.example/ж") == "https://a.example/%D0%B6"


def test_what_a_file_says_is_not_obeyed_beside_the_hyperlinks() -> None:
    hostile = "\x1b]8;;https://evil.example\x1b\\click\x1b]8;;\x1b\\\x1b[31m"
    made = timeline_of(
        [
            event(
                "one",
                "2012",
                f"Title {hostile}",
                summary=f"Summary {hostile}",
                sources=(Citation(source="gazette", says=f"It says {hostile}"),),
            )
        ]
    )
    (only,) = made.events
    sources = tuple(
        replace(each, title=f"{each.title} {hostile}", URL="https://page.example/a")
        if each.id == "gazette"
        else each
        for each in made.sources
    )
    made = replace(made, sources=sources)
    written = in_full_linked(made, only, 80)
    targets = set(re.findall(r"\x1b\]8;;([^\x1b]*)\x1b\\", written))
    assert targets == {"", "https://page.example/a"}
    bare = re.sub(r"\x1b\]8;;[^\x1b]*\x1b\\", "", written)
    assert "\x1b" not in bare
    assert bare == visible_lines(in_full(made, only, 80))

"""Text from outside, whatever it holds and whatever carries it: no command obeys or repeats it."""

from __future__ import annotations

import json
import os
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from kztimeline.export.briefing import BriefingFormat, paragraph, write_briefing
from kztimeline.export.markdown import markdown_link
from kztimeline.export.plain_text import in_full, one_line
from kztimeline.loading.locations import user_config, user_state
from kztimeline.text.visible import is_web_address, json_text, visible, visible_lines
from tests.commands import Ended, kzt
from tests.export.test_csv import write_csv
from tests.files import event, timeline, write
from tests.tui.driving import reading
from tests.tui.sample import event as made
from tests.tui.sample import timeline_of

OBEYED = "\x1b[31m\x1b]0;title\x07\x9b2J\r\x08\x7f"
TURNED = "\u202eleft\u2066\u2069\u200f\u061c"
HIDDEN = "\u200b\ufeff\u00ad\u2060\u180e\u3164\U000e0041"
FORGED = "\nkzt: everything is fine\n/etc/passwd:1:1: forged\u2028x\u0085y\x0bz"
PAYLOADS = {"obeyed": OBEYED, "turned": TURNED, "hidden": HIDDEN, "forged": FORGED}
each_payload = pytest.mark.parametrize(
    "payload",
    [
        pytest.param("".join(PAYLOADS.values()), id="all"),
        *(pytest.param(text, id=name, marks=pytest.mark.soak) for name, text in PAYLOADS.items()),
    ],
)
ALLOWED = {"\n"}


def shown_raw(text: str) -> set[str]:
    """Characters of a text that a terminal obeys, that turn others round, or that hide."""
    return {
        char
        for char in text
        if char not in ALLOWED
        and (
            unicodedata.category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
            or char in "\u3164\u115f\u1160\uffa0\u034f\u2800"
        )
    }


def assert_plain(run: Ended, where: object) -> None:
    for written in (run.stdout, run.stderr):
        assert not shown_raw(written.replace("\r\n", "\n")), where
        assert not re.search("^(kzt: everything|/etc/passwd)", written, re.MULTILINE), where
    assert "Traceback" not in run.stderr, where


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return write(tmp_path, timeline(event()))


def commands(payload: str, path: Path) -> Iterator[tuple[str | Path, ...]]:
    """Every command, with a hostile text in each place where one can be typed or named."""
    odd = payload.replace("/", "_").replace("\0", "")
    named = path.parent / f"a{odd}.yaml"
    named.write_text(timeline(event(title="Envoy *speaks")), encoding="utf-8")
    page = path.parent / f"b{odd}.txt"
    page.write_text(f"It was {payload} on 4 March 2011{payload}, and last month.", "utf-8")
    folder = path.parent / f"c{odd}"
    folder.mkdir(exist_ok=True)
    yield "list", "-t", named
    yield ("list", "-t", f"no{odd}")
    yield (f"no{odd}",)
    yield f"no{odd}", "-t", named
    yield "check", named
    yield "check", f"no{odd}", folder
    yield "check", "--format", "json", f"no{odd}", named
    yield "check", "--strict", named
    for query in (payload, f"in:{payload}", f"topic:{payload}", f'"{payload}"', f"@{payload}"):
        yield "list", "-t", named, "--", query
    yield "export", "-t", named, "--", payload
    yield "briefing", "-t", named, "--", payload
    yield "list", "-t", named, "--as-of", payload
    yield "show", payload, "one", "-t", named
    yield "export", "-t", named, "-o", f"no{odd}/x.csv"
    yield "export", "-t", named, "-o", f"x{odd}.csv"
    yield "export", "-t", named, "-o", f"x.{odd}"
    yield "export", "--schema", "-t", named, "-o", f"y{odd}.csv"
    yield "briefing", "-t", named, "-o", f"z{odd}.md"
    yield "briefing", "-t", named, "--format", payload
    for form in ("table", "csv", "jsonl", "stubs"):
        yield "extract", "--format", form, page
    yield "extract", "--explain", "--published", "2011-05-01", page
    yield "extract", "--published", payload, page
    yield "extract", f"no{odd}", folder
    yield "seeds", "-t", named
    options = ("--published", "2012-02-03", "-t", named)
    yield "seeds", "add", page, *options, "--title", "A page"
    plain = write(path.parent, "It was on 4 March 2011.", "plain.txt")
    for option in ("--title", "--publisher", "--author", "--basis", "--url", "--character", "--id"):
        given = ("--title", "A page") if option != "--title" else ()
        yield "seeds", "add", plain, *options, *given, option, payload
    yield "coverage", "-t", named, "--documents", f"no{odd}"
    yield "coverage", "-t", named, "--documents", folder
    yield "keys", "--format", payload
    yield "keys", payload
    yield (f"--{payload}",)
    yield "list", f"--{payload}=x"


@pytest.mark.slow
@each_payload
def test_no_command_repeats_what_is_typed_or_named(payload: str, place: Path) -> None:
    for arguments in commands(payload, place):
        assert_plain(kzt(*arguments), arguments)


FIELDS = {
    "title": "Envoy speaks",
    "date": "1992-03-02",
    "id": "one",
    "source": "gazette",
}


@each_payload
@pytest.mark.parametrize("form", ["plain", "escaped"])
def test_no_finding_repeats_what_a_field_holds(payload: str, form: str, place: Path) -> None:
    for field, value in FIELDS.items():
        hostile = value + (json.dumps(payload)[1:-1] if form == "escaped" else payload)
        text = timeline(event()).replace(f"{field}: {value}", f'{field}: "{hostile}"')
        place.write_text(text, encoding="utf-8")
        form_of = ("--format", "json") if field in ("title", "id") else ()
        assert_plain(kzt("check", *form_of, place), field)
    key = f'    "k{json.dumps(payload)[1:-1]}": 1\n'
    place.write_text(timeline(event() + key), encoding="utf-8")
    assert_plain(kzt("check", place), "a key")


@each_payload
def test_no_message_repeats_what_state_and_settings_hold(payload: str, place: Path) -> None:
    state = user_state()
    state.mkdir(parents=True)
    view = {"query": payload, "zoom": payload, "as_of": payload}
    views = {str(place): {"a": view, f"b{payload}": view, payload: payload}}
    (state / "views.json").write_text(json.dumps(views), encoding="utf-8")
    pins = {"pinned": ["one", [payload]], "notes": {"one": f"Ask{payload}", payload: [payload]}}
    (state / "pins.json").write_text(json.dumps({str(place): pins}), encoding="utf-8")
    user_config().mkdir(parents=True)
    quoted = json.dumps(payload)
    config = f"{quoted} = 1\ntheme = {quoted}\ndocuments = {quoted}\n[keys]\n{quoted} = {quoted}\n"
    (user_config() / "config.toml").write_text(config, encoding="utf-8")
    for arguments in (
        ("list", "@a", "-t", place),
        ("list", "@zz", "-t", place),
        ("briefing", "--pinned", "-t", place),
        ("briefing", "--pinned", "--format", "text", "-t", place),
        ("keys",),
        ("coverage", "-t", place),
    ):
        assert_plain(kzt(*arguments), arguments)
    run = kzt("list", env={**os.environ, "KZT_TIMELINE": payload, "KZT_DOCUMENTS": payload})
    assert_plain(run, "the environment")


@each_payload
def test_no_exporter_repeats_what_a_timeline_holds(payload: str) -> None:
    """A timeline that was read has none of it; what writes it does not trust in that."""
    hostile = made(
        "one", "2012-01-01", f"Title{payload}", "island", importance=1,
        place=payload, note=payload, attributed_to=payload,
    )  # fmt: skip
    whole = timeline_of([hostile])
    for form in BriefingFormat:
        written = write_briefing(whole, whole.events, {"one": payload}, form, payload)
        assert not shown_raw(written), form
    assert not shown_raw(paragraph(whole, whole.events[0], payload))
    for text in (in_full(whole, whole.events[0]), one_line(whole, whole.events[0])):
        assert not shown_raw(visible_lines(text))
    assert write_csv(whole, whole.events).count("kzt: everything") <= 5


async def test_the_frame_of_a_choice_shows_text_as_it_is() -> None:
    from kztimeline.tui.dialogs.choice import ChoiceDialog
    from kztimeline.tui.workspace.choices import Option

    async with reading(size=(80, 24)) as reader:
        title = f"Events that cite “[/red] [bold]{OBEYED}”"
        reader.app.push_screen(ChoiceDialog(title, [Option("x", f"[/b]{TURNED}", "[/]")]))
        await reader.settle()
        assert "[/red] [bold]" in reader.picture
        assert not shown_raw("".join(reader.drawn()))


# Addresses

ACTS = (
    "javascript:alert(1)", "JAVASCRIPT:alert(1)", "java\nscript:alert(1)", " javascript:x",
    "data:text/html,x", "file:///etc/passwd", "vbscript:x", "ftp://a.org/", "//a.org", "a.org",
    "http:javascript", "http:///x", "https://", "mailto:a@b.c", "http://a b", "http://x\x1b]8;;y",
    "http://a/\u202etxt", 'http://a/"on="x', "http://a/<script>", "http://[::1",
)  # fmt: skip


@pytest.mark.parametrize("address", ACTS)
def test_what_is_no_web_address_never_becomes_a_link(address: str) -> None:
    assert not is_web_address(address)
    assert "<" not in re.sub(r"\\.", "", markdown_link(address))


@pytest.mark.parametrize(
    "address", ["https://example.org/a?b=c#d", "HTTP://EXAMPLE.ORG", "http://қаз.kz/жол"]
)
def test_a_web_address_does(address: str) -> None:
    assert markdown_link(address) == f"<{address}>"


def test_a_browser_is_never_given_another_address(monkeypatch: pytest.MonkeyPatch) -> None:
    import webbrowser

    from kztimeline.tui.workspace.browser import open_in_browser

    monkeypatch.setattr(webbrowser, "get", lambda: pytest.fail("a browser was asked for"))
    assert not any(map(open_in_browser, ACTS))


def test_briefings_have_no_links_of_another_kind(place: Path) -> None:
    text = timeline(event()).replace("https://gazette.example/envoy", "javascript:alert(1)")
    place.write_text(text, encoding="utf-8")
    written = kzt("briefing", "-t", place).stdout
    assert "javascript:alert(1)" in written
    assert "<javascript" not in written


# The way out itself


def test_what_shows_stays() -> None:
    for text in ("Қазақстан — “x”", "👩\u200d🚀 🇰🇿", "می\u200cخواهم", "a  b", "é", "中国"):
        assert visible(text) == text
    assert visible("a\tb\nc") == "a b c"
    assert visible_lines("a\tb\nc") == "a b\nc"


def test_every_character_by_itself() -> None:
    for code in range(0x110000):
        char = chr(code)
        if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"}:
            shown = visible(f"a{char}b")
            assert len(shown) == 3
            assert shown == "a b" or "\u0600" <= char <= "\u08ff" or code >= 0x110BD, hex(code)


def test_json_says_the_same_in_letters_that_show() -> None:
    for payload in PAYLOADS.values():
        written = json_text(json.dumps([payload, "Қ"], ensure_ascii=False))
        assert not shown_raw(written)
        assert json.loads(written) == [payload, "Қ"]
        assert "Қ" in written

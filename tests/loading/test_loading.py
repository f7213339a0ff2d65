"""A timeline file is either read whole or refused with the place of everything wrong."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kztimeline.loading import loader as loading
from kztimeline.loading.cache import load_timeline
from kztimeline.loading.findings import FileError, Finding
from kztimeline.loading.loader import examine
from kztimeline.loading.yaml_nodes import compose_yaml
from kztimeline.timeline.model import LinkKind
from tests.commands import kzt
from tests.files import HEAD, event, timeline, write

pytestmark = pytest.mark.usefixtures("own_cache")


def findings(folder: Path, text: str) -> list[Finding]:
    path = write(folder, text)
    try:
        return examine(path, path.read_bytes())[0]
    except FileError as error:
        return error.findings


def test_a_valid_file_is_read(tmp_path: Path) -> None:
    late, early = event("late", "1999"), event("early", "1992-03-02", "home")
    read = load_timeline(write(tmp_path, timeline(late, early)))
    assert [each.id for each in read.events] == ["early", "late"]
    assert read.title == "Two countries"
    assert read.actors_by_id["smith"].other_names == ("Smyth",)
    lines = timeline(late, early).splitlines()
    assert lines[read.lines["early"] - 1] == "  - id: early"


def test_values_stay_the_text_that_stands_in_the_file(tmp_path: Path) -> None:
    read = load_timeline(write(tmp_path, timeline(event(title="NO", place="1991"))))
    assert (read.events[0].title, read.events[0].place) == ("NO", "1991")


@pytest.mark.parametrize(
    ("broken", "line_with", "problem"),
    [
        (event(date="2012-02-30"), "2012-02-30", "29 days"),
        (event(date="Feb 2012"), "Feb 2012", "date:"),
        (event(title="x" * 81), "xxx", "81 characters"),
        (event(colour="red"), "colour", "no key 'colour'"),
        (event(place="Here # or there"), "Here # or", "cut"),
        (event(track="nowhere"), "nowhere", "no track 'nowhere'"),
        (event().replace("smith", "smit"), "[smit]", "no actor 'smit'"),
        (event().replace("[talks]", "[talk]"), "[talk]", "no topic 'talk'"),
        (event().replace("source: gazette", "source: gazete"), "gazete", "no source 'gazete'"),
        (event().replace("importance: 2", "importance: 4"), "importance: 4", "out of range"),
        (event().replace("[talks]", "[]"), "topics: []", "empty"),
        (event(id="Two Words"), "Two Words", "is not an id"),
        (event(title='"bell \\x07"'), "bell", "U+0007"),
        (event() + "    place: A\n    place: B\n", "place: B", "twice"),
        (event(date="2031"), "2031", "outside the timeline's span"),
        (event(date="1999", outside_span="why"), "why", "within the timeline's span"),
        (event() + event(), "id: one", "the id 'one' is already that of another event, on line 33"),
        (event(links="[{to: two, kind: leads_to, basis: so}]"), "to: two", "no event 'two'"),
        (event(links="[{to: one, kind: leads_to, basis: so}]"), "to: one", "links to itself"),
        (event(disputed="[{by: A, claim: b, source: gazette}]"), "disputed", "only one side"),
        (event().replace("        says: The envoy spoke.\n", ""), "gazette", "says"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(
    tmp_path: Path, broken: str, line_with: str, problem: str
) -> None:
    (found,) = findings(tmp_path, timeline(broken))
    assert problem in found.problem
    assert line_with in found.source_line
    assert found.source_line == timeline(broken).splitlines()[found.line - 1]
    assert 1 <= found.column <= len(found.source_line) + 1
    assert found.remedy


WHOLE = {
    "0_2": "'0_2' is not a whole number",
    "+2": "'+2' is not a whole number",
    "02": "'02' is not a whole number",
    "2.0": "'2.0' is not a whole number",
    "２": "'２' is not a whole number",
    "''": "'' is not a whole number",
    "0x2": "'0x2' is not a whole number",
    "9" * 20: "a number of 20 digits is out of range",
    "9" * 5000: "a number of 5,000 digits is out of range",
    "x" * 5000: f"'{'x' * 40}…' is not a whole number",
    "-2": "-2 is out of range",
}


@pytest.mark.parametrize("written", WHOLE, ids=lambda written: written[:20])
def test_a_whole_number_is_read_as_anyone_reads_it(written: str, tmp_path: Path) -> None:
    text = timeline(event().replace("importance: 2", f"importance: {written}"))
    (found,) = findings(tmp_path, text)
    assert found.problem == f"importance: {WHOLE[written]}"
    assert found.remedy == "Write a whole number from 1 to 3."
    assert "importance: " in text.splitlines()[found.line - 1]
    targets = text.replace("importance: " + written, "importance: 2").replace(
        "1991/2024\n", f"1991/2024\n  targets:\n    events: {written}\n"
    )
    (found,) = findings(tmp_path, targets)
    assert found.problem == f"events: {WHOLE[written]}"
    assert found.remedy == "Write a whole number of at least 0."


@pytest.mark.parametrize("kind", get_args(LinkKind))
def test_circles_of_links_are_found(tmp_path: Path, kind: str) -> None:
    link = f"[{{{{to: {{}}, kind: {kind}, basis: so}}}}]".format
    text = timeline(event("a", links=link("b")), event("b", links=link("a")))
    assert len([f for f in findings(tmp_path, text) if "circle" in f.problem]) == 2


def test_all_errors_come_in_one_run(tmp_path: Path) -> None:
    text = timeline(*(event(f"e{n}", date="2013-02-29") for n in range(500)))
    found = findings(tmp_path, text)
    assert len(found) == 500
    assert [each.line for each in found] == sorted({each.line for each in found})


NO_TIMELINES = {
    "empty": (b"", "empty"),
    "open bracket": (b"timeline: [", "YAML"),
    "tab": (b"a:\n\t- b\n", "not valid YAML"),
    "latin-1": (b"a: \xff", "not UTF-8"),
    "utf-16": ("timeline:".encode("utf-16"), "UTF-16 text"),
    "utf-16 without a mark": ("timeline:".encode("utf-16-be"), "UTF-16 text"),
    "binary": (b"\x7fELF\x00\x01", "control character"),
    "alias": (b"&a [*a]", "alias"),
    "brackets without end": (b"[" * 100_000, "nested"),
    "dashes without end": (b"- " * 100_000 + b"x", "nested"),
    "deep flow mappings": (b"{a: " * 900 + b"}" * 900, "nested"),
    "error after many brackets": (b"a: [" + b"[x], " * 30 + b"]\nb: 'c'd'\n", "not valid YAML"),
    "error before many brackets": (b"b: 'c'd'\na: [" + b"[x], " * 30 + b"]\n", "not valid YAML"),
    "tag": (b"a: !!python/name:os.system x", "tag"),
    "cut short": (HEAD.encode()[:300], "missing"),
}


@pytest.mark.parametrize("case", NO_TIMELINES)
def test_what_is_no_timeline_is_refused(tmp_path: Path, case: str) -> None:
    content, problem = NO_TIMELINES[case]
    path = tmp_path / "bad.yaml"
    path.write_bytes(content)
    with pytest.raises(FileError) as caught:
        load_timeline(path)
    assert any(problem in each.problem for each in caught.value.findings)
    assert all(each.file == str(path) for each in caught.value.findings)


def test_anchors_that_blow_up_are_refused_at_once(tmp_path: Path) -> None:
    levels = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30))
    (*_, last) = findings(tmp_path, "a0: &a0 [x]\n" + levels)
    assert last.line > 0


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.yaml"
    with path.open("wb") as stream:
        stream.truncate(200 * 1024 * 1024)
    with pytest.raises(FileError, match="200 MB"):
        load_timeline(path)


@pytest.mark.parametrize("name", ["missing.yaml", "."])
def test_what_cannot_be_read_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(FileError, match=r"no such file|folder"):
        load_timeline(tmp_path / name)


@given(st.binary(max_size=200))
def test_any_bytes_are_composed_or_refused(content: bytes) -> None:
    try:
        file = compose_yaml(Path("any"), content)
    except FileError as error:
        outcome: object = error.findings
    else:
        outcome = file.text == content.decode("utf-8-sig")
    assert outcome


@pytest.mark.slow
@given(st.text(max_size=60))
def test_any_title_is_kept_as_it_is_or_refused(tmp_path_factory, title: str) -> None:  # type: ignore[no-untyped-def]
    import json

    text = timeline(event(title=json.dumps(title, ensure_ascii=False)))
    path = Path("any.yaml")
    try:
        _, read = examine(path, text.encode("utf-8", "surrogatepass"))
    except FileError:
        return
    assert read is None or read.events[0].title == title


def test_the_validated_form_is_kept_and_made_anew_when_the_file_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path, timeline())
    first = load_timeline(path)
    monkeypatch.setattr(loading, "examine", None)
    assert load_timeline(path) == first
    monkeypatch.undo()
    write(tmp_path, timeline(event(title="Envoy leaves")))
    assert load_timeline(path).events[0].title == "Envoy leaves"


@pytest.mark.slow
def test_nothing_is_kept_beside_the_package(own_home: Path) -> None:
    package = Path(loading.__file__).parent
    before = {path for path in package.rglob("*") if path.suffix != ".pyc"}
    run = kzt("list", "in:2012-02-01")
    assert run.returncode == 0
    assert {path for path in package.rglob("*") if path.suffix != ".pyc"} <= before
    assert len(list(own_home.rglob("timeline-*"))) == 1


def test_without_a_place_to_keep_it_the_timeline_still_loads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = write(tmp_path, "a file", "blocked")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    assert load_timeline(write(tmp_path, timeline())).events

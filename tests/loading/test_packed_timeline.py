"""A packed timeline gives back the same timeline, and holds nothing but data."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from functools import cache
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kztimeline.dates.edtf import Date, parse
from kztimeline.loading import cache as cache_module
from kztimeline.loading import locations
from kztimeline.loading.cache import load_timeline, subject_of
from kztimeline.loading.kept.packed_timeline import pack_timeline, unpack_timeline
from kztimeline.loading.kept.segments import UnpackError, pack, unpack
from kztimeline.loading.locations import card_files
from kztimeline.text.spans import Span
from kztimeline.timeline.bulk.columns import SEEDED
from kztimeline.timeline.model import (
    Actor,
    Document,
    Era,
    Event,
    Source,
    Targets,
    Timeline,
    Topic,
    Track,
)

from ..conftest import ROOT
from ..files import event, timeline, write

pytestmark = pytest.mark.usefixtures("own_cache")

SUBJECT = bytes(range(32))
TEXTS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)
DATES = st.sampled_from(
    [
        "1991",
        "1991-12",
        "1991-12-16",
        "2012~",
        "199X",
        "19XX",
        "../1999",
        "2001?/..",
        "1992/1995-03%",
    ]
)


def of_kind(kind: Any) -> st.SearchStrategy[Any]:
    """Return what may stand where an annotation of the model does."""
    while get_origin(kind) is Annotated:
        kind = get_args(kind)[0]
    if get_origin(kind) in (UnionType, Union):
        return st.none() | of_kind(get_args(kind)[0])
    if get_origin(kind) is tuple:
        return st.lists(of_kind(get_args(kind)[0]), max_size=3).map(tuple)
    if get_origin(kind) is Literal:
        return st.sampled_from(get_args(kind))
    if kind is Date:
        return DATES.map(parse)
    if isinstance(kind, type) and is_dataclass(kind):
        return records(kind)
    simple: dict[Any, st.SearchStrategy[Any]] = {
        str: TEXTS,
        int: st.integers(0, 9),
        Span: st.builds(Span, st.integers(0, 9), st.integers(10, 10**9)),
    }
    return simple[kind]


@cache
def records(kind: Any) -> st.SearchStrategy[Any]:
    """Return records of a kind with anything in all of their fields."""
    hints = get_type_hints(kind, include_extras=True)
    return st.builds(kind, **{field.name: of_kind(hints[field.name]) for field in fields(kind)})


def many(kind: Any) -> st.SearchStrategy[tuple[Any, ...]]:
    """Return records of a kind with an id of their own each."""
    return st.lists(records(kind), max_size=3, unique_by=lambda each: each.id).map(tuple)


TIMELINES = st.builds(
    Timeline,
    title=TEXTS,
    period=DATES.map(parse),
    tracks=many(Track).filter(bool),
    topics=many(Topic),
    eras=many(Era),
    actors=many(Actor),
    sources=many(Source),
    documents=many(Document),
    events=many(Event),
    targets=records(Targets),
    path=TEXTS,
).map(lambda made: sound(made))


def sound(made: Timeline) -> Timeline:
    """Return a timeline whose events are on its track and have a line each."""
    events = tuple(replace(event, track=made.tracks[0].id) for event in made.events)
    return replace(made, events=events, lines={e.id: n for n, e in enumerate(events, 1)})


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(TIMELINES)
def test_any_timeline_comes_back_the_same(made: Timeline) -> None:
    read = unpack_timeline(pack_timeline(made, SUBJECT), SUBJECT, made.path)
    assert read == made
    assert made == read
    assert hash(read) == hash(made)
    assert dict(read.lines) == made.lines
    assert repr(read) == repr(replace(made, lines=read.lines))
    assert {id_: read.sources_by_id[id_] for id_ in read.sources_by_id} == dict(made.sources_by_id)
    assert read.positions_by_id == made.positions_by_id
    assert dict(read.links_back) == dict(made.links_back)
    for column in (
        "years",
        "first_days",
        "last_days",
        "undated",
        "tracks",
        "importances",
        "signs",
        "titles",
        "title_cells",
    ):
        assert list(getattr(read.columns, column)) == list(getattr(made.columns, column))
    assert list(read.columns.dates.each(str)) == [event.date.text for event in made.events]
    assert list(read.columns.topics.each(list)) == [[*event.topics] for event in made.events]


def test_what_is_kept_of_a_subject_is_taken_without_the_file(
    tmp_path: Path, own_cache: None
) -> None:
    path = write(tmp_path, timeline(event("e1", "1999-01-01")))
    made = load_timeline(path)
    path.unlink()
    assert load_timeline(path, subject=made.subject) == made
    write(tmp_path, timeline(event("e2", "1999-01-01")))
    assert load_timeline(path, subject=bytes(32)).events[0].id == "e2"


@pytest.mark.slow
def test_the_builtin_timeline_comes_back_the_same(builtin: Timeline) -> None:
    packed = pack_timeline(builtin, SUBJECT)
    read = unpack_timeline(packed, SUBJECT, builtin.path)
    assert read == builtin
    assert dict(read.lines) == dict(builtin.lines)
    assert pack_timeline(read, SUBJECT) == packed
    assert read.events[-1] is read.events[len(read.events) - 1]
    assert read.events[:2] == builtin.events[:2]
    assert builtin.path.encode() not in packed


def test_an_event_is_found_by_its_id_before_all_ids_are_laid_out(builtin: Timeline) -> None:
    packed = pack_timeline(builtin, SUBJECT)
    read = unpack_timeline(packed, SUBJECT, builtin.path)
    ids = [event.id for event in builtin.events]
    for at in (0, 1, 7, len(ids) - 1):
        assert read.position(ids[at]) == at
        assert read.event(ids[at]) == builtin.events[at]
    odd = ("", ",", '","', f'{ids[0]}","{ids[1]}', ids[0][:-1], ids[0][1:], "é", "\ud800", "[")
    assert [read.position(each) for each in odd] == [None] * len(odd)
    with pytest.raises(KeyError):
        read.event(",")
    assert "positions_by_id" not in vars(read)
    # After the first few, all are.
    assert [read.position(each) for each in ids] == [*range(len(ids))]
    assert "positions_by_id" in vars(read)


def test_what_is_not_looked_at_is_not_made(
    builtin: Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = unpack_timeline(pack_timeline(builtin, SUBJECT), SUBJECT, builtin.path)
    last = builtin.events[-1].id
    made: list[type] = []
    init = Event.__init__

    def noted(self: Event, **rest: Any) -> None:
        made.append(Event)
        init(self, **rest)

    monkeypatch.setattr(Event, "__init__", noted)
    assert read.event(last).id == last
    assert len(read.events) == len(builtin.events)
    assert read.lines[last] > 0
    assert made == [Event]


def test_columns_are_not_those_of_other_tracks_documents_or_events(builtin: Timeline) -> None:
    read = unpack_timeline(pack_timeline(builtin, SUBJECT), SUBJECT, builtin.path)
    assert sum(read.columns.signs) > 0
    seeded = sum(sign & SEEDED for sign in read.columns.signs)
    assert seeded > 0 == sum(sign & SEEDED for sign in replace(read, documents=()).columns.signs)
    other = replace(read, tracks=read.tracks[::-1]).columns.tracks
    assert bytes(1 - track for track in other) == read.columns.tracks
    assert list(replace(read, events=read.events[:3]).columns.titles) == read.columns.titles[:3]


PACKED = pack_timeline(
    Timeline(
        title="Two",
        period=parse("1991/2024"),
        tracks=(Track(id="a", name="A", letter="A"),),
        topics=(),
        eras=(),
        actors=(Actor(id="b", name="B", kind="body"),),
        sources=(),
        documents=(),
        events=(),
    ),
    SUBJECT,
)


def test_a_form_cut_short_anywhere_is_none() -> None:
    for size in range(len(PACKED)):
        with pytest.raises(UnpackError):
            unpack_timeline(PACKED[:size], SUBJECT, "x")


@given(st.integers(0, len(PACKED) * 8 - 1))
def test_a_form_with_one_bit_changed_is_none(bit: int) -> None:
    changed = bytearray(PACKED)
    changed[bit // 8] ^= 1 << bit % 8
    with pytest.raises(UnpackError):
        unpack_timeline(bytes(changed), SUBJECT, "x")


@given(st.binary(max_size=300))
def test_any_bytes_are_no_packed_timeline(content: bytes) -> None:
    for tried in (content, PACKED[:16] + content, PACKED[:48] + content, PACKED + b"x" + content):
        with pytest.raises(UnpackError):
            unpack_timeline(tried, SUBJECT, "x")


def test_a_form_of_something_else_is_none() -> None:
    with pytest.raises(UnpackError):
        unpack_timeline(PACKED, bytes(32), "x")


@given(st.dictionaries(st.sampled_from([*unpack(PACKED, SUBJECT), "more"]), st.binary(max_size=40)))
def test_a_sealed_form_with_other_segments_is_none_or_read(others: dict[str, bytes]) -> None:
    segments = {name: bytes(each) for name, each in unpack(PACKED, SUBJECT).items()}
    try:
        unpack_timeline(pack(SUBJECT, segments | others), SUBJECT, "x")
    except UnpackError:
        return


@pytest.mark.parametrize(
    "about",
    [b"[" * 100_000, b"{}", b"[]", b"null", b'{"title":{}}', b"\xff", b"1" * 5000],
    ids=lambda about: repr(about[:12]),
)
def test_a_sealed_form_with_odd_json_is_none(about: bytes) -> None:
    segments = {name: bytes(each) for name, each in unpack(PACKED, SUBJECT).items()}
    with pytest.raises(UnpackError):
        unpack_timeline(pack(SUBJECT, segments | {"about": about}), SUBJECT, "x")


@pytest.mark.slow
def test_no_module_that_could_run_what_it_reads_is_imported(tmp_path: Path) -> None:
    path = write(tmp_path, timeline())
    script = (
        "import sys; from pathlib import Path; from kztimeline.loading.cache import load_timeline\n"
        f"load_timeline(Path({str(path)!r}))\n"
        "print(*[name for name in ('pickle', '_pickle', 'shelve', 'dill') if name in sys.modules])"
    )
    for _ in range(2):
        run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
        assert (run.stdout.strip(), run.stderr) == ("", "")


def copied(folder: Path) -> Path:
    """Return a copy of the program's package that may be changed."""
    ignored = shutil.ignore_patterns("__pycache__", "data", "tui", "cli")
    shutil.copytree(ROOT / "kztimeline", folder / "kztimeline", ignore=ignored)
    return folder / "kztimeline"


@pytest.mark.parametrize(
    "module",
    [
        "timeline/model.py",
        "dates/edtf.py",
        "text/cells.py",
        "loading/validation.py",
        "loading/checks/whole_file.py",
        "loading/kept/record_lines.py",
    ],
)
def test_another_program_makes_the_form_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str
) -> None:
    package = copied(tmp_path)
    monkeypatch.setattr(cache_module, "_PACKAGE", package)
    before = subject_of(b"x", [])
    with (package / module).open("a") as stream:
        stream.write("\n")
    assert subject_of(b"x", []) != before


def test_a_part_that_no_timeline_depends_on_leaves_what_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = copied(tmp_path)
    monkeypatch.setattr(cache_module, "_PACKAGE", package)
    before = subject_of(b"x", [])
    (package / "query" / "index.py").write_text("")
    for stale in package.rglob("*.py"):
        stale.touch()
    assert subject_of(b"x", []) == before


def _renamed(cards: Path) -> None:
    (cards / "a.yaml").rename(cards / "b.yaml")


def _one_more(cards: Path) -> None:
    (cards / "c.yaml").write_bytes(b"")


def _moved_over(cards: Path) -> None:
    """Two cards of which one ends where the other began."""
    (cards / "a.yaml").write_bytes(b"on")
    (cards / "z.yaml").write_bytes(b"etwo")


@pytest.mark.parametrize("change", [_renamed, _one_more, _moved_over])
def test_other_cards_make_the_form_anew(tmp_path: Path, change: Callable[[Path], None]) -> None:
    (tmp_path / "a.yaml").write_bytes(b"one")
    (tmp_path / "z.yaml").write_bytes(b"two")
    before = subject_of(b"x", card_files(tmp_path))
    change(tmp_path)
    assert subject_of(b"x", card_files(tmp_path)) != before


def test_the_form_that_comes_with_the_program_is_read_at_the_first_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, own_home: Path
) -> None:
    path = write(tmp_path, timeline(event(title="Envoy leaves")))
    packed = tmp_path / "timeline.packed"
    packed.write_bytes(cache_module.timeline_to_carry(path))
    monkeypatch.setattr(locations, "builtin_timeline", lambda: path)
    monkeypatch.setattr(locations, "carried_timeline", lambda: packed)
    with monkeypatch.context() as unread:
        unread.setattr(cache_module, "read_timeline", None)
        read = load_timeline()
    assert read.events[0].title == "Envoy leaves"
    assert read.path == str(path)
    assert not list(own_home.rglob("*.packed"))
    write(tmp_path, timeline(event(title="Envoy returns")))
    assert load_timeline().events[0].title == "Envoy returns"
    assert packed.read_bytes()[:16] == b"kzt timeline  1\n"


def test_the_form_is_the_same_wherever_it_is_made(tmp_path: Path) -> None:
    made = set()
    for name in ("one", "another"):
        path = write(tmp_path / name, timeline())
        made.add(cache_module.timeline_to_carry(path))
    assert len(made) == 1


def test_a_program_that_cannot_be_read_keeps_nothing(
    tmp_path: Path, own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_rooms: object) -> list[Path]:
        raise PermissionError(13, "Permission denied", "text")

    path = write(tmp_path, timeline())
    monkeypatch.setattr(cache_module, "_modules", refuse)
    assert load_timeline(path).title == load_timeline(path).title
    assert not list(own_home.rglob("timeline-*"))

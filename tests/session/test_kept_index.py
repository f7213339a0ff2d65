"""What queries are answered from is kept between runs, and never answers for another timeline."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kztimeline.loading import cache, locations
from kztimeline.loading.cache import load_timeline
from kztimeline.loading.kept.record_lines import RecordReader
from kztimeline.loading.kept.segments import pack, unpack
from kztimeline.query import Index, Matches, parse_query
from kztimeline.query.fields import FIELDS
from kztimeline.query.laid_out import index_parts as parts_module
from kztimeline.query.laid_out.index_parts import IndexParts
from kztimeline.session.search import Search
from kztimeline.session.state import kept_index
from kztimeline.session.state.kept_index import index_of, prepared_index_of
from kztimeline.timeline.bulk.kept_lists import from_sets, from_texts, sets_of, sorted_texts_of
from kztimeline.timeline.bulk.record_tables import RecordTable
from kztimeline.timeline.model import Timeline

from ..conftest import ROOT
from ..files import event, timeline, write
from ..records_read import records_read

pytestmark = pytest.mark.usefixtures("own_cache")

QUERIES = [
    *(field.example for field in FIELDS.values()),
    *("envoy", "Envoy", '"rule of law"', "nazarbaev", "Домбра", "US", "9/11", "2,000", "the"),
    *("e", "in:2012 or -track:us", "is:approximate", "has:note clinton", "nothing-of-the-kind"),
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A timeline whose index was kept."""
    path = write(tmp_path, timeline(event(), event(id="two", date="2001", title="Bank fails")))
    prepared_index_of(load_timeline(path))
    return path


@pytest.fixture
def kept(path: Path, own_home: Path) -> Path:
    """The file that it is kept in."""
    (found,) = own_home.rglob("index-*.parts")
    return found


def asked(index: Index, text: str) -> Matches:
    return index.run(parse_query(text, index.timeline))


def laid_out(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that grows by the name of each part that is laid out from now on."""
    found: list[str] = []
    part = IndexParts._part

    def noting(self: IndexParts, name: str, lay_out):  # type: ignore[no-untyped-def]
        def noted():  # type: ignore[no-untyped-def]
            found.append(name)
            return lay_out()

        return part(self, name, noted)

    monkeypatch.setattr(parts_module.IndexParts, "_part", noting)
    return found


@pytest.mark.slow
def test_what_was_kept_answers_as_what_is_laid_out(builtin: Timeline) -> None:
    read = IndexParts(builtin, unpack(pack(bytes(32), IndexParts(builtin).segments()), bytes(32)))
    fresh = Index(builtin)
    for text in QUERIES:
        query = parse_query(text, builtin)
        assert Index(builtin, read).run(query) == fresh.run(query), text
    assert Index(builtin, read).spellings == fresh.spellings
    assert len(fresh.run(parse_query("the"))) > 100


def test_a_later_start_lays_nothing_out_and_looks_at_no_event(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    touched: list[str] = []
    read = RecordReader.read

    def reading(self, kind, text):  # type: ignore[no-untyped-def]
        touched.append(kind.__name__)
        return read(self, kind, text)

    monkeypatch.setattr(RecordReader, "read", reading)
    found = laid_out(monkeypatch)
    loaded = load_timeline(path)
    index = prepared_index_of(loaded)
    for text in ("envoy", '"envoy speaks"', "in:1992", "track:away", "has:actors", "is:interval"):
        index.run(parse_query(text, loaded))
    assert len(index.run(parse_query("bank"))) == 1
    assert found == []
    assert "Event" not in touched


def test_a_query_before_all_is_kept_lays_out_what_it_needs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, own_home: Path
) -> None:
    loaded = load_timeline(write(tmp_path, timeline()))
    found = laid_out(monkeypatch)
    assert len(asked(index_of(loaded), "in:1992")) == 1
    assert found == ["dates"]
    assert not [*own_home.rglob("index-*")]


def test_what_a_query_was_too_early_for_is_laid_out_and_kept_all_the_same(
    tmp_path: Path, own_home: Path
) -> None:
    search = Search(load_timeline(write(tmp_path, timeline())))
    search.run("in:1992")
    assert not search.is_ready
    search.prepare()
    assert search.is_ready
    assert len([*own_home.rglob("index-*")]) == 1
    assert len(search.run("envoy").positions) == 1


def test_the_screen_keeps_it_for_every_command(path: Path, own_home: Path) -> None:
    (before,) = own_home.rglob("index-*.parts")
    before.unlink()
    loaded = load_timeline(path)
    search = Search(loaded)
    search.prepare()
    assert search.is_ready
    assert before.exists()
    assert before.read_bytes() == kept_index.parts_to_carry(path)


@pytest.mark.parametrize("seed", range(12))
def test_a_damaged_file_is_made_again(
    path: Path, kept: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    dice = random.Random(seed)
    whole = kept.read_bytes()
    at = dice.randrange(len(whole))
    damaged = [whole[:at], whole[:at] + bytes([whole[at] ^ 0x41]) + whole[at + 1 :], whole + b"x"]
    kept.write_bytes(dice.choice(damaged))
    loaded = load_timeline(path)
    found = laid_out(monkeypatch)
    assert len(asked(prepared_index_of(loaded), "bank")) == 1
    assert "texts" in found
    assert kept.read_bytes() == whole


def forged(loaded: Timeline) -> Iterator[dict[str, bytes]]:
    """Yield segments that are sealed as they should be, and are no parts of a timeline."""
    other = IndexParts(replace(loaded, events=loaded.events[:1])).segments()
    own = IndexParts(loaded).segments()
    yield {}
    yield {name: bytes(part) for name, part in other.items()}
    yield {name: bytes(part) for name, part in own.items() if not name.startswith("texts/")}
    yield dict.fromkeys(own, b"x")


@pytest.mark.parametrize("which", range(4))
def test_what_is_sealed_but_fits_no_timeline_is_made_again(
    path: Path, kept: Path, which: int
) -> None:
    loaded = load_timeline(path)
    whole = kept.read_bytes()
    kept.write_bytes(pack(kept_index._subject(loaded), [*forged(loaded)][which]))
    assert len(asked(prepared_index_of(loaded), "bank")) == 1
    assert kept.read_bytes() == whole


def test_a_file_that_others_may_write_is_not_read(
    path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.chmod(0o666)
    found = laid_out(monkeypatch)
    prepared_index_of(load_timeline(path))
    assert "texts" in found
    assert kept.stat().st_mode & 0o077 == 0


def test_another_version_of_the_file_is_answered_by_its_own(path: Path, tmp_path: Path) -> None:
    before = load_timeline(path)
    assert len(asked(index_of(before), "bank")) == 1
    write(tmp_path, timeline(event(), event(id="two", date="2001", title="Court sits")))
    after = load_timeline(path)
    assert len(asked(index_of(after), "bank")) == 0
    assert len(asked(index_of(after), "court")) == 1


def test_a_changed_copy_is_not_answered_by_what_is_kept(path: Path) -> None:
    loaded = load_timeline(path)
    copy = replace(loaded, events=loaded.events[:1])
    assert loaded.subject
    assert not copy.subject
    assert len(asked(index_of(copy), "bank")) == 0
    assert len(asked(index_of(loaded), "bank")) == 1


def test_another_version_of_the_query_language_makes_it_anew(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded = load_timeline(path)
    room = tmp_path / "query"
    room.mkdir()
    (room / "words.py").write_text("another")
    monkeypatch.setattr(cache, "_PACKAGE", tmp_path)
    found = laid_out(monkeypatch)
    prepared_index_of(loaded)
    assert "texts" in found


def test_the_parts_are_the_same_bytes_wherever_they_are_made(tmp_path: Path) -> None:
    made = set()
    for name in ("one", "another"):
        made.add(kept_index.parts_to_carry(write(tmp_path / name, timeline())))
    assert len(made) == 1


def test_the_parts_that_come_with_the_program_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, own_home: Path
) -> None:
    path = write(tmp_path, timeline())
    built = tmp_path / "timeline.parts"
    built.write_bytes(kept_index.parts_to_carry(path))
    monkeypatch.setattr(locations, "builtin_timeline", lambda: path)
    monkeypatch.setattr(locations, "carried_parts", lambda: built)
    found = laid_out(monkeypatch)
    loaded = load_timeline()
    assert len(asked(prepared_index_of(loaded), "envoy")) == 1
    assert found == []
    assert not [*own_home.rglob("index-*")]


@pytest.mark.parametrize("size", [1, 7, 8, 31, 32, 33, 500])
def test_sets_few_and_many_come_back(size: int) -> None:
    dice = random.Random(size)
    sets = [sorted(dice.sample(range(size), dice.randint(0, size))) for _ in range(40)]
    segments = {name: memoryview(part) for name, part in from_sets("s", sets, size).items()}
    read = sets_of(segments, "s", size)
    assert [read[at] for at in range(len(sets))] == [sum(1 << p for p in each) for each in sets]
    assert [read.count(at) for at in range(len(sets))] == [*map(len, sets)]
    assert read.any_of((0, 1, 2)) == read[0] | read[1] | read[2]


def test_texts_in_order_are_found_without_a_scan() -> None:
    texts = sorted(["a", "a", "ab", "abc", "b", "", "ä", "щ", "щи", "\U0001f600", "a\0"])
    segments = {name: memoryview(part) for name, part in from_texts("t", texts).items()}
    read = sorted_texts_of(segments, "t")
    assert [*read] == texts
    for text in {*texts, "c", "abcd", "щ\0"}:
        assert [*read.places_of(text)] == [at for at, each in enumerate(texts) if each == text]
        assert (text in read) == (text in texts)
        begun = [at for at, each in enumerate(texts) if each.startswith(text)]
        assert [*read.places_begun_with(text)] == begun


@pytest.mark.slow
def test_the_built_in_timeline_has_parts_of_moderate_size() -> None:
    loaded = load_timeline(ROOT / "events.yaml")
    size = sum(map(len, IndexParts(loaded).segments().values()))
    assert size < 3000 * len(loaded.events)


def test_many_events_are_gone_through_once_and_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path, timeline(*(event(f"e{n}", f"{1992 + n}") for n in range(9))))
    load_timeline(path)
    read = records_read(monkeypatch)
    again = load_timeline(path)
    prepared_index_of(again)
    assert read.count("Event") == 9
    _first = again.events[0]
    assert read.count("Event") == 10, "it was not kept"


def test_what_took_long_to_read_is_read_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path, timeline(*(event(f"e{n}", f"{1992 + n}") for n in range(9))))
    few = load_timeline(path)
    (packed,) = locations.user_cache().glob("timeline-*")
    packed.unlink()
    monkeypatch.setattr(cache, "MANY", 9)
    many = load_timeline(path)
    assert many == few
    assert many.subject == few.subject
    assert isinstance(few.events, tuple)
    assert isinstance(many.events, RecordTable)

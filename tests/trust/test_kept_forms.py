"""What the cache keeps, damaged or exchanged at random, is never believed and never shown."""

from __future__ import annotations

import os
import random
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from kztimeline.export.formats.csv_table import table_lines
from kztimeline.export.formats.csv_table import write as write_csv
from kztimeline.export.making_records import export_of
from kztimeline.loading.cache import load_timeline
from kztimeline.loading.kept.packed_timeline import pack_timeline
from kztimeline.loading.locations import user_cache
from kztimeline.query import parse_query
from kztimeline.session.state.kept_index import index_of, prepared_index_of
from kztimeline.session.state.kept_rows import keep_rows, kept_rows
from kztimeline.tui.first_frame.frame import Frame, Run, Style
from kztimeline.tui.first_frame.kept import Kept, keep_frame, recall
from tests.files import event, timeline, write

pytestmark = pytest.mark.usefixtures("own_cache")

LONG: Final = int(os.environ.get("KZT_SOAK", "1"))
"""How many times as long as usual the soak takes."""
QUERIES: Final = (
    "envoy",
    "in:1992",
    "actor:smith -bank",
    "topic:talks or track:home",
    "after:1993",
)


class Answers(NamedTuple):
    """What a start finds out of a timeline, whatever is kept."""

    form: bytes
    found: tuple[tuple[int, ...], ...]
    csv: bytes
    frame: Kept | None


class One(NamedTuple):
    """A timeline of which everything is kept, and what is right of it."""

    path: Path
    digest: bytes
    right: Answers
    kept: dict[str, bytes]


def kept_files() -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in user_cache().iterdir()}


def answers(path: Path, digest: bytes) -> Answers:
    read = load_timeline(path)
    index = index_of(read)
    found = tuple(tuple(index.run(parse_query(each, read)).positions) for each in QUERIES)
    csv = kept_rows(read, range(len(read.events))) or write_csv(export_of(read, read.events))
    return Answers(pack_timeline(read, read.subject), found, csv, recall(path, digest))


def made(folder: Path, number: int) -> One:
    """Write a timeline and have all of it kept."""
    events = (
        event(f"e{n}", f"{1992 + (n * 3 + number) % 9}", "home" if n % 2 else "away",
              title=f"Envoy {number} speaks {n}")
        for n in range(12)
    )  # fmt: skip
    path = write(folder / str(number), timeline(*events))
    digest = bytes([number]) * 32
    read = load_timeline(path)
    prepared_index_of(read)
    export = export_of(read, read.events)
    order = [read.positions_by_id[each.id] for each in export.events]
    keep_rows(read, order, table_lines(export))
    rows = tuple((Run(f"{number} row {n}", Style("#ff0000", "", ("bold",))),) for n in range(24))
    keep_frame(path, digest, Kept(Frame(80, rows), bytes(32)))
    kept = {name: content for name, content in kept_files().items() if content}
    return One(path, digest, answers(path, digest), kept)


def two(folder: Path) -> tuple[One, One]:
    first = made(folder, 1)
    second = made(folder, 2)
    own = {name: content for name, content in second.kept.items() if name not in first.kept}
    assert len(first.kept) == len(own) == 4, "a timeline, its index, its rows and a frame"
    assert first.right.found != second.right.found
    return first, second._replace(kept=own)


def flipped(content: bytes, dice: random.Random) -> bytes:
    damaged = bytearray(content)
    for _ in range(dice.choice((1, 1, 1, 8, 200))):
        damaged[dice.randrange(len(damaged))] ^= 1 << dice.randrange(8)
    return bytes(damaged)


def cut(content: bytes, dice: random.Random) -> bytes:
    return content[: dice.randrange(len(content))]


def lengthened(content: bytes, dice: random.Random) -> bytes:
    return content + dice.randbytes(dice.randrange(1, 200))


def torn(content: bytes, dice: random.Random) -> bytes:
    """As a disk leaves it that lost its power: a stretch of nothing."""
    at = dice.randrange(len(content))
    size = dice.randrange(1, 512)
    return content[:at] + bytes(size) + content[at + size :]


DAMAGES: Final = (flipped, flipped, cut, cut, lengthened, torn)


def damage_everything(folder: Path, rounds: int, seed: int) -> None:
    """Damage each kept form in turn, and ask again; every damage differs from what was kept."""
    dice = random.Random(seed)
    one, _other = two(folder)
    for _ in range(rounds):
        for name, content in one.kept.items():
            damaged = dice.choice(DAMAGES)(content, dice)
            if damaged == content:
                continue
            (user_cache() / name).write_bytes(damaged)
            now = answers(one.path, one.digest)
            assert now[:3] == one.right[:3], name
            assert now.frame == (None if name.startswith("frame-") else one.right.frame), name
            (user_cache() / name).write_bytes(content)


@pytest.mark.slow
def test_damaged_forms_are_made_again(tmp_path: Path) -> None:
    damage_everything(tmp_path, 25, 1)


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_thousands_of_damaged_forms(tmp_path: Path) -> None:
    damage_everything(tmp_path, 2_500 * LONG, 1991)


@pytest.mark.slow
def test_forms_exchanged_between_timelines_answer_for_neither(tmp_path: Path) -> None:
    """Also those of one kind in place of another."""
    one, other = two(tmp_path)
    names = [*one.kept, *other.kept]
    contents = one.kept | other.kept
    for name in names:
        for taken in names:
            (user_cache() / name).write_bytes(contents[taken])
            for each in (one, other):
                now = answers(each.path, each.digest)
                assert now[:3] == each.right[:3], (name, taken)
                assert now.frame in (None, each.right.frame)
            for again in names:
                (user_cache() / again).write_bytes(contents[again])


def linked(cache: Path) -> None:
    elsewhere = cache.with_name("elsewhere")
    cache.rename(elsewhere)
    cache.symlink_to(elsewhere)


def opened_to_all(cache: Path) -> None:
    cache.chmod(0o777)


def files_opened_to_all(cache: Path) -> None:
    for path in cache.iterdir():
        path.chmod(0o666)


def given_away(cache: Path) -> None:
    for path in (cache, *cache.iterdir()):
        os.chown(path, 65534, 65534)


def files_given_away(cache: Path) -> None:
    for path in cache.iterdir():
        os.chown(path, 65534, 65534)


def files_linked(cache: Path) -> None:
    elsewhere = cache.with_name("elsewhere")
    cache.rename(elsewhere)
    cache.mkdir(0o700)
    for path in elsewhere.iterdir():
        (cache / path.name).symlink_to(path)


PLACES: Final = (linked, opened_to_all, files_opened_to_all, given_away, files_given_away,
                 files_linked)  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
def test_wherever_the_forms_lie_the_answers_are_right(
    place: Callable[[Path], None], tmp_path: Path
) -> None:
    """With the forms of the other timeline in them, which is what somebody else would do."""
    if "given_away" in place.__name__ and os.geteuid() != 0:
        pytest.skip("only root gives files away")
    one, other = two(tmp_path)
    for name, foreign in zip(sorted(one.kept), sorted(other.kept), strict=True):
        assert name.partition("-")[0] == foreign.partition("-")[0]
        (user_cache() / name).write_bytes(other.kept[foreign])
    place(user_cache())
    for each in (one, other):
        now = answers(each.path, each.digest)
        assert now[:3] == each.right[:3]
        assert now.frame in (None, each.right.frame)
    if place is not linked:
        return
    assert stat.S_ISLNK(user_cache().lstat().st_mode), "a link of the user's own stays"

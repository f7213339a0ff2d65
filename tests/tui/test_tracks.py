"""Timelines of one to four tracks: the overview and the years as they are drawn."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kztimeline.timeline.model import Track
from tests.sampling import mostly_slow
from tests.tui.driving import reading
from tests.tui.sample import ERAS, event, timeline_of

if TYPE_CHECKING:
    from kztimeline.timeline.model import Timeline

LETTERS = "BFRG"
SIZES = [(60, 20), (80, 24), (100, 30), (120, 40), (200, 60)]


def on_tracks(count: int, eras: bool = True) -> Timeline:
    """Return a timeline of some tracks, each with events in every year."""
    tracks = tuple(Track(id=letter.lower(), name=letter, letter=letter) for letter in LETTERS)
    events = [
        event(f"e{year}-{at}", f"{year}-05-{at + 1:02}", f"Storm {year} floods the town", track)
        for year in range(1991, 2025)
        for at in range(15)
        for track in [tracks[at % count].id]
    ]
    timeline = timeline_of(events)
    return replace(timeline, tracks=tracks[:count], actors=(), eras=ERAS if eras else ())


@pytest.mark.parametrize("count", [1, 2, 3, 4])
@pytest.mark.parametrize("size", mostly_slow(SIZES, SIZES[1::2]))
async def test_the_overview_keeps_its_years_below_every_track(
    size: tuple[int, int], count: int
) -> None:
    async with reading(on_tracks(count), size=size) as reader:
        lines = reader.text("#overview").splitlines()
        assert "2000" in lines[-1]
        assert "2020" in lines[-1]
        letters = [line[1] for line in lines if line[1:2] in LETTERS and line[1:2]]
        assert letters == list(LETTERS[:count])


@pytest.mark.parametrize(
    ("size", "count"),
    mostly_slow(
        [*((size, 2) for size in SIZES), *((size, many) for size in SIZES[:-1] for many in (3, 4))],
        [(SIZES[0], 2)],
        several=True,
    ),
)
async def test_an_overview_without_eras_keeps_no_line_free_for_them(
    size: tuple[int, int], count: int
) -> None:
    async with reading(on_tracks(count, eras=False), size=size) as reader:
        lines = reader.text("#overview").splitlines()
        assert all(line.strip() for line in lines[:1] + lines[-2:])
        assert "2000" in lines[-1]


@pytest.mark.parametrize("count", [1, 2, 3, 4])
@pytest.mark.parametrize("size", mostly_slow([(30, 10), *SIZES], [SIZES[-1]]))
async def test_years_have_a_count_for_every_track_and_room_for_a_headline(
    size: tuple[int, int], count: int
) -> None:
    async with reading(on_tracks(count), size=size) as reader:
        await reader.press("z")
        line = next(line for line in reader.text("#events").splitlines() if "▸ 1992" in line)
        counts = {letter: 15 // count + (at < 15 % count) for at, letter in enumerate(LETTERS)}
        for letter in LETTERS[:count]:
            assert line.partition(letter)[2].lstrip(" █").startswith(str(counts[letter]))
        if size[0] >= 60:
            assert "Storm 1992" in line

"""What a filter offers for a word, and for the fields that name an event, as it is drawn."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kztimeline.dates.edtf import parse
from kztimeline.timeline.model import Era, Link
from tests.sampling import mostly_slow
from tests.tui.driving import SMALL, reading
from tests.tui.sample import event, timeline_of

if TYPE_CHECKING:
    from kztimeline.timeline.model import Timeline
    from tests.tui.driving import Reader


def flood(place: str = "Zhanaozen") -> Timeline:
    """Return a timeline in which a town is told of twice, and a phase of fifty years named so."""
    answers = Link(to="flood-1992", kind="responds_to", basis="It says so.")
    events = [
        event("flood-1992", "1992-01-01", f"Water stands in {place}", place=place),
        event("flood-1993", "1993-01-01", f"Water leaves {place}", links=(answers,)),
        *(event(f"quiet-{year}", str(year), f"Quiet year {year}") for year in range(1994, 2020)),
    ]
    phase = Era(id="after", name=f"After {place}", kind="phase", date=parse("1992/2020"))
    return replace(timeline_of(events), eras=(phase,))


def offers(reader: Reader) -> list[str]:
    """Return the lines of the list of offers as they are drawn, the first word of each."""
    return [line.split()[0] for line in reader.text("Offers").splitlines() if line.strip()]


@pytest.mark.parametrize(
    "size", mostly_slow([(30, 10), (60, 20), (80, 24), (120, 40), (200, 60)], [(30, 10), (120, 40)])
)
@pytest.mark.parametrize("word", ["zhanaozen", "janaozen", "zhanao"])
async def test_tab_takes_what_narrows_and_never_an_era_in_place_of_a_word_that_finds_less(
    size: tuple[int, int], word: str
) -> None:
    async with reading(flood(), size=size) as reader:
        await reader.press("f", *word)
        assert reader.ids == ["flood-1992", "flood-1993"]
        await reader.press("tab")
        assert reader.screen.session.view.query.strip() == "place:Zhanaozen"
        assert reader.ids == ["flood-1992"]


@pytest.mark.slow
async def test_what_finds_more_than_the_word_is_seen_with_its_count_before_it_is_taken() -> None:
    timeline = flood()
    events = [replace(each, place=None) for each in timeline.events]
    async with reading(replace(timeline, events=tuple(events)), size=(80, 24)) as reader:
        await reader.press("f", *"zhanaozen")
        before = reader.ids
        await reader.press("tab")
        assert reader.ids == before
        chosen = next(line for line in reader.text("Offers").splitlines() if "▸" in line)
        assert "era:after" in chosen
        assert chosen.split()[-1] == str(len(events))
        await reader.press("tab")
        assert len(reader.ids) == len(events)
        await reader.press("enter")
        assert "in the phase “After Zhanaozen”" in reader.drawn()[0]


@pytest.mark.slow
async def test_a_word_that_finds_nothing_is_completed_at_once() -> None:
    async with reading(size=(80, 24)) as reader:
        await reader.press("f", *"presid")
        assert reader.ids == []
        await reader.press("escape", "f", *"counc", "tab")
        assert reader.screen.session.view.query.startswith("actor:council")


@pytest.mark.parametrize("field", ["linked", "id"])
@pytest.mark.parametrize("words", mostly_slow(["water", "flood", "zhanao"], ["water"]))
async def test_events_are_offered_by_the_words_of_their_titles(field: str, words: str) -> None:
    async with reading(flood(), size=(120, 40)) as reader:
        await reader.press("f", *f"{field}:{words}")
        assert {"flood-1992", "flood-1993"} == set(offers(reader))
        assert "1 Jan 1992: Water stands in Zhanaozen" in reader.text("Offers")
        await reader.press("tab")
        assert reader.screen.session.view.query.startswith(f"{field}:flood-199")
        assert reader.ids


async def test_the_selected_event_is_offered_first_and_only_linked_ones() -> None:
    async with reading(flood(), size=(80, 24)) as reader:
        await reader.go("flood-1993")
        await reader.press("f", *"linked:")
        assert offers(reader) == ["flood-1993", "flood-1992"]


@pytest.mark.slow
async def test_as_of_a_day_no_later_event_and_place_is_offered() -> None:
    timeline = flood()
    later = event("flood-2022", "2022-01-01", "Water rises", place="Aktau")
    whole = replace(timeline, events=(*timeline.events, later))
    async with reading(timeline_of([*whole.events]), size=(80, 24)) as reader:
        await reader.press("f", *"id:water")
        assert "flood-2022" in offers(reader)
        await reader.press("escape", "a", *"2010", "enter", "f", *"id:water")
        assert offers(reader) == ["flood-1992", "flood-1993"]
        await reader.press("escape", "f", *"place:")
        assert "Aktau" not in offers(reader)


@pytest.mark.parametrize("size", mostly_slow([(30, 10), (80, 24), (120, 40)], [(30, 10)]))
async def test_the_page_of_an_event_says_its_id(size: tuple[int, int]) -> None:
    async with reading(flood(), size=size) as reader:
        await reader.go("flood-1993")
        await reader.press("enter", "end")
        assert any(line.strip(" ┃") == "flood-1993" for line in reader.drawn())


@pytest.mark.parametrize("size", mostly_slow([(20, 12), (40, 12), (80, 24), (120, 40)], [(20, 12)]))
async def test_offers_leave_no_shreds_beside_them_and_keep_their_counts(
    size: tuple[int, int],
) -> None:
    actors = ("A government with a name of many words", "Agency", "Association of all")
    events = [
        event(f"e{number}", str(1995 + number), "word " * 12, place=actors[number % 3])
        for number in range(12)
    ]
    async with reading(timeline_of(events), size=size) as reader:
        await reader.press("f", *"place:")
        drawn = reader.drawn()
        offered = [line for line in drawn if line.rstrip(" …").endswith(" 4")]
        assert len(offered) == 3
        assert all(line.startswith("     " if size[0] > 20 else "    ") for line in offered)
        assert all("word" not in line for line in offered)
        longest = next(line for line in offered if "gov" in line or "…" in line)
        assert "many words" in longest or "…" in longest


async def test_what_enter_does_is_said_as_it_is() -> None:
    async with reading(size=SMALL) as reader:
        await reader.press("f", *"track:")
        assert "unfinished tab completes · ↑↓ choose" in reader.picture
        assert "enter takes" not in reader.picture, "enter refuses it"
        await reader.press("down")
        taken = re.search(r"enter takes (\w+) · ↑↓ choose", reader.picture)
        assert taken, reader.picture
        await reader.press("escape")
        assert "enter takes" not in reader.picture
        await reader.press("down", "enter")
        assert f"filter track:{taken[1]}" in reader.picture
        await reader.press("escape", "f", *"pier or")
        assert "unfinished" in reader.picture
        assert "enter takes it as typed" not in reader.picture
        await reader.press("enter")
        assert "filter pier or" in reader.picture, "it is refused"
        await reader.press("ctrl+u", *"topi")
        assert "enter takes it as typed" in reader.picture
        await reader.press("enter")
        assert "0 of 60 · topi " in reader.picture


async def test_enter_ends_no_search_where_there_is_none() -> None:
    async with reading(size=SMALL) as reader:
        await reader.press("/")
        assert "words of an event · other events stay visible" in reader.picture
        await reader.press(*"pier")
        assert "enter keeps the search · other events stay visible" in reader.picture
        await reader.press("ctrl+u")
        assert "words of an event" in reader.picture
        await reader.press(*"pier", "enter")
        assert "/pier" in reader.picture
        await reader.press("/", "ctrl+u")
        assert "enter ends the search" in reader.picture
        await reader.press("enter")
        assert "/pier" not in reader.picture


@pytest.mark.parametrize("text", mostly_slow(["12", "0", "7"], ["12"]))
async def test_what_may_become_a_date_is_not_counted_as_words(text: str) -> None:
    async with reading(size=SMALL) as reader:
        await reader.press("d", *text)
        assert "unfinished" in reader.picture
        assert "words:" not in reader.picture
        await reader.press("enter")
        assert f"“{text}” is not a date" in reader.picture

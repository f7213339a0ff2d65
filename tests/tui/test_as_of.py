"""As of a day: nothing that came later is told on any page, nor in what is said."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from kztimeline.dates.edtf import parse
from kztimeline.loading.cache import load_timeline
from kztimeline.loading.locations import builtin_timeline
from kztimeline.session.resume import memory_of
from kztimeline.timeline.model import Era, Link, Timeline
from tests.sampling import mostly_slow
from tests.tui.driving import SMALL, WIDE, Reader, reading
from tests.tui.sample import event, sample, timeline_of

LATER = re.compile(r"201[1-9]|202\d")


@pytest.fixture
def filed() -> Timeline:
    """The sample as if it came from a file."""
    return replace(sample(), path="/nowhere/island.yaml")


async def as_of(reader: Reader, text: str) -> None:
    await reader.press("a")
    await reader.type(text)
    await reader.press("enter")


def small() -> Timeline:
    answered = (Link(to="early", kind="responds_to", basis="Ours."),)
    made = timeline_of(
        [
            event("early", "2008-03-01", "A treaty is signed"),
            event("strike", "2010-05/2013-02", "Dockers strike"),
            event("near", "2010-06-01", "A minister visits the docks"),
            event("late", "2012-04-01", "A court answers the treaty", links=answered),
        ]
    )
    eras = (
        Era(id="one", name="Ada Wren", kind="presidency", date=parse("2001/2009-05-01")),
        Era(id="two", name="Ben Okafor", kind="presidency", date=parse("2011-03-01/..")),
    )
    return Timeline(**{**vars(made), "eras": eras})


@pytest.mark.slow
@pytest.mark.parametrize("day", ["12 mar 2010", "may 2010", "3 sep 2009", "2008"])
async def test_a_day_page_tells_of_nobody_who_came_later(day: str) -> None:
    async with reading(load_timeline(builtin_timeline()), size=WIDE) as reader:
        await as_of(reader, "2010")
        await reader.press("d")
        await reader.type(day)
        await reader.press("enter", "r")
        page = reader.text("#day")
        assert "In office" in page
        assert not LATER.search(page), page


@pytest.mark.slow
async def test_a_vacant_office_says_who_came_next_only_where_that_was_known() -> None:
    async with reading(small(), size=WIDE) as reader:
        await reader.press("d", *"jan 2010", "enter", "r")
        assert "next on record: Ben Okafor, 1 Mar 2011" in reader.text("#day")
        await reader.press("escape")
        await as_of(reader, "2010")
        await reader.press("d", *"jan 2010", "enter", "r")
        assert "none on record" in reader.text("#day")
        assert "Okafor" not in reader.text("#day")


@pytest.mark.slow
async def test_days_after_the_one_it_is_shown_as_of_tell_nothing() -> None:
    async with reading(small(), size=SMALL) as reader:
        await as_of(reader, "2010")
        await reader.press("d", *"31 dec 2010", "enter", "r", "l")
        page = " ".join(reader.text("#day").split())
        assert "The timeline is shown as of 31 Dec 2010; this is later." in page
        assert "In office" not in page


@pytest.mark.slow
async def test_what_is_said_of_an_event_under_way_does_not_tell_its_end() -> None:
    async with reading(small(), size=SMALL) as reader:
        await as_of(reader, "2010")
        await reader.go("strike")
        await reader.press("M")
        assert "Marked since May 2010" in reader.picture
        await reader.press("j")
        assert "2013" not in reader.picture
        await reader.press("M")
        assert not LATER.search(reader.text("#pair"))
        await reader.press("escape", "d", *"may 2010")
        assert "2013" not in reader.picture


async def test_no_link_leads_to_what_came_later() -> None:
    async with reading(small(), size=SMALL) as reader:
        await reader.go("early")
        assert "link" in reader.text("#preview")
        await as_of(reader, "2010")
        assert "link" not in reader.text("#preview")
        await reader.press(">")
        assert "court" not in reader.picture


@pytest.mark.slow
@pytest.mark.parametrize("size", [(200, 50), (120, 40), (80, 24)])
async def test_the_banner_says_that_texts_may_tell_more(size: tuple[int, int]) -> None:
    async with reading(load_timeline(builtin_timeline()), size=size) as reader:
        await reader.press("a", *"2010")
        assert "texts may still mention them" in reader.picture
        await reader.press("enter")
        assert "texts may mention later events" in reader.line("#title")
        await reader.press("f", *"zhanaozen", "enter")
        assert "texts may mention later events" in reader.line("#title")


@pytest.mark.slow
async def test_it_is_said_that_escape_has_ended_it() -> None:
    async with reading(small(), size=SMALL) as reader:
        await as_of(reader, "2010")
        await reader.press("escape")
        assert reader.screen.session.view.as_of == ""
        assert "As-of ended; u restores it." in reader.picture


ASKED = [
    ("has:links", 3, 0),
    ("linked:early", 1, 0),
    ("linked:late", 2, 0),
    ("link:leads_to", 1, 0),
    ("before:2013-06", 4, 2),
    ("is:interval", 1, 1),
]


@pytest.mark.parametrize(("query", "now", "then"), mostly_slow(ASKED, ASKED[::4], several=True))
async def test_a_filter_knows_the_links_and_ends_of_that_day(
    query: str, now: int, then: int
) -> None:
    follows = (Link(to="late", kind="leads_to", basis="Ours."),)
    made = small()
    events = tuple(replace(e, links=follows) if e.id == "near" else e for e in made.events)
    async with reading(replace(made, events=events), size=WIDE) as reader:
        await reader.press("f", *query, "enter")
        assert f"{now} of 4 ·" in reader.line("#title")
        await as_of(reader, "2010")
        assert f"{then} of 3 ·" in reader.line("#title")
        await reader.press("escape", "escape")
        await reader.press("/", *query, "enter")
        assert f"1 of {now}" in reader.line("#title")


@pytest.mark.slow
async def test_links_among_what_was_known_answer_a_filter() -> None:
    async with reading(small(), size=WIDE) as reader:
        await as_of(reader, "2012")
        await reader.press("f", *"linked:early", "enter")
        assert "1 of 4 ·" in reader.line("#title")
        await reader.press("f", *"has:links", "enter")
        assert "2 of 4 ·" in reader.line("#title")


@pytest.mark.slow
async def test_another_session_starts_with_all_days(filed: Timeline) -> None:
    async with reading(filed, memory=memory_of(filed)) as reader:
        await reader.press("f", *"dockers", "enter", "2")
        await as_of(reader, "2010")
        assert "AS OF" in reader.line("#title")
        await reader.press("S", *"then", "enter")
    async with reading(filed, memory=memory_of(filed)) as reader:
        assert "AS OF" not in reader.picture
        foot = " ".join(" ".join(reader.drawn()[-3:]).split())
        assert "Resumed: dockers, minor events hidden." in foot
        assert "F turns the filter off, 3 shows every importance." in foot
        await reader.press("V", "enter")
        assert "AS OF" in reader.line("#title")


@pytest.mark.slow
async def test_a_day_of_the_year_is_not_taken_up_either(filed: Timeline) -> None:
    async with reading(filed, memory=memory_of(filed)) as reader:
        await reader.press("T", *"15 jan", "enter")
        assert "15 January" in reader.picture
    async with reading(filed, memory=memory_of(filed)) as reader:
        assert "15 January" not in reader.picture
        assert len(reader.ids) == 60


async def test_links_to_choose_from_stand_in_order_of_date() -> None:
    made = small()
    links = tuple(Link(to=to, kind="leads_to", basis="Ours.") for to in ("strike", "early"))
    events = tuple(replace(e, links=links) if e.id == "late" else e for e in made.events)
    async with reading(replace(made, events=events), size=SMALL) as reader:
        await reader.go("late")
        await reader.press(">")
        assert 0 < reader.picture.index("A treaty is signed") < reader.picture.rindex("Dockers")

"""Facets, offers in the bar, saved views, and undo of them all, as the reader sees them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import Input

from kztimeline.query.facets import FacetChoice, FacetValue
from kztimeline.session.resume import memory_of
from kztimeline.session.saved_views import last_view, save_view, saved_views
from kztimeline.session.selection import first_known
from kztimeline.session.state.state_files import state_file
from kztimeline.session.view import View
from kztimeline.timeline.model import Actor, Timeline, Topic, Track
from kztimeline.tui.dialogs.saved_views import ViewsScreen
from kztimeline.tui.render.facet_rows import draw, facet_rows
from kztimeline.tui.widgets.completions import Offers
from kztimeline.tui.widgets.facet_panel import FacetPanel
from kztimeline.tui.widgets.prompt_bar import PromptBar
from tests.commands import kzt
from tests.files import event as written
from tests.files import timeline as text_of
from tests.files import write
from tests.sampling import mostly_slow
from tests.tui.driving import Reader, reading
from tests.tui.sample import event, sample, timeline_of

# The panel


def panel(reader: Reader) -> FacetPanel:
    found = reader.screen.query_one(FacetPanel)
    assert isinstance(found, FacetPanel)
    return found


def row(reader: Reader, words: str) -> str:
    """The line of the panel with some words, without the mark of the row that has the keys."""
    lines = [line for line in reader.text("FacetPanel").splitlines() if words in line]
    assert lines, reader.text("FacetPanel")
    return " ".join(lines[0].replace("▸", " ").split())


async def to(reader: Reader, field: str, value: str) -> None:
    """Go to a value of the panel, by keys."""
    await reader.press("g")
    for _ in range(60):
        here = panel(reader).row
        if here and here.field == field and here.value and here.value.id == value:
            return
        await reader.press("j")
    raise AssertionError(f"{field}:{value} cannot be reached")


async def test_the_panel_opens_and_closes() -> None:
    async with reading() as reader:
        await reader.press("v")
        assert "Harbour League" in row(reader, "Harbour League")
        assert not reader.screen.query_one("#detail").display
        await reader.press("v")
        assert not reader.screen.query(FacetPanel)
        assert reader.screen.query_one("#detail").display
        await reader.press("g", "j")
        assert reader.here == reader.ids[1]


async def test_escape_closes_the_panel_before_it_clears_the_filter() -> None:
    async with reading() as reader:
        await reader.press("v", "space", "escape")
        assert not reader.screen.query(FacetPanel)
        assert reader.screen.session.view.query == "track:island"
        await reader.press("escape")
        assert reader.screen.session.view.query == ""


async def test_a_value_is_chosen_and_taken_back() -> None:
    async with reading() as reader:
        await reader.press("v", "j", "space")
        assert reader.screen.session.view.query == "track:league"
        assert {reader.screen.session.timeline.event(name).track for name in reader.ids} == {
            "league"
        }
        assert row(reader, "Harbour League").startswith("[x]")
        await reader.press("enter")
        assert reader.screen.session.view.query == ""
        assert len(reader.ids) == 60
        assert row(reader, "Harbour League").startswith("[ ]")


@pytest.mark.slow
async def test_several_values_of_one_facet_are_any_of_them() -> None:
    async with reading() as reader:
        await reader.press("v")
        await to(reader, "topic", "storms")
        await reader.press("space")
        storms = set(reader.ids)
        await reader.press("space")
        await to(reader, "topic", "schools")
        await reader.press("space")
        schools = set(reader.ids)
        await to(reader, "topic", "storms")
        await reader.press("space")
        assert reader.screen.session.view.query == "topic:schools,storms"
        assert set(reader.ids) == storms | schools
        assert "2 chosen" in row(reader, "Topic")


async def test_a_value_can_be_left_out() -> None:
    async with reading() as reader:
        await reader.press("v")
        await to(reader, "topic", "harbours")
        await reader.press("-")
        assert reader.screen.session.view.query == "-topic:harbours"
        assert "strike" not in reader.ids
        assert row(reader, "harbours").startswith("[-]")
        await reader.press("-")
        assert reader.screen.session.view.query == ""


async def test_counts_follow_the_other_filters_and_not_their_own() -> None:
    async with reading() as reader:
        await reader.press("v")
        league, island = row(reader, "Harbour League"), row(reader, "I  Island")
        await reader.press("space")
        assert row(reader, "Harbour League") == league
        assert row(reader, "I  Island").replace("[x]", "[ ]") == island
        storms = row(reader, "storms")
        await reader.press("space", "j", "space")
        assert row(reader, "storms") != storms
        left = int(row(reader, "storms").split()[-2])
        await to(reader, "topic", "storms")
        await reader.press("space")
        assert len(reader.ids) == left


@pytest.mark.slow
async def test_counts_follow_the_zoom_and_typed_filters() -> None:
    async with reading() as reader:
        await reader.press("v", "1")
        shown = [reader.screen.session.timeline.event(name) for name in reader.ids]
        league = sum(event.track == "league" for event in shown)
        assert int(row(reader, "Harbour League").split()[-2]) == league
        await reader.press("f")
        await reader.type("regatta")
        await reader.press("enter")
        assert reader.ids == []
        assert "[ ]" in row(reader, "I  Island")
        assert int(row(reader, "I  Island").split()[-2]) == 0
        await reader.press("3")
        assert int(row(reader, "I  Island").split()[-2]) == len(reader.ids) == 1


@pytest.mark.slow
async def test_what_is_chosen_joins_what_is_typed() -> None:
    async with reading() as reader:
        await reader.press("f")
        await reader.type("council or wren")
        await reader.press("enter", "v", "j", "space")
        assert reader.screen.session.view.query == "(council or wren) track:league"
        await reader.press("backspace")
        assert reader.screen.session.view.query == "council or wren"


@pytest.mark.slow
async def test_the_panel_keeps_the_keys_after_the_bar_was_used() -> None:
    async with reading() as reader:
        await reader.press("v", "f", "escape", "j", "space")
        assert reader.screen.session.view.query == "track:league"


@pytest.mark.slow
async def test_the_cursor_goes_from_facet_to_facet() -> None:
    async with reading() as reader:
        await reader.press("v", "tab")
        assert panel(reader).row.field == "topic"  # type: ignore[union-attr]
        await reader.press("shift+tab", "shift+tab")
        assert panel(reader).row.field == "source"  # type: ignore[union-attr]
        await reader.press("G")
        last = panel(reader).row
        await reader.press("pageup", "pagedown")
        assert panel(reader).row == last
        await reader.press("g", "down", "up")
        assert panel(reader).row == panel(reader).rows[1]


@pytest.mark.slow
async def test_the_values_are_narrowed_by_the_beginnings_of_words() -> None:
    async with reading() as reader:
        await reader.press("v", "/", *"isl")
        assert {line.key for line in panel(reader).rows if line.key} >= {("track", "island")}
        assert "Harbour League" not in reader.text("FacetPanel")
        assert reader.screen.query_one(PromptBar).hint.split()[1] == "values"
        await reader.press(*"xx")
        assert "No values match “islxx”." in reader.text("FacetPanel")
        await reader.press("escape")
        assert "Harbour League" in reader.text("FacetPanel")
        assert panel(reader).words == ""


async def test_narrowed_values_stay_until_escape_and_the_panel_until_the_next() -> None:
    async with reading() as reader:
        await reader.press("v", "/", *"harb", "enter")
        assert "esc shows all" in reader.line("#footer")
        before = panel(reader).row
        assert before is not None
        await reader.press("escape")
        after = panel(reader).row
        assert after is not None
        assert after.key == before.key
        assert "Island" in reader.text("FacetPanel")
        await reader.press("escape")
        assert not reader.screen.query(FacetPanel)


async def test_a_value_that_is_folded_away_is_found_and_stays_in_sight() -> None:
    events = [
        event(f"e{number}", "2001", f"No. {number}", actors=(f"a{min(number, 11)}",))
        for number in range(14)
    ]
    actors = tuple(Actor(id=f"a{n}", name=f"Person{n}", kind="person") for n in range(12))
    async with reading(replace(timeline_of(events), actors=actors)) as reader:
        await reader.press("v")
        assert "Person9" not in reader.text("FacetPanel")
        await reader.press("/", *"person9", "enter", "escape")
        line = panel(reader).row
        assert line is not None
        assert line.key == ("actor", "a9")
        assert "Person9" in reader.text("FacetPanel")


async def test_find_is_of_the_list_again_when_the_panel_is_closed() -> None:
    async with reading() as reader:
        await reader.press("v", "/", "escape", "v", "/", *"ito", "enter")
        assert reader.screen.session.view.find == "ito"


@pytest.mark.slow
async def test_the_mouse_chooses_and_leaves_out() -> None:
    async with reading() as reader:
        await reader.press("v")
        width = panel(reader).size.width
        await reader.pilot.click(FacetPanel, offset=(8, 2))
        await reader.settle()
        assert reader.screen.session.view.query == "track:league"
        await reader.pilot.click(FacetPanel, offset=(width - 2, 2))
        await reader.settle()
        assert reader.screen.session.view.query == "-track:league"
        await reader.pilot.click(FacetPanel, offset=(8, 1), control=True)
        await reader.settle()
        assert reader.screen.session.view.query == "-track:league,island"
        assert reader.ids == []


@pytest.mark.slow
async def test_quick_choices_all_count() -> None:
    async with reading() as reader:
        await reader.press("v")
        await reader.pilot.press("space", "j", "space", "k", "space")
        await reader.settle()
        assert reader.screen.session.view.query == "track:league"
        await reader.pilot.press("u", "u")
        await reader.settle()
        assert reader.screen.session.view.query == "track:island"


@pytest.mark.parametrize(
    "size", mostly_slow([(30, 10), (60, 20), (80, 24), (120, 40), (200, 60)], [(30, 10), (120, 40)])
)
async def test_the_panel_is_at_home_at_every_size(size: tuple[int, int]) -> None:
    async with reading(size=size) as reader:
        await reader.press("v", "j", "space")
        assert reader.screen.session.view.query == "track:league"
        assert panel(reader).region.right == size[0]
        assert row(reader, "Harbour" if size[0] > 40 else "Har").startswith("[x]")
        assert reader.screen.query_one("#detail").display == (size[0] >= 160)
        assert reader.screen.query_one("#list").display == (size[0] >= 76)
        await reader.press("v")
        assert reader.screen.query_one("#list").display


@pytest.mark.slow
async def test_only_certain_events_can_be_asked_for() -> None:
    async with reading() as reader:
        await reader.press("f")
        await reader.type("in:2012-01")
        await reader.press("enter")
        everything = reader.ids
        assert "vote" in everything
        assert "year" in everything
        assert "possible" in reader.line("#title")
        await reader.press("v")
        assert row(reader, "certain").startswith("[ ]")
        await reader.press("g", "space")
        assert reader.screen.session.view.certain
        assert "year" not in reader.ids
        assert "vote" in reader.ids
        assert "certain only" in reader.line("#title")
        await reader.press("u")
        assert reader.ids == everything
        await reader.press("C")
        assert "year" not in reader.ids


@pytest.mark.slow
@pytest.mark.parametrize(
    "clearing",
    [("escape",), ("f", "ctrl+u", "enter"), ("f", "delete", "enter")],
    ids=lambda keys: " ".join(keys),
)
async def test_what_was_asked_of_the_matches_of_a_filter_goes_with_the_filter(
    clearing: tuple[str, ...],
) -> None:
    async with reading() as reader:
        await reader.press("f", *"in:2012-01", "enter", "C")
        assert "certain only" in reader.line("#title")
        await reader.press(*clearing, "f", *"in:2012-01", "enter")
        assert "certain only" not in reader.line("#title")
        assert "year" in reader.ids
        await reader.press("u", "u")
        assert "certain only" in reader.line("#title")


@pytest.mark.slow
async def test_a_filter_that_is_written_anew_keeps_what_is_asked_of_its_matches() -> None:
    async with reading() as reader:
        await reader.press("f", *"in:2012-01", "enter", "C", "f", "ctrl+u", *"in:2012", "enter")
        assert "certain only" in reader.line("#title")


async def test_a_start_says_what_each_key_shows_again(filed: Timeline) -> None:
    memory_of(filed).keep(View(query="in:2012-01", certain=True))
    async with reading(filed, memory=memory_of(filed)) as reader:
        said = "Resumed: in January 2012, certain only."
        assert f"{said} F turns the filter off, C shows possible matches." in reader.said


# The folding of long facets


def values(count: int) -> list[FacetValue]:
    return [FacetValue(f"v{n}", f"value {n}", n, FacetChoice.NONE) for n in range(count)]


def test_a_long_facet_is_folded_to_the_most_frequent_values() -> None:
    rows = facet_rows({"topic": values(30)})
    assert [line.value.id for line in rows if line.value] == [f"v{n}" for n in range(29, 21, -1)]
    assert rows[-1].kind == "more"
    assert rows[-1].number == 21
    assert len(facet_rows({"topic": values(30)}, {"topic"})) == 30


def test_what_is_chosen_is_never_folded_away() -> None:
    chosen = replace(values(30)[1], choice=FacetChoice.UNWANTED)
    rows = facet_rows({"topic": [chosen, *values(30)[2:]]})
    assert chosen in [line.value for line in rows]
    assert rows[1].key != rows[2].key


def test_values_that_would_leave_nothing_are_not_offered_in_long_facets() -> None:
    assert facet_rows({"actor": values(1)}) == []
    assert len(facet_rows({"track": values(1)})) == 2


@pytest.mark.parametrize("cells", [10, 28, 40, 52])
def test_a_line_of_the_panel_shows_box_and_count_at_every_width(cells: int) -> None:
    value = FacetValue("storms", "storms and other weather at sea", 12, FacetChoice.WANTED)
    lines = facet_rows({"topic": [value]})
    text = "".join(piece.text for piece in draw(sample(), lines[1], cells))
    assert "[x]" in text
    assert "12" in text
    assert cells < 20 or len(text) <= cells


async def test_a_folded_facet_opens_in_place() -> None:
    async with reading() as reader:
        await reader.press("v")
        panel(reader)._facets = {"topic": values(30)}
        panel(reader)._draw()
        await reader.press("G", "space")
        here = panel(reader).row
        assert here is not None
        assert here.value is not None
        assert here.value.id == "v21"
        assert reader.screen.session.view.query == ""


# On, off, back and again


async def test_one_key_switches_all_filters_off_and_on_with_the_facets() -> None:
    async with reading() as reader:
        await reader.press("f")
        await reader.type("council")
        await reader.press("enter", "v", "space")
        filtered = reader.ids
        await reader.press("F")
        assert len(reader.ids) == 60
        assert "off: council, Island track" in reader.line("#title")
        assert row(reader, "Island").startswith("[x]")
        await reader.press("F")
        assert reader.ids == filtered


async def test_one_key_hides_what_no_document_supports() -> None:
    async with reading() as reader:
        await reader.press("O")
        timeline = reader.screen.session.timeline
        assert reader.ids == [e.id for e in timeline.events if timeline.origin(e) == "seed"]
        assert "with a document" in reader.line("#title")
        await reader.press("O")
        assert len(reader.ids) == 60


@pytest.mark.slow
async def test_documents_only_joins_the_filter_and_leaves_it() -> None:
    async with reading() as reader:
        await reader.press("f")
        await reader.type("council origin:reference")
        await reader.press("enter", "O")
        assert reader.screen.session.view.query == "council origin:seed"
        await reader.press("F", "O")
        assert reader.screen.session.view.query == "council origin:seed"
        assert reader.screen.session.view.filtering
        await reader.press("O")
        assert reader.screen.session.view.query == "council"


@pytest.mark.slow
async def test_every_change_of_the_view_is_taken_back_and_done_again() -> None:
    steps = [["v", "space"], ["tab", "-"], ["1"], ["O"], ["F"], ["F"], ["C"], ["2"]]
    async with reading() as reader:
        seen: list[tuple[View, list[str]]] = [(reader.screen.session.view, reader.ids)]
        for keys in steps:
            await reader.press(*keys)
            seen.append((reader.screen.session.view, reader.ids))
        assert len({view for view, _ids in seen}) == len(seen) - 1  # F twice is where it was
        for view, ids in reversed(seen[:-1]):
            await reader.press("u")
            assert reader.screen.session.view.same_choice(view)
            assert reader.ids == ids
        await reader.press("u")
        assert reader.ids == seen[0][1]
        for view, ids in seen[1:]:
            await reader.press("U")
            assert reader.screen.session.view.same_choice(view)
            assert reader.ids == ids


@pytest.mark.slow
async def test_changes_taken_back_faster_than_they_are_shown() -> None:
    async with reading() as reader:
        await reader.press("v", "space", "tab", "space", "O")
        last = reader.screen.session.view
        await reader.pilot.press("u", "u", "u", "U", "U", "U")
        await reader.settle()
        assert reader.screen.session.view.same_choice(last)
        await reader.pilot.press("u", "u", "u")
        await reader.settle()
        assert reader.screen.session.view.query == ""
        assert len(reader.ids) == 60


@pytest.mark.slow
async def test_find_leaves_the_facets_alone() -> None:
    async with reading() as reader:
        await reader.press("v", "space", "v")
        filtered = reader.ids
        await reader.press("/")
        await reader.type("harbour")
        await reader.press("enter", "n", "N")
        assert reader.ids == filtered
        assert reader.screen.session.view.query == "track:island"


# Offers in the bar


def offers(reader: Reader) -> list[str]:
    found = reader.screen.query_one(Offers)
    return [offer.replacement for offer in found.offers] if found.display else []


async def test_the_bar_offers_values_with_what_each_would_leave() -> None:
    async with reading() as reader:
        await reader.press("f")
        assert offers(reader) == []
        await reader.type("topic:s")
        assert sorted(offers(reader)) == ["schools", "storms"]
        counts = [int(line.split()[-1]) for line in reader.text("Offers").splitlines()]
        first = offers(reader)[0]
        await reader.press("tab")
        assert reader.screen.session.view.query == f"topic:{first}"
        assert offers(reader) == []
        assert len(reader.ids) == counts[0]
        await reader.press(",")
        assert "schools" in offers(reader)


async def test_an_arrow_chooses_an_offer_and_enter_takes_it() -> None:
    async with reading() as reader:
        await reader.press("f")
        await reader.type("topic:s")
        await reader.press("down", "down")
        assert "▸ schools" in reader.text("Offers")
        await reader.press("enter")
        assert reader.screen.query("PromptBar")
        assert reader.screen.session.view.query == "topic:schools"
        await reader.press("enter")
        assert not reader.screen.query("PromptBar")


async def test_arrows_go_round_and_escape_lets_go_of_the_offer_first() -> None:
    async with reading() as reader:
        await reader.press("f")
        await reader.type("topic:s")
        await reader.press("up")
        assert "▸ schools" in reader.text("Offers")
        await reader.press("escape")
        assert "▸" not in reader.text("Offers")
        assert reader.screen.query("PromptBar")
        await reader.press("escape")
        assert not reader.screen.query("PromptBar")


async def test_an_actor_is_found_by_any_of_the_names() -> None:
    async with reading() as reader:
        await reader.press("f")
        await reader.type("ken")
        assert "actor:ito" in offers(reader)
        await reader.press("tab", "enter")
        assert reader.screen.session.view.query == "actor:ito"
        assert reader.ids == ["press"]


async def test_tab_in_an_empty_bar_shows_what_there_is_to_ask() -> None:
    async with reading() as reader:
        await reader.press("f", "tab")
        assert {"topic:", "actor:", "in:"} <= set(offers(reader))
        assert "filed under the topic" in reader.text("Offers")


async def test_a_click_on_an_offer_that_is_gone_takes_nothing() -> None:
    async with reading() as reader:
        await reader.press("f")
        await reader.type("topic:")
        offers = reader.screen.query_one(Offers)
        late = Offers.OfferClicked(offers.offers, len(offers.offers) - 1)
        await reader.type("fer")
        offers.post_message(late)
        await reader.settle()
        assert reader.screen.query_one(Input).value == "topic:fer"


async def test_an_offer_is_taken_by_a_click() -> None:
    async with reading() as reader:
        await reader.press("f")
        await reader.type("topic:s")
        await reader.pilot.click(Offers, offset=(4, 1))
        await reader.settle()
        assert reader.screen.session.view.query == "topic:schools"
        await reader.press("enter")
        assert not reader.screen.query("PromptBar")


def counted(reader: Reader) -> dict[str, int]:
    """Return what each offer in sight would leave, as the list says it."""
    lines = reader.text("Offers").splitlines()
    return {line.split()[0]: int(line.split()[-1]) for line in lines}


@pytest.mark.slow
async def test_as_of_a_day_nothing_later_is_offered_or_counted() -> None:
    async with reading() as reader:
        reader.screen.ask(as_of="2012-01-20")
        known = {event.id: event for event in reader.screen.session.chosen.timeline.events}
        await reader.press("f", *"topic:s")
        expected = {
            topic: sum(topic in event.topics for event in known.values())
            for topic in ("storms", "schools")
        }
        assert counted(reader) == expected
        for begun, later in (("actor:i", "ito"), ("era:li", "third")):
            await reader.press(*["backspace"] * 12, *begun)
            assert later not in offers(reader), begun
        await reader.press(*["backspace"] * 12, *"lin")
        assert offers(reader) == ["link:", "linked:"]
        await reader.press(*["backspace"] * 12, "escape", "a", "backspace", "enter", "f", *"lin")
        assert offers(reader) == ["link:", "linked:", "era:third"]


async def test_as_of_a_day_the_facets_name_and_count_what_is_known() -> None:
    async with reading(size=(200, 60)) as reader:
        await reader.press("v")
        assert "Ken Ito" in reader.text("FacetPanel")
        assert "Lind" in reader.text("FacetPanel")
        reader.screen.ask(as_of="2012-01-20")
        await reader.settle()
        known = reader.screen.session.chosen.timeline.events
        assert "Ken Ito" not in reader.text("FacetPanel")
        assert "Lind" not in reader.text("FacetPanel")
        shown = {
            (row.field, row.value.id): row.value.count for row in panel(reader).rows if row.value
        }
        for track in ("island", "league"):
            assert shown["track", track] == sum(event.track == track for event in known)


async def test_counts_agree_with_the_list_where_a_date_gives_room() -> None:
    dates = {"a": "2012-03~", "b": "2015~", "c": "2012", "d": "2011/..", "e": "2012-03"}
    timeline = timeline_of([event(name, date, "Pier") for name, date in dates.items()])
    async with reading(timeline) as reader:
        reader.screen.ask(as_of="2012-02-01")
        assert reader.ids == ["d", "c", "a"]
        await reader.press("f", *"topic:harb")
        assert counted(reader) == {"harbours": 3}


@pytest.mark.slow
async def test_a_find_counts_what_is_shown_and_names_what_is_hidden() -> None:
    async with reading() as reader:
        await reader.press("f", *"track:island", "enter", "/", *"ferry")
        every = len(reader.screen.session.search.run("ferry").positions)
        seen = len(reader.screen.session.search.run("track:island ferry").positions)
        assert 0 < seen < every
        assert f"{seen} matches, {every - seen} hidden by the filter" in reader.text("Hint")
        await reader.press("escape", "escape")
        reader.screen.ask(query="", as_of="2000")
        await reader.press("/", *"ferry")
        known = reader.screen.session.search.run("ferry before:2001").positions
        assert f"{len(known)} matches" in reader.text("Hint")
        assert "not shown" not in reader.text("Hint")


@pytest.mark.slow
async def test_saved_views_say_all_that_they_hide_and_count_what_is_left() -> None:
    async with reading(size=(120, 40)) as reader:
        await reader.go("vote")
        await reader.press("p")
        for name, choice in (("then", {"as_of": "2012-02"}), ("pins", {"pinned": True})):
            reader.screen.ask(**choice)
            await reader.settle()
            await reader.press("S", *name, "enter", "u")
        await reader.press("V")
        lines = {
            line.split()[0]: line.split()
            for line in reader.text("ViewList").splitlines()
            if "@" in line
        }
        assert lines["@pins"][1:] == ["1", "only", "pins"]
        assert lines["@then"][2:] == ["as", "of", "29", "Feb", "2012"]
        reader.screen.ask(as_of="2012-02")
        assert int(lines["@then"][1]) == len(reader.ids)


async def test_only_pins_are_counted_where_only_pins_are_shown() -> None:
    async with reading() as reader:
        await reader.go("vote")
        await reader.press("p", "P", "f", *"topic:e")
        assert counted(reader) == {"elections": 1}


async def test_the_list_does_not_move_under_the_offers() -> None:
    async with reading() as reader:
        await reader.press("f")
        before = reader.screen.list.region
        await reader.type("t")
        assert offers(reader)
        assert reader.screen.list.region == before
        assert reader.screen.query_one(Offers).region.bottom == before.bottom


# Views under a name, and the last one


@pytest.fixture
def filed() -> Timeline:
    """The sample as if it came from a file."""
    return replace(sample(), path="/nowhere/island.yaml")


@pytest.mark.slow
async def test_a_view_is_saved_and_opened(filed: Timeline) -> None:
    async with reading(filed) as reader:
        await reader.press("v", "space", "v", "2")
        view, ids = reader.screen.session.view, reader.ids
        await reader.press("S")
        await reader.type("my isle")
        await reader.press("enter")
        assert "@my-isle" in reader.line("#footer")
        assert saved_views(filed).views == {"my-isle": view}
        await reader.press("3", "f", "backspace", *["backspace"] * 20, "enter")
        assert len(reader.ids) == 60
        await reader.press("V")
        assert isinstance(reader.app.screen, ViewsScreen)
        assert "@my-isle" in reader.text("ViewList")
        assert str(len(ids)) in reader.text("ViewList")
        await reader.press("enter")
        assert reader.screen.session.view.same_choice(view)
        assert reader.ids == ids
        await reader.press("u")
        assert len(reader.ids) == 60


@pytest.mark.slow
async def test_a_name_in_use_says_what_it_replaces(filed: Timeline) -> None:
    save_view(filed, "isle", View(query="ferry"))
    async with reading(filed) as reader:
        await reader.press("O", "S")
        await reader.type("is")
        assert offers(reader) == ["isle"]
        assert "ferry" in reader.text("Offers")
        await reader.press("tab", "enter")
        assert "@isle is saved already: ferry; enter again replaces it." in reader.picture
        assert saved_views(filed).views["isle"].query == "ferry"
        await reader.press("enter")
        assert "in place of: ferry" in reader.line("#footer")
        assert saved_views(filed).views["isle"].query == "origin:seed"


async def test_a_name_that_is_none_is_refused(filed: Timeline) -> None:
    async with reading(filed) as reader:
        await reader.press("S")
        await reader.press("/", "enter")
        assert "one word" in reader.text("Hint")
        assert saved_views(filed).views == {}


@pytest.mark.slow
async def test_no_saved_view_is_no_dead_end() -> None:
    async with reading() as reader:
        await reader.press("V")
        assert "S saves the current view" in reader.text("ViewList")
        await reader.press("enter", "x", "j", "escape")
        assert not isinstance(reader.app.screen, ViewsScreen)


async def test_a_saved_view_is_removed_and_brought_back(filed: Timeline) -> None:
    save_view(filed, "a", View(query="ferry"))
    save_view(filed, "b", View(query="topic:gone"))
    async with reading(filed) as reader:
        await reader.press("V", "x")
        assert list(saved_views(filed).views) == ["b"]
        await reader.press("u")
        assert list(saved_views(filed).views) == ["a", "b"]
        await reader.press("j", "enter")
        assert "gone" in reader.line("#footer")
        assert len(reader.ids) == 60


async def test_a_saved_view_is_opened_by_a_click(filed: Timeline) -> None:
    save_view(filed, "a", View(query="regatta"))
    async with reading(filed) as reader:
        await reader.press("V")
        await reader.pilot.click("ViewList", offset=(4, 1))
        await reader.settle()
        assert reader.ids == ["emoji"]


async def test_a_view_that_cannot_be_saved_says_so(filed: Timeline) -> None:
    state_file("views").parent.parent.mkdir(parents=True, exist_ok=True)
    state_file("views").parent.write_text("in the way")
    async with reading(filed) as reader:
        await reader.press("S")
        await reader.press("a", "enter")
        assert "cannot be saved" in reader.line("#footer")


async def test_the_screen_and_the_command_line_show_the_same(tmp_path: Path) -> None:
    from kztimeline.loading.cache import load_timeline

    path = write(
        tmp_path,
        text_of(
            written("one"),
            written("two", "1994", "home"),
            written("three", "1994-05-01", "home"),
        ),
    )
    async with reading(load_timeline(path)) as reader:
        await reader.press("f")
        await reader.type("track:home in:1994-05")
        await reader.press("enter", "C", "S")
        await reader.type("may")
        await reader.press("enter")
        shown = reader.ids
    listed = kzt("list", "-t", path, "@may").stdout
    assert [line.rsplit("[", 1)[1].strip("]") for line in listed.splitlines()] == shown
    assert shown == ["three"]


@pytest.mark.slow
async def test_the_last_view_is_there_at_the_next_start(filed: Timeline) -> None:
    async with reading(filed, memory=memory_of(filed)) as reader:
        await reader.press("v", "space", "v", "2")
        await reader.go("strike")
        ids = reader.ids
    assert last_view(filed)[0].query == "track:island"
    async with reading(filed, memory=memory_of(filed)) as reader:
        assert reader.ids == ids
        assert reader.here == "strike"
        assert "Resumed: Island track, minor events hidden." in reader.line("#footer")
        await reader.press("F", "3")
        assert len(reader.ids) == 60


@pytest.mark.slow
@pytest.mark.parametrize("keys", [("f", *"dockers"), ("/", *"ito"), ("d", *"2012")])
async def test_what_is_typed_and_not_accepted_is_not_in_the_next_session(
    filed: Timeline, keys: tuple[str, ...]
) -> None:
    async with reading(filed, memory=memory_of(filed)) as reader:
        await reader.press("f", *"ferry", "enter")
        accepted, shown = reader.ids, reader.drawn()[1:]
        await reader.press(*keys)
        reader.screen.keep()
        async with reading(filed, memory=memory_of(filed)) as other:
            assert other.ids == accepted
            assert "Resumed: ferry. F turns the filter off." in other.picture
        await reader.press("escape")
        assert reader.drawn()[1:] == shown
        await reader.press("f", "ctrl+u", *"dockers", "enter")
        reader.screen.keep()
    async with reading(filed, memory=memory_of(filed)) as other:
        assert "Resumed: dockers. F turns the filter off." in other.picture


async def test_what_is_typed_when_the_terminal_goes_is_not_in_the_next_session(
    filed: Timeline,
) -> None:
    async with reading(filed, memory=memory_of(filed)) as reader:
        await reader.press("f", *"ferry", "enter", "f", *"zzzz")
        reader.app.leave(129)
    async with reading(filed, memory=memory_of(filed)) as other:
        assert "Resumed: ferry. F turns the filter off." in other.picture


async def test_a_last_view_of_another_state_of_the_file_does_no_harm(filed: Timeline) -> None:
    memory = memory_of(filed)
    memory.keep(View(query="topic:gone", cursor="gone"))
    async with reading(filed, memory=memory_of(filed)) as reader:
        assert len(reader.ids) == 60
        assert reader.here == first_known(filed)
        assert "gone" in reader.line("#footer")


async def test_a_damaged_last_view_is_said_so(filed: Timeline) -> None:
    memory_of(filed).keep(View(query="ferry"))
    state_file("last").write_bytes(b"\x00")
    async with reading(filed, memory=memory_of(filed)) as reader:
        assert "damaged" in reader.line("#footer")
        assert len(reader.ids) == 60


async def test_without_memory_nothing_is_kept(filed: Timeline) -> None:
    async with reading(filed) as reader:
        await reader.press("O")
    assert not state_file("last").exists()


@pytest.mark.slow
async def test_typing_takes_the_place_of_the_words_found_before() -> None:
    async with reading() as reader:
        await reader.press("/", *"ito", "enter", "/", *"wren", "enter")
        assert reader.screen.session.view.find == "wren"
        reader.send("/", *"storm", "enter")
        await reader.settle()
        assert reader.screen.session.view.find == "storm"


@pytest.mark.slow
async def test_the_words_found_before_stay_where_nothing_or_more_is_typed() -> None:
    async with reading() as reader:
        await reader.press("/", *"ito", "enter", "/", "enter")
        assert reader.screen.session.view.find == "ito"
        await reader.press("/", "end", *" press", "enter")
        assert reader.screen.session.view.find == "ito press"


@pytest.mark.slow
async def test_typing_replaces_the_filter_and_right_keeps_it() -> None:
    async with reading() as reader:
        await reader.press("f", *"ito", "enter", "f", "enter")
        assert reader.screen.session.view.query == "ito"
        await reader.press("f", "right", *" law", "enter")
        assert reader.screen.session.view.query == "ito law"
        await reader.press("f", "right", *" rule", "enter")
        assert reader.screen.session.view.query == "ito law rule"
        await reader.press("f", "right", *" of", "enter")
        assert reader.screen.session.view.query == "ito law rule of"
        await reader.press("f", "right", *" the", "enter")
        assert reader.screen.session.view.query == "ito law rule of the"
        await reader.press("f", *"law", "enter")
        assert reader.screen.session.view.query == "law"


async def test_words_to_find_are_whole_however_fast_they_are_typed() -> None:
    async with reading() as reader:
        reader.send("/", *"ferry")
        await reader.settle()
        assert reader.screen.session.view.find == "ferry"
        bar = reader.screen.query_one(PromptBar)
        bar.insert("m")
        bar.insert("an")
        assert bar.text == "ferryman"


@pytest.mark.slow
async def test_what_leaves_most_events_is_offered_first_and_what_leaves_none_last() -> None:
    async with reading() as reader:
        reader.screen.session.search.prepare()
        await reader.press("f", *"topic:")
        counts = [int(line.split()[-1]) for line in reader.text("Offers").splitlines()]
        assert counts == sorted(counts, reverse=True)
        await reader.press("escape", "escape", "f", *"regatta topic:", "tab")
        assert reader.ids == ["emoji"]


async def test_tab_takes_what_is_named_exactly() -> None:
    events = [event("one", "2001", "Us", "us"), event("two", "2002", "Them", actors=("us-first",))]
    tracks = (Track(id="island", name="Island", letter="I"), Track(id="us", name="U", letter="U"))
    actors = tuple(
        Actor(id=f"us-{name}", name=f"US {name}", kind="office") for name in ("first", "second")
    )
    timeline = replace(timeline_of(events), tracks=tracks, actors=actors)
    async with reading(timeline) as reader:
        await reader.press("f", *"us", "tab", "enter")
        assert reader.screen.session.view.query == "track:us"


@pytest.mark.slow
async def test_after_a_completed_value_the_next_word_may_follow() -> None:
    async with reading() as reader:
        await reader.press("f", *"topic:st", "tab", *"flo")
        assert reader.screen.query_one(PromptBar).text == "topic:storms flo"
        await reader.press("enter")
        assert reader.screen.session.view.query == "topic:storms flo"
        await reader.press("escape", "f", *"topic:st", "tab", ",", *"scho", "tab", "enter")
        assert reader.screen.session.view.query == "topic:storms,schools"
        await reader.press("escape", "f", *"(topic:st", "tab", ")", "enter")
        assert reader.screen.session.view.query == "(topic:storms)"


@pytest.mark.slow
async def test_an_id_that_is_begun_comes_before_a_name_that_leaves_more() -> None:
    events = [event(f"e{number}", "2001", "One", topics=("zeal",)) for number in range(3)]
    events.append(event("e4", "2001", "Two", topics=("nuts",)))
    topics = (
        Topic(id="zeal", name="Numerous", letter="Z"),
        Topic(id="nuts", name="Nuts", letter="N"),
    )
    async with reading(replace(timeline_of(events), topics=topics)) as reader:
        reader.screen.session.search.prepare()
        await reader.press("f", *"topic:nu", "tab", "enter")
        assert reader.ids == ["e4"]


async def test_a_saved_view_holds_no_words_that_were_found(filed: Timeline) -> None:
    async with reading(filed) as reader:
        await reader.press("/", *"council", "enter", "S", *"mine", "enter")
        assert saved_views(filed).views["mine"].find == ""
        assert reader.screen.session.view.find == "council"


@pytest.mark.slow
async def test_a_space_after_a_word_keeps_the_count_and_ends_what_is_offered() -> None:
    async with reading() as reader:
        await reader.press("f")
        await reader.type("wren")
        bar = reader.screen.query_one(PromptBar)
        counted = bar.hint.split("   ")[0]
        assert "of 60" in counted
        await reader.type(" ")
        assert bar.hint.split("   ")[0] == counted
        assert not reader.screen.query_one(Offers).display


@pytest.mark.slow
async def test_a_filter_mended_back_to_what_is_shown_is_used() -> None:
    async with reading() as reader:
        await reader.press("f")
        await reader.type("wren")
        await reader.type(" in:x")
        bar = reader.screen.query_one(PromptBar)
        assert "not a date" in bar.hint
        await reader.press(*["backspace"] * len(" in:x"))
        assert "of 60" in bar.hint
        await reader.press("enter")
        assert not reader.screen.typing.is_open
        assert reader.screen.session.view.query == "wren"


async def test_tab_right_after_a_letter_completes_what_is_typed_then() -> None:
    async with reading() as reader:
        await reader.press("f")
        await reader.type("topic:f")
        reader.send("backspace", "e", "tab")
        await reader.settle()
        assert reader.screen.query_one(PromptBar).text == "topic:elections "


async def test_the_header_names_a_mended_filter_in_the_frame_of_its_letter() -> None:
    async with reading() as reader:
        reader.screen.session.search.prepare()
        await reader.press("f")
        await reader.type("in:2012-0")
        assert "last understood" in reader.drawn()[0]
        await reader.type("3")
        assert "last understood" not in reader.drawn()[0]
        assert "in March 2012" in reader.drawn()[0]

"""The evidence of an event, and the coverage of the documents, on the screen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kztimeline.timeline.evidence import exhibits
from kztimeline.timeline.model import Timeline
from kztimeline.tui.render.pages.coverage import mention_cells
from kztimeline.tui.render.pages.evidence import CitedText, evidence_of, resolution
from tests.sampling import mostly_slow
from tests.tui.pages import LETTER, LETTER_CARD, app_of, at, evidenced, screen_of, text_after

SIZE = (100, 48)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / LETTER_CARD.file).write_text(LETTER, encoding="utf-8")
    return tmp_path


async def test_e_opens_the_passage_with_its_document_and_how_the_date_was_read(
    folder: Path,
) -> None:
    async with app_of(folder).run_test(size=SIZE) as pilot:
        screen = await at(pilot, "press")
        text = await text_after(pilot, "e")
        assert "Passage 1 of 2" in text
        assert "Ito came to the Longquay on Wednesday and pressed the envoy." in text
        assert "¶ d1 A letter home" in text
        assert "Archive, March 2012" in text
        assert "“Wednesday”, relative to another date: 1 Feb 2012, " in text
        assert "counted from publication in March 2012" in text
        assert "as in the passage" in text
        assert "Inferred: The letter says Wednesday" in text
        roles = {
            piece.text: piece.role for line in screen.pages.evidence._detail.lines for piece in line
        }
        assert roles["Wednesday"] == "match"


async def test_passages_are_stepped_through_round_and_round(folder: Path) -> None:
    async with app_of(folder).run_test(size=SIZE) as pilot:
        await at(pilot, "press")
        assert "Passage 2 of 2" in await text_after(pilot, "e", "s")
        assert "Passage 1 of 2" in await text_after(pilot, "s")
        assert "Passage 2 of 2" in await text_after(pilot, ",")


async def test_the_documents_other_events_are_a_key_away_and_back(folder: Path) -> None:
    async with app_of(folder).run_test(size=SIZE) as pilot:
        screen = await at(pilot, "strike")
        text = await text_after(pilot, "e")
        assert "1 other event from document d1" in text
        # The address comes first, then the event.
        text = await text_after(pilot, "tab", "tab", "tab", "enter")
        assert screen.session.view.cursor == "press"
        assert "Passage 1 of 2" in text
        assert "trail" in text
        await text_after(pilot, "<")
        assert screen.session.view.cursor == "strike"
        await text_after(pilot, "escape")
        assert screen.session.view.page == ""


async def test_without_the_text_it_says_which_file_is_wanted_where_and_its_hash(
    tmp_path: Path,
) -> None:
    async with app_of(tmp_path).run_test(size=(120, 48)) as pilot:
        await at(pilot, "press")
        text = await text_after(pilot, "e")
        first = "The words of the document are not shown: its text is not part of this program."
        assert first in text
        # How to have it is folded away until that is asked for.
        assert "How to have the text here" in text
        assert "Expected file" not in text
        for _ in range(20):
            text = await text_after(pilot, "tab")
            if pilot.app.screen.pages.evidence.chosen_link == "#text":  # type: ignore[attr-defined]
                break
        text = await text_after(pilot, "enter")
        assert text.index(first) < text.index("Expected file d1.txt")
        assert "KZT_DOCUMENTS" in text
        assert "--documents" in text
        assert LETTER_CARD.sha256 in text
        assert f"in folder {tmp_path}" in text.replace("\n", " ")
        assert "“Wednesday”, relative to another date: 1 Feb 2012" in text


async def test_another_text_under_the_name_is_told_from_the_one_wanted(tmp_path: Path) -> None:
    (tmp_path / LETTER_CARD.file).write_text("Something else.", encoding="utf-8")
    async with app_of(tmp_path).run_test(size=(120, 48)) as pilot:
        await at(pilot, "press")
        text = await text_after(pilot, "e")
        assert "differs from the recorded text; its hash:" in text.replace("\n", " ")
        assert LETTER_CARD.sha256 in text


async def test_an_event_that_only_references_support_says_so() -> None:
    async with app_of().run_test(size=SIZE) as pilot:
        await at(pilot, "vote")
        text = await text_after(pilot, "e")
        assert "Not in the documents; supported by outside sources only." in text
        assert "https://gazette.example/notes" in text


@pytest.mark.slow
async def test_the_evidence_follows_the_selection(folder: Path) -> None:
    async with app_of(folder).run_test(size=SIZE) as pilot:
        screen = await at(pilot, "strike")
        await text_after(pilot, "e", "j")
        assert screen.session.view.page == "evidence"
        event = screen.session.event
        assert event is not None
        assert event.id != "strike"
        assert event.title[:20] in await text_after(pilot)


async def test_the_evidence_stands_beside_the_page_where_there_is_room(folder: Path) -> None:
    async with app_of(folder).run_test(size=(200, 50)) as pilot:
        await at(pilot, "press")
        text = await text_after(pilot, "enter")
        assert "Passage 1 of 2" in text
        assert "Sources ─" in text
        await pilot.resize_terminal(100, 50)
        assert "Passage 1 of 2" not in await text_after(pilot)


async def test_coverage_lists_every_document_with_its_mentions() -> None:
    async with app_of().run_test(size=SIZE) as pilot:
        text = await text_after(pilot, "c")
        assert "7 dates c 3 cited d 2 dismissed o 2 open" in text
        assert "6 dates c 3 cited d 2 dismissed o 1 open" in text
        strip = next(line for line in text.splitlines() if line.startswith("··"))
        assert "".join(strip.split("·")) == "dcccdo"
        assert "¶" not in text.splitlines()[2]
        assert "Minutes of the council" in text


async def test_a_chosen_mention_shows_phrase_date_and_disposition(folder: Path) -> None:
    # Without the folder: comparing with the texts is another test's matter.
    app = app_of(folder)
    app._find_folder = lambda: None
    async with app.run_test(size=SIZE) as pilot:
        text = await text_after(pilot, "c")
        assert "“March” date 1 of 6" in text
        assert "d dismissed: when the letter was written" in text
        assert "A letter home, written in March." in text
        text = await text_after(pilot, "l")
        assert "“Wednesday” date 2 of 6" in text
        assert "1 Feb 2012, counted from publication in March 2012" in text
        assert "c cited by" in text
        text = await text_after(pilot, "n")
        assert "“some day” date 6 of 6" in text
        assert "o open: neither cited nor dismissed" in text
        assert ": no date" in text
        assert "“2012” date 1 of 1" in await text_after(pilot, "j")
        assert "“March” date 1 of 6" in await text_after(pilot, "k")
        assert "“2012” date 1 of 1" in await text_after(pilot, "h")


async def test_a_mention_leads_to_its_event_and_undo_back() -> None:
    async with app_of().run_test(size=SIZE) as pilot:
        screen = await at(pilot, "far")
        await text_after(pilot, "c", "l", "enter")
        assert (screen.session.view.cursor, screen.session.view.page) == ("press", "evidence")
        await text_after(pilot, "u")
        assert (screen.session.view.cursor, screen.session.view.page) == ("far", "coverage")


async def test_a_mention_of_several_events_asks_which() -> None:
    async with app_of().run_test(size=SIZE) as pilot:
        screen = await at(pilot, "far")
        text = await text_after(pilot, "c", "l", "l", "enter")
        assert "Events that cite “Two days later”" in text
        text = await text_after(pilot, "j", "enter")
        assert (screen.session.view.cursor, screen.session.view.page) == ("strike", "evidence")
        assert "● “Two days later”" in text


@pytest.mark.slow
async def test_an_event_that_goes_while_it_is_offered_is_said_to_be_gone() -> None:
    whole = evidenced()
    kept = [event for event in whole.events if event.id not in ("press", "strike")]
    events = tuple(replace(event, links=()) for event in kept)
    async with app_of().run_test(size=SIZE) as pilot:
        screen = await at(pilot, "far")
        await text_after(pilot, "c", "l", "l", "enter")
        screen.show_timeline(replace(whole, events=events))
        assert "no longer in the timeline" in await text_after(pilot, "enter")


async def test_a_mention_without_an_event_says_so() -> None:
    async with app_of().run_test(size=SIZE) as pilot:
        assert "No event cites this date." in await text_after(pilot, "c", "enter")


async def test_a_mention_whose_event_is_gone_from_the_file_says_so() -> None:
    whole = evidenced()
    kept = [event for event in whole.events if event.id not in ("press", "strike")]
    events = tuple(replace(event, links=()) for event in kept)
    async with app_of(timeline=replace(whole, events=events)).run_test(size=SIZE) as pilot:
        assert "No event cites this date." in await text_after(pilot, "c", "l", "enter")
        assert "No event cites this date." in await text_after(pilot, "l", "enter")


async def test_a_click_on_the_strip_chooses_the_mention_there() -> None:
    async with app_of().run_test(size=SIZE) as pilot:
        text = await text_after(pilot, "c")
        raw = next(n for n, line in enumerate(text.splitlines()) if line.startswith("··"))
        coverage = screen_of(pilot).pages.coverage
        line = raw - coverage.region.y
        cells = coverage._page.strips[line][1]
        cell = cells.index(3)
        await pilot.click("#coverage", offset=(cell + 2 + coverage._margin, line))
        assert "“December 16” date 4 of 6" in await text_after(pilot)


async def test_coverage_compares_with_the_texts(folder: Path) -> None:
    pytest.importorskip("kztimeline.documents.extraction")
    async with app_of(folder).run_test(size=(100, 60)) as pilot:
        await text_after(pilot, "c")
        await pilot.app.workers.wait_for_complete()
        text = await text_after(pilot)
        assert "matches the text" in text
        assert "text not available" in text


async def test_a_timeline_without_documents_has_no_coverage() -> None:
    async with app_of(timeline=replace(evidenced(), documents=())).run_test(size=SIZE) as pilot:
        screen = await at(pilot, "far")
        await text_after(pilot, "c")
        assert screen.session.view.page == ""


async def test_documents_that_go_while_the_coverage_is_open_leave_no_fault() -> None:
    whole = evidenced()
    async with app_of(timeline=whole).run_test(size=SIZE) as pilot:
        screen = await at(pilot, "far")
        await text_after(pilot, "c")
        screen.show_timeline(replace(whole, documents=()))
        screen.ask(page="coverage")
        await text_after(pilot, "j", "l", "n", "enter")
        assert screen.pages.addresses == []
        screen.show_timeline(whole)
        screen.ask(page="coverage")
        assert "A letter home" in await text_after(pilot)


@pytest.mark.parametrize(
    ("starts", "length", "cells", "expected"),
    [
        ([0, 50, 99], 100, 10, [0, 5, 9]),
        ([0, 1, 2], 100, 10, [0, 1, 2]),
        ([97, 98, 99], 100, 10, [7, 8, 9]),
        ([0, 0, 99], 100, 2, [0, 0, 1]),
        ([], 100, 10, []),
        ([5], 0, 10, [9]),
    ],
)
def test_mentions_are_placed_by_where_they_stand_each_in_a_cell_of_its_own(
    starts: list[int], length: int, cells: int, expected: list[int]
) -> None:
    assert mention_cells(starts, length, cells) == expected


def test_a_date_counted_from_one_that_is_not_known_is_said_to_be_so(builtin: Timeline) -> None:
    mentions = [each for document in builtin.documents for each in document.mentions]
    counted = next(each for each in mentions if each.kind == "relative" and each.date)
    assert resolution(replace(counted, date=None)) == "relative to another date that is not known"


@pytest.mark.parametrize("cells", mostly_slow([40, 76, 100], [40]))
def test_an_address_that_stands_twice_breaks_alike(builtin: Timeline, cells: int) -> None:
    broken: dict[str, set[str]] = {}
    for event in builtin.events:
        for number in range(len(exhibits(builtin, event))):
            found = evidence_of(builtin, event, number, cells, CitedText(None, None))
            written = ["".join(piece.text for piece in line).strip() for line in found.lines]
            for start, line in enumerate(written):
                if (at := line.find("https://")) >= 0:
                    rest = iter(written[start + 1 :])
                    document = exhibits(builtin, event)[number].document.URL or ""
                    text, lines = line[at:], [line[at:]]
                    while document.startswith(text) and text != document:
                        lines.append(next(rest))
                        text += lines[-1]
                    if text == document:
                        broken.setdefault(document, set()).add("\n".join(lines))
    assert broken
    assert all(len(ways) == 1 for ways in broken.values())

"""What each command asks of its workspace, tried without an application."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import Mock

import pytest

from kztimeline.query.facets import FacetChoice, FacetValue
from kztimeline.session.saved_views import save_view
from kztimeline.session.view import View
from kztimeline.timeline.model import Timeline
from kztimeline.tui.commands import ACTIONS
from kztimeline.tui.prompts.date import AsOfPrompt, JumpPrompt
from kztimeline.tui.prompts.facet_values import ValuesPrompt
from kztimeline.tui.prompts.filter import FilterPrompt
from kztimeline.tui.prompts.find import FindPrompt
from kztimeline.tui.prompts.view_name import NamePrompt
from kztimeline.tui.render.facet_rows import CERTAIN, FacetRow
from tests.tui.commands.desk import Desk
from tests.tui.sample import event, sample, timeline_of


@pytest.fixture(scope="module")
def timeline() -> Timeline:
    return sample()


def test_no_command_needs_what_draws_on_the_terminal() -> None:
    script = (
        "import sys, kztimeline.tui.commands as c; print(len(c.ACTIONS), 'textual' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.split() == [str(len(ACTIONS)), "False"]


def test_every_action_is_there_once_and_under_one_heading() -> None:
    assert len({action.id for action in ACTIONS}) == len(ACTIONS) > 80
    headings = list(dict.fromkeys(action.group for action in ACTIONS))
    groups = [action.group for action in ACTIONS]
    assert sorted(groups, key=headings.index) == groups, "a heading of the help comes twice"


# Moving


def test_moves_stay_within_the_list(timeline: Timeline) -> None:
    desk = Desk(timeline, "press")
    at = desk.ids.index("press")
    for action, row in (
        ("next_event", at + 1),
        ("previous_event", at),
        ("last_event", len(desk.ids) - 1),
        ("next_event", len(desk.ids) - 1),
        ("first_event", 0),
        ("previous_event", 0),
        ("next_page", 10),
        ("previous_page", 0),
    ):
        desk.do(action)
        assert desk.here == desk.ids[row], action
    assert not desk.session.history.past, "a move is no step that undo takes back"


def test_a_track_without_events_is_named(timeline: Timeline) -> None:
    desk = Desk(timeline, "press")
    desk.do("first_track")
    assert desk.here == "vote"
    desk.ask(query="track:island")
    desk.do("second_track")
    assert desk.said == "No event on the Harbour League track is shown."
    assert desk.here == "vote"


def test_nothing_moves_where_nothing_is_shown(timeline: Timeline) -> None:
    desk = Desk(timeline_of([]))
    for action in ("next_event", "next_page", "second_track", "next_match", "pin", "follow"):
        desk.do(action)
        assert desk.here == ""


# Searching


@pytest.mark.parametrize(
    ("action", "prompt"),
    [
        ("filter", FilterPrompt),
        ("find", FindPrompt),
        ("jump", JumpPrompt),
        ("as_of", AsOfPrompt),
        ("save_view", NamePrompt),
    ],
)
def test_a_prompt_opens_for_each_purpose(
    timeline: Timeline, action: str, prompt: type[object]
) -> None:
    desk = Desk(timeline)
    desk.do(action)
    assert type(desk.prompts[0]) is prompt


def test_matches_go_round(timeline: Timeline) -> None:
    desk = Desk(timeline, "strike")
    desk.ask(find="law")
    desk.do("next_match")
    assert desk.here == "press"
    assert desk.said == ""
    desk.do("next_match")
    assert "Back at the first match." in desk.said
    desk.ask(find="zzz")
    desk.do("previous_match")
    assert desk.said == "No visible match for “zzz”."


def test_only_documents_is_a_filter_that_is_taken_back(timeline: Timeline) -> None:
    desk = Desk(timeline)
    desk.do("only_seeds")
    assert desk.session.view.query == "origin:seed"
    desk.do("toggle_filter")
    assert not desk.session.view.filtering
    desk.do("only_seeds")
    assert (desk.session.view.query, desk.session.view.filtering) == ("origin:seed", True)
    desk.do("only_seeds")
    assert desk.session.view.query == ""
    desk.do("only_certain")
    assert desk.session.view.certain


def test_a_saved_view_is_opened_and_undone(timeline: Timeline) -> None:
    save_view(timeline, "strikes", View(query="strike", cursor="gone"))
    desk = Desk(timeline, "vote")
    desk.do("saved_views")
    opened = desk.dialogs.saved_views.call_args.args[0]
    opened("strikes")
    assert desk.session.view.query == "strike"
    assert desk.said == "@strikes; u goes back"
    desk.do("undo")
    assert desk.session.view.query == ""
    desk.do("redo")
    assert desk.session.view.query == "strike"
    opened("nothing")
    assert desk.said == "@nothing has been deleted."


# Facets


def facet(desk: Desk, row: FacetRow, words: str = "") -> Mock:
    desk.facets = panel = Mock(row=row, words=words)
    return panel


def value(field: str, name: str) -> FacetRow:
    return FacetRow("value", field, FacetValue(name, name, 1, FacetChoice.NONE))


def test_the_value_at_the_cursor_is_chosen_and_cleared(timeline: Timeline) -> None:
    desk = Desk(timeline)
    facet(desk, value("topic", "storms"))
    desk.do("facet_choose")
    assert desk.session.view.query == "topic:storms"
    desk.do("facet_choose")
    assert desk.session.view.query == ""
    desk.do("facet_without")
    assert desk.session.view.query == "-topic:storms"
    desk.do("facet_clear")
    assert desk.session.view.query == ""
    facet(desk, value(CERTAIN, "only"))
    desk.do("facet_choose")
    assert desk.session.view.certain
    desk.do("facet_clear")
    assert not desk.session.view.certain


def test_the_cursor_of_the_panel_moves_and_unfolds(timeline: Timeline) -> None:
    desk = Desk(timeline)
    panel = facet(desk, FacetRow("more", "topic", number=3))
    desk.do("facet_choose")
    panel.unfold.assert_called_once_with("topic")
    desk.do("facet_down")
    desk.do("facet_page_up")
    desk.do("facet_previous")
    panel.step.assert_called_once_with(1)
    panel.page.assert_called_once_with(-1)
    panel.step_facet.assert_called_once_with(-1)
    desk.do("facet_find")
    assert isinstance(desk.prompts[0], ValuesPrompt)


# Reading


def test_enter_opens_a_folded_year_before_it_reads(timeline: Timeline) -> None:
    desk = Desk(timeline, "press")
    desk.do("read")
    assert desk.session.view.reading
    desk.do("offices")
    assert desk.session.view.all_offices


def test_the_text_in_front_is_scrolled(timeline: Timeline) -> None:
    desk = Desk(timeline)
    desk.do("scroll_down")
    desk.do("scroll_page_up")
    desk.do("next_link")
    front = desk.pages.front
    front.scroll_lines.assert_called_once_with(1)
    front.scroll_pages.assert_called_once_with(-1)
    front.choose_link.assert_called_once_with(1)


def test_a_link_leads_to_an_event_a_passage_or_an_address(timeline: Timeline) -> None:
    desk = Desk(timeline, "press")
    desk.pages.front.target = None
    desk.do("open_link")
    assert desk.said == "tab chooses a link."
    desk.pages.front.target = "#1"
    desk.do("open_link")
    desk.pages.evidence.show_passage.assert_called_once_with(1)
    assert desk.session.view.page == "evidence"
    desk.pages.front.target = "https://gazette.example/"
    desk.do("open_link")
    opened = desk.program.work.call_args.args[1]
    opened(False)
    desk.program.copy.assert_called_once_with("https://gazette.example/")
    desk.pages.front.target = "strike"
    desk.do("open_link")
    assert desk.here == "strike"
    assert desk.session.view.trail == ("press", "strike")


def test_one_source_is_opened_and_several_are_asked_for(timeline: Timeline) -> None:
    desk = Desk(timeline)
    desk.pages.addresses = [("https://one.example/", "One")]
    desk.do("open_source")
    assert desk.program.work.called
    desk.pages.addresses = [("https://one.example/", "One"), ("https://two.example/", "Two")]
    desk.do("open_source")
    title, options, *_ = desk.dialogs.choose.call_args.args
    assert title == "Open which source?"
    assert [option.target for option in options] == [
        "https://one.example/",
        "https://two.example/",
    ]


# Links


def test_following_asks_where_there_are_several_and_goes_where_there_is_one(
    timeline: Timeline,
) -> None:
    desk = Desk(timeline, "press")
    desk.pages.front.chosen_link = None
    desk.do("follow")
    options = desk.dialogs.choose.call_args.args[1]
    assert {option.target for option in options} == {"strike", "vote"}
    desk.pages.front.chosen_link = "vote"
    desk.do("follow")
    assert (desk.here, desk.session.view.trail) == ("vote", ("press", "vote"))
    desk.do("retrace")
    assert (desk.here, desk.session.view.trail) == ("press", ())


@pytest.mark.parametrize(
    ("hidden", "said"),
    [
        (
            {"query": "ito"},
            "This event was hidden by the filter; now the filter is off. u goes back.",
        ),
        (
            {"query": "ito", "certain": True},
            "This event was hidden by the filter; now the filter is off. u goes back.",
        ),
        (
            {"on_day": "02-01"},
            "This event was hidden as another day's; now all days of the year are shown."
            " u goes back.",
        ),
        (
            {"query": "ito", "on_day": "02-01"},
            "This event was hidden as another day's and hidden by the filter;"
            " now all days of the year are shown and the filter is off. u goes back.",
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, dict) else "",
)
def test_an_event_that_is_hidden_is_shown_when_gone_to_and_that_is_said(
    timeline: Timeline, hidden: dict[str, Any], said: str
) -> None:
    desk = Desk(timeline, "press")
    desk.ask(**hidden)
    desk.do("follow")
    options = {option.target: option for option in desk.dialogs.choose.call_args.args[1]}
    assert "hidden" in options["vote"].note
    desk.pages.front.chosen_link = "vote"
    desk.do("follow")
    assert (desk.here, desk.said) == ("vote", said)
    desk.do("undo")
    assert desk.here == "press"
    assert "vote" not in desk.ids


def test_the_other_track_is_listed(timeline: Timeline) -> None:
    desk = Desk(timeline, "press")
    desk.do("neighbours")
    title, options, go, nothing = desk.dialogs.choose.call_args.args
    assert title == "Within 30 days of 1 Feb 2012 on the other track"
    assert nothing == "Nothing within 30 days on the other track."
    assert "vote" in {option.target for option in options}
    go("vote")
    assert desk.here == "vote"


# Evidence


def test_pages_open_and_close_without_a_step(timeline: Timeline) -> None:
    desk = Desk(timeline)
    for page in ("evidence", "coverage"):
        desk.do(page)
        shown = desk.session.view.page
        desk.do(page)
        assert (shown, desk.session.view.page) == (page, "")
    assert not desk.session.history.past


def test_passages_and_mentions_are_stepped_through(timeline: Timeline) -> None:
    desk = Desk(timeline)
    desk.pages.evidence.number = 2
    desk.do("next_passage")
    desk.pages.evidence.show_passage.assert_called_once_with(3)
    desk.do("previous_mention")
    desk.do("next_document")
    desk.pages.coverage.choose_mention.assert_called_once_with(-1)
    desk.pages.coverage.choose_document.assert_called_once_with(1)
    desk.pages.coverage.choose_open.return_value = False
    desk.do("next_open")
    assert desk.said == "No open dates: all cited or dismissed."


def test_the_event_that_cites_a_date_is_gone_to(timeline: Timeline) -> None:
    desk = Desk(timeline)
    mention = SimpleNamespace(cited_by=("press", "gone"), text="Wednesday")
    desk.pages.coverage.mention, desk.pages.coverage.chosen_link = mention, None
    desk.do("cited_event")
    assert (desk.here, desk.session.view.page) == ("press", "evidence")
    desk.pages.evidence.show_mention.assert_called_once_with(mention)
    mention.cited_by = ("press", "strike")
    desk.do("cited_event")
    title, options, *_ = desk.dialogs.choose.call_args.args
    assert title == "Events that cite “Wednesday”"
    assert [option.target for option in options] == ["press", "strike"]


# The view


def test_the_view_is_changed_and_said(timeline: Timeline) -> None:
    desk = Desk(timeline, "press", size=(80, 24))
    desk.do("importance_1")
    assert desk.session.view.importance == 1
    desk.do("zoom_list")
    assert desk.session.view.zoom == "years"
    assert desk.said == "By year · enter opens · z decades"
    desk.do("running")
    assert (desk.session.view.page, desk.session.view.day) == ("day", "2012-02-01")
    desk.do("next_day")
    assert desk.session.view.day == "2012-02-02"
    desk.do("running")
    assert (desk.session.view.page, desk.session.view.day) == ("", "")
    desk.do("band_wider")
    assert desk.said == "The overview shows the whole span."
    desk.do("band_closer")
    assert desk.session.view.band == 1
    desk.do("on_this_day")
    prompt, view = desk.prompts[-1], desk.session.view
    assert prompt.use("1 feb", view).text == "1 February: 1 dated event"
    prompt.submit("1 feb", view).then()
    assert (desk.session.view.on_day, desk.ids) == ("02-01", ("press",))
    assert desk.said == "1 event on 1 February. T asks for another day."
    prompt.submit("", view).then()
    assert desk.session.view.on_day == ""


def test_a_low_terminal_has_no_overview_to_zoom(timeline: Timeline) -> None:
    desk = Desk(timeline, size=(80, 10))
    desk.do("band_closer")
    assert desk.said == "Terminal too low: the overview needs 20 lines."
    assert desk.session.view.band == 0


def test_what_the_theme_cannot_change_is_said(timeline: Timeline) -> None:
    desk = Desk(timeline)
    desk.program.change_theme.return_value = "no colours"
    desk.do("toggle_theme")
    assert desk.said == "no colours"


# Pins and sharing


def test_a_pin_comes_and_goes_with_its_note(timeline: Timeline) -> None:
    desk = Desk(timeline, "press")
    desk.do("only_pins")
    assert desk.said == "No event is pinned yet; p pins one."
    desk.do("pin")
    assert desk.said == "1 pinned · w makes a briefing · P shows only pins"
    desk.do("only_pins")
    assert desk.ids == ("press",)
    desk.do("note")
    accept = desk.dialogs.question.call_args.args[3]
    assert accept("  ask   Ito ") == ""
    assert desk.session.pinboard.note_on(desk.session.event) == "ask Ito"
    desk.do("pin")
    assert desk.said == "Unpinned (note kept). No pins left."
    assert desk.show_pins.call_count == 3


def test_a_briefing_is_offered_in_its_forms_with_the_lines_each_takes(timeline: Timeline) -> None:
    desk = Desk(timeline, "press")
    desk.do("write_briefing")
    title, _items = desk.dialogs.menu.call_args.args
    assert title == "Copy a briefing: 60 events shown"
    desk.do("pin")
    desk.do("write_briefing")
    title, items = desk.dialogs.menu.call_args.args
    assert title == "Copy a briefing: 1 pinned event"
    assert [item.label for item in items[:3]] == ["Headlines", "One page", "Full text"]
    for item in items[:3]:
        item.do()
        written = desk.program.copy.call_args.args[0]
        assert "Ito presses the Island" in written
        assert item.help == f"{written.count(chr(10))} lines"
        what = "one page of 1 event" if item.label == "One page" else "1 event"
        assert desk.said.startswith(f"Copied {what}, ")
    items[4].do()
    title, forms = desk.dialogs.menu.call_args.args
    assert title == "Copy as Markdown"
    forms[1].do()
    assert desk.program.copy.call_args.args[0].startswith("# The Island")


def test_what_leaves_the_screen_tells_what_only_possibly_matches(
    timeline: Timeline, tmp_path: Path
) -> None:
    desk = Desk(timeline, "press")
    event = next(each for each in timeline.events if each.date.text == "2012-03")
    desk.ask(query=f"in:2012-03-05 id:{event.id}")
    assert desk.ids == (event.id,)
    desk.do("write_briefing")
    _title, items = desk.dialogs.menu.call_args.args
    for item in items[:3]:
        item.do()
        written = " ".join(desk.program.copy.call_args.args[0].split())
        assert "March 2012 (possible match)" in written
        assert "1 event, only a possible match (its date allows other days, too)." in written
    desk.do("export")
    path = tmp_path / "a.csv"
    assert desk.answer(str(path)) == ""
    assert path.read_text(encoding="utf-8").rstrip().endswith(",possible,")
    desk.ask(query="in:2012", certain=True)
    desk.do("export")
    path = tmp_path / "a.json"
    assert desk.answer(str(path)) == ""
    assert '"left_out": "certain matches only"' in path.read_text(encoding="utf-8")
    desk.do("write_briefing")
    desk.dialogs.menu.call_args.args[1][0].do()
    assert "certain matches only" in " ".join(desk.program.copy.call_args.args[0].split())


def test_citations_and_the_paragraph_are_copied(timeline: Timeline) -> None:
    desk = Desk(timeline, "press")
    desk.do("copy_citation")
    assert desk.said.startswith("Copied 3 citations, ")
    desk.do("copy_paragraph")
    assert desk.said.startswith("Copied 1 event, ")


def test_a_file_is_written_over_only_when_that_is_confirmed(
    timeline: Timeline, tmp_path: Path
) -> None:
    desk = Desk(timeline)
    desk.ask(query="law", as_of="2013")
    desk.do("export")
    prompt, name, hint, _ = desk.dialogs.question.call_args.args
    assert (prompt, name) == ("export to", "events-law-as-of-2013.csv")
    assert hint.startswith("1 event as of ")
    path = tmp_path / "x.csv"
    assert desk.answer("") == "Name a file, or cancel with esc."
    assert desk.answer(str(tmp_path)).endswith("is a folder or a device; name a file.")
    assert "No format has the suffix .pdf" in desk.answer(str(tmp_path / "x.pdf"))
    assert desk.answer(str(path)) == ""
    assert "Wrote 1 event" in desk.said
    assert "enter again overwrites" in desk.answer(str(path))
    assert desk.answer(str(path)) == ""


# Editing and the program


def test_an_editor_is_lent_the_terminal_and_the_files_are_read_again(
    timeline: Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk(timeline)
    desk.do("edit")
    assert desk.said.startswith("No editor set.")
    monkeypatch.setenv("EDITOR", sys.executable)
    desk.files.problem = None
    for ended, said in ((None, "Cannot open an editor in this terminal."), (0, "")):
        desk.program.lend_terminal.return_value = ended
        desk.do("edit")
        assert desk.said == said
    assert desk.files.catch_up.call_count == 2
    desk.do("reload")
    assert desk.files.reload.called


def test_back_leaves_the_words_of_the_facets_then_the_panel_then_the_filter(
    timeline: Timeline,
) -> None:
    desk = Desk(timeline)
    desk.ask(query="ito")
    panel = facet(desk, value("topic", "storms"), "st")
    desk.do("back")
    panel.narrow.assert_called_once_with("")
    panel.words = ""
    desk.do("back")
    assert desk.toggle_facets.called
    desk.facets = None
    desk.do("back")
    assert desk.session.view.query == ""
    desk.do("back")


@pytest.mark.parametrize(
    ("action", "part"),
    [("palette", "dialogs"), ("help", "dialogs"), ("suspend", "program"), ("quit", "program")],
)
def test_the_rest_is_asked_of_the_program(timeline: Timeline, action: str, part: str) -> None:
    desk = Desk(timeline)
    desk.do(action)
    getattr(getattr(desk, part), action).assert_called_once_with()


def test_an_event_alone_has_nobody_to_follow() -> None:
    desk = Desk(timeline_of([event("one", "2001", "One")]))
    desk.pages.front.chosen_link = None
    desk.do("follow")
    assert desk.dialogs.choose.call_args.args[1] == []

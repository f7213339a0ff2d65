"""What each prompt makes of a text, without a bar to type it into."""

from __future__ import annotations

from unittest.mock import Mock

import pytest

from kztimeline.session.saved_views import saved_views
from kztimeline.session.view import View
from kztimeline.timeline.model import Timeline
from kztimeline.tui.prompts.date import AsOfPrompt, JumpPrompt
from kztimeline.tui.prompts.facet_values import ValuesPrompt
from kztimeline.tui.prompts.filter import FilterPrompt
from kztimeline.tui.prompts.find import FindPrompt, SoughtWords
from kztimeline.tui.prompts.on_day import OnDayPrompt
from kztimeline.tui.prompts.view_name import NamePrompt
from tests.tui.commands.desk import Desk
from tests.tui.sample import sample


@pytest.fixture(scope="module")
def timeline() -> Timeline:
    return sample()


def test_a_filter_offers_the_present_one_to_be_replaced_or_kept(timeline: Timeline) -> None:
    desk = Desk(timeline)
    desk.ask(query="strike", filtering=False)
    prompt = FilterPrompt(desk)
    assert (prompt.text(), prompt.replaces) == ("strike", True)
    prompt.use("law", View())
    assert (desk.session.view.query, desk.session.view.filtering) == ("law", True)
    assert prompt.count() == "1 of 60"
    assert prompt.leads_somewhere()
    assert prompt.leaves("law") == 1
    assert prompt.leaves("in:") is None


def test_a_find_starts_where_the_reader_is_and_stays_within_the_filter(
    timeline: Timeline,
) -> None:
    desk = Desk(timeline, "strike")
    desk.ask(query="track:league")
    before = desk.session.history
    prompt = FindPrompt(desk)
    assert prompt.leaves("dockers") == 0
    prompt.use("law", View())
    prompt.arrive()
    assert desk.here == "press"
    assert prompt.count() == "1 match"
    prompt.use("dockers", View())
    assert (prompt.count(), prompt.leads_somewhere()) == ("no match, 1 hidden by the filter", False)
    prompt.end(before)
    assert desk.said == "No match shown, 1 hidden by the filter; F turns it off."
    prompt.use("zzzz", View())
    prompt.end(before)
    assert desk.session.view.find == ""
    assert desk.said == "No match for “zzzz”."


def test_a_date_is_gone_to_while_it_is_typed_and_words_are_looked_for(
    timeline: Timeline,
) -> None:
    desk = Desk(timeline, "vote")
    start = desk.session.view
    prompt = JumpPrompt(desk)
    assert prompt.use("feb 2012", start).text == "February 2012"
    assert desk.here == "press"
    assert prompt.use("fe", start) == ("words: 17 matches", "")
    prompt.use("x", start)
    assert desk.here == "vote"
    assert prompt.submit("30 feb 2012", start).refusal
    submitted = prompt.submit("3 feb 2012", start)
    assert not submitted.keeps
    submitted.then()
    assert desk.said.startswith("No event begins on 3 Feb 2012; next is")
    prompt.submit("regatta", start).then()
    (sought,), asked = desk.await_answer.call_args
    assert isinstance(sought, SoughtWords)
    assert asked == {"find": "regatta"}


def test_words_sought_are_found_or_given_up(timeline: Timeline) -> None:
    desk = Desk(timeline)
    sought = SoughtWords(desk, "regatta")
    desk.ask(find="regatta")
    sought.arrive()
    sought.end(None)
    assert (desk.here, desk.said) == ("emoji", "1 event has these words.")
    sought = SoughtWords(desk, "zzzz")
    desk.ask(find="zzzz")
    sought.arrive()
    sought.end(None)
    assert desk.session.view.find == "regatta"
    assert desk.said == "“zzzz” is not a date, and no event has this word."


def test_as_of_begins_with_the_day_at_hand(timeline: Timeline) -> None:
    desk = Desk(timeline, "press")
    prompt = AsOfPrompt(desk)
    assert prompt.text() == "1 Feb 2012"
    assert prompt.use("2006", View()).text.startswith("as of 31 Dec 2006 · ")
    assert "open-ended" in prompt.submit("since 2015", View()).refusal
    assert "is not a date" in prompt.submit("harbour", View()).refusal
    prompt.submit("2006", View()).then()
    assert desk.session.view.as_of == "2006"
    assert prompt.text() == "31 Dec 2006"
    prompt.submit("", View()).then()
    assert desk.session.view.as_of == ""


def test_a_view_is_saved_under_a_word(timeline: Timeline) -> None:
    desk = Desk(timeline)
    desk.ask(query="ito")
    prompt = NamePrompt(desk)
    assert prompt.submit("!?", View()).refusal
    prompt.submit("", View()).then()
    assert desk.said == "No name given; nothing was saved."
    prompt.submit("envoys", View()).then()
    assert desk.said == "Saved as @envoys. V opens it; also: kzt list @envoys"
    assert saved_views(timeline).views["envoys"].query == "ito"
    assert [offer.replacement for offer in prompt.complete("en", 2)] == ["envoys"]


def test_values_are_narrowed_and_come_back(timeline: Timeline) -> None:
    desk, panel = Desk(timeline), Mock(words="st")
    panel.narrow.return_value = "2 values"
    prompt = ValuesPrompt(desk, panel)
    assert prompt.text() == "st"
    assert prompt.use("el", View()).text == "2 values"
    prompt.cancel()
    panel.narrow.assert_called_with("st")
    prompt.submit("el", View()).then()
    assert desk.said == "Values with el; escape shows all."


def test_no_day_of_the_year_is_refused_without_a_year_that_nobody_typed(
    timeline: Timeline,
) -> None:
    prompt = OnDayPrompt(Desk(timeline))
    assert prompt.use("30 feb", View()).mistake == (
        "There is no 30 February in any year; the month has 29 days."
    )
    assert "30 February 2024" in prompt.use("30 feb 2024", View()).mistake
    assert prompt.use("29 feb", View()).mistake == ""

"""Links there and back, the trail, and neighbours."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kztimeline.session.trail import followed, retraced
from kztimeline.timeline.model import Event, Link, Timeline
from kztimeline.timeline.relations import Between, events_between, in_between, neighbours, steps
from tests.tui.sample import event, timeline_of


def of(*events: Event) -> Timeline:
    return timeline_of(list(events))


def test_links_are_followed_there_and_back() -> None:
    link = Link(to="cause", kind="responds_to", basis="It says so.")
    timeline = of(event("cause", "2011", "Cause"), event("answer", "2012", "Answer", links=(link,)))
    assert [
        (step.relation, step.event.id) for step in steps(timeline, timeline.event("answer"))
    ] == [("responds to", "cause")]
    assert [
        (step.relation, step.event.id) for step in steps(timeline, timeline.event("cause"))
    ] == [("answered by", "answer")]


def test_the_next_of_a_series_is_told_apart_from_what_follows_from_it() -> None:
    next_one = Link(to="first", kind="succeeds", basis="The second session.")
    cause = Link(to="second", kind="leads_to", basis="It says so.")
    timeline = of(
        event("first", "2011", "First", links=(cause,)),
        event("second", "2012", "Second", links=(next_one,)),
    )
    seen = [step.relation for step in steps(timeline, timeline.event("first"))]
    assert seen == ["leads to", "succeeded by"]
    seen = [step.relation for step in steps(timeline, timeline.event("second"))]
    assert seen == ["succeeds", "follows from"]


def test_neighbours_are_on_the_other_track_and_tell_how_surely_they_are_near() -> None:
    here = event("here", "2012-02-01", "Here")
    others = {
        "day-30": "2012-03-02",
        "day-31": "2012-03-03",
        "before": "2012-01-02",
        "month": "2012-03",
        "year": "2012",
        "term": "2010/2014",
        "since": "2011/..",
        "later": "2013/..",
    }
    timeline = of(
        here,
        event("same-track", "2012-02-02", "Same track"),
        *(event(name, date, name, "league") for name, date in others.items()),
    )
    found = {near.event.id: near.nearness for near in neighbours(timeline, here)}
    assert found == {
        "day-30": "near",
        "before": "near",
        "month": "perhaps",
        "year": "perhaps",
        "term": "under way",
        "since": "under way",
    }


def test_events_between_two_others_are_counted_by_when_they_began() -> None:
    first, last = event("first", "2012-01-01", "First"), event("last", "2012-03-01", "Last")
    inside = event("inside", "2012-02-01/2014", "Inside")
    vague = event("vague", "2012", "Vague", "league")
    running = event("running", "2000/2020", "Running")
    timeline = of(first, last, inside, vague, running)
    assert events_between(timeline, first, last) == Between(1, 1)
    assert events_between(timeline, last, first) == Between(1, 1)
    assert events_between(timeline, first, vague) is None
    assert in_between(events_between(of(first, last), first, last)) == "nothing recorded between"
    assert in_between(Between(0, 1)) == "0–1 events between"
    assert in_between(Between(1, 1)) == "1–2 events between"
    assert in_between(Between(1_000, 0)) == "1,000 events between"
    assert in_between(None) == ""


def test_a_trail_begins_anew_where_the_last_one_was_left() -> None:
    trail = followed((), "a", "b")
    assert followed(trail, "b", "c") == ("a", "b", "c")
    assert followed(trail, "elsewhere", "c") == ("elsewhere", "c")


@given(st.lists(st.sampled_from("abcd"), min_size=1, max_size=8))
def test_a_trail_leads_back_the_way_it_came(path: list[str]) -> None:
    trail: tuple[str, ...] = ()
    here = "start"
    for there in path:
        trail = followed(trail, here, there)
        here = there
    seen = []
    while trail := retraced(trail, here):
        here = trail[-1]
        seen.append(here)
    assert seen == ["start", *path][-2::-1]


def test_whoever_left_the_trail_comes_back_to_where_it_was_left() -> None:
    assert retraced(("a", "b"), "elsewhere") == ("a", "b")
    assert retraced((), "a") == ()


def test_what_comes_years_later_follows_up_and_is_no_answer() -> None:
    answer = Link(to="range", kind="responds_to", basis="Ours.")
    timeline = timeline_of(
        [
            event("range", "1991-08-29", "A decree closes the range"),
            event("reply", "1991-09", "A reply", links=(answer,)),
            event("treaty", "2006", "A treaty", links=(answer,)),
        ]
    )
    closed, reply, treaty = timeline.events
    assert [step.relation for step in steps(timeline, closed)] == ["answered by", "followed up by"]
    assert [step.relation for step in steps(timeline, reply)] == ["responds to"]
    assert [step.relation for step in steps(timeline, treaty)] == ["follows up on"]

"""Chains of the built-in timeline that a reader follows from link to link."""

from __future__ import annotations

import pytest

from kztimeline.timeline.model import Timeline

SERIES = {
    "presidential elections": "presidential-election-2022",
    "parliamentary elections": "parliamentary-election-2023",
    "referendums": "nuclear-plant-referendum-2024",
    "prime ministers": "bektenov-appointed-2024",
    "American envoys": "rosenblum-arrives-2022",
    "visits of secretaries of state": "blinken-visits-astana-2023",
    "turns of the currency": "tenge-float-2015",
    "attacks": "almaty-shooting-2016",
}
BEGINNINGS = {
    "presidential elections": "presidential-election-1991",
    "parliamentary elections": "parliamentary-election-1994",
    "referendums": "union-referendum-1991",
    "prime ministers": "kazhegeldin-becomes-premier-1994",
    "American envoys": "mcdonald-interim-charge-1991",
    "visits of secretaries of state": "baker-visits-alma-ata-1991-09",
    "turns of the currency": "tenge-introduced",
    "attacks": "aktobe-suicide-bombing-2011",
}


def before(timeline: Timeline, identifier: str, kinds: frozenset[str] | None = None) -> set[str]:
    """Return the events that links from one lead to, directly or through others."""
    found: set[str] = set()
    waiting = [identifier]
    while waiting:
        for link in timeline.event(waiting.pop()).links:
            if (kinds is None or link.kind in kinds) and link.to not in found:
                found.add(link.to)
                waiting.append(link.to)
    return found


@pytest.mark.parametrize("series", SERIES)
def test_a_series_runs_from_its_beginning_to_its_end(builtin: Timeline, series: str) -> None:
    chain = before(builtin, SERIES[series], frozenset({"succeeds"}))
    assert BEGINNINGS[series] in chain


def test_the_next_of_a_series_is_later(builtin: Timeline) -> None:
    for event in builtin.events:
        for link in event.links:
            if link.kind == "succeeds":
                assert builtin.event(link.to).date < event.date, (event.id, link.to)


def test_none_of_a_series_is_skipped(builtin: Timeline) -> None:
    """Where two events are each called the next of a series, they are of two series."""
    said: dict[tuple[str, str], str] = {}
    for event in builtin.events:
        for link in event.links:
            if link.kind == "succeeds":
                other = said.setdefault((link.to, link.basis), event.id)
                assert other == event.id, (other, event.id, link.basis)


@pytest.mark.parametrize(
    ("later", "earlier"),
    [
        ("leu-bank-agreement-2015", "semipalatinsk-test-site-closed"),
        ("leu-bank-opens-2017", "lisbon-protocol-1992"),
        ("january-amnesty-2022", "unrest-january-2022"),
        ("zhanaozen-fuel-protest-2022", "zhanaozen-2011"),
        ("btc-kazakh-oil-2023", "kazakhstan-joins-btc-2006"),
        ("nur-otan-handover-2022", "nazarbayev-security-council-for-life-2018"),
        ("kostenko-mine-2023", "karmet-sold-1995"),
        ("stati-settlement-2024", "bny-mellon-freeze-2017"),
    ],
)
def test_a_chain_leads_back_to_where_it_began(builtin: Timeline, later: str, earlier: str) -> None:
    assert earlier in before(builtin, later)

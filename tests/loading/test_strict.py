"""What `kzt check --strict` asks of a timeline fit for publication."""

from __future__ import annotations

from pathlib import Path

import pytest

from kztimeline.loading.loader import examine
from kztimeline.timeline.counts import as_table, count_events
from kztimeline.timeline.model import Timeline
from tests.commands import kzt
from tests.files import HEAD, event, in_quotes, timeline, write

SECOND = """\
  - id: herald
    title: An envoy
    publisher: The Herald
    URL: https://herald.example/envoy
events:
"""
TWO_SOURCES = HEAD.replace("events:\n", SECOND)
CITE_SECOND = "      - source: herald\n        says: The envoy spoke.\n"


def strict(text: str) -> list[str]:
    """Return the problems of a timeline in which every topic is used, its dates in quotes."""
    findings, _ = examine(Path("nowhere/events.yaml"), in_quotes(text).encode(), strict=True)
    return [found.problem for found in findings]


def all_topics(text: str) -> str:
    return text.replace("topics: [talks]", "topics: [talks, votes]")


def test_a_sound_timeline_passes() -> None:
    assert strict(all_topics(timeline(event()))) == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (timeline(event()).replace("importance: 2", "importance: 1"), "The Gazette alone"),
        (timeline(event(date="1992-03-01")), "name 1992-03-01"),
        (timeline(event(date="1992-01-01/1992-02-02")), "name 1992-01-01"),
        (
            timeline(event()).replace("The envoy speaks.", "The envoy speaks to 1,200 people."),
            "to give 1,200",
        ),
        (
            timeline(event()).replace("https://gazette.example/envoy", "gazette"),
            "not a web address",
        ),
        (timeline(event(), head=TWO_SOURCES), "'herald' is used by no event"),
        (
            timeline(event() + CITE_SECOND, head=TWO_SOURCES).replace(
                "https://herald.example/envoy", "https://gazette.example/envoy"
            ),
            "same address",
        ),
        (timeline(event()).replace("    actors: [smith]\n", ""), "'smith' is used by no event"),
    ],
)
def test_what_falls_short_is_found(text: str, problem: str) -> None:
    (found,) = strict(all_topics(text))
    assert problem in found


@pytest.mark.parametrize(
    ("address", "remedy"),
    [
        ("gazette", "Begin it with https:// or http://."),
        ("https://gazette.example/an envoy", "Write the space as %20."),
        ("https://gazette.example/a|b", "Write '|' as %7C."),
        ("https://gazette.example/<b>", "Copy it from the address bar of a browser."),
        ("https://gazette /a", "Copy it from the address bar of a browser."),
        ("https://gazette/a", "Write its host in full, such as example.org."),
    ],
)
def test_an_address_that_is_none_is_told_how_to_be_written(address: str, remedy: str) -> None:
    text = all_topics(timeline(event()))
    of_both = (
        text.replace("https://gazette.example/envoy", address),
        text.replace("    URL:", f"    archive_url: {address}\n    URL:"),
    )
    for each in of_both:
        findings, _ = examine(Path("nowhere/events.yaml"), in_quotes(each).encode(), strict=True)
        told = {found.problem: found.remedy for found in findings}
        assert told[f"{address!r} is not a web address"] == remedy
        assert not examine(Path("nowhere/events.yaml"), each.encode())[0]


def test_two_copies_of_one_text_are_one_witness() -> None:
    text = timeline(event() + CITE_SECOND, head=TWO_SOURCES)
    text = all_topics(text).replace("importance: 2", "importance: 1")
    assert strict(text) == []
    copied = text.replace("    URL:", "    derived_from: Wire\n    URL:")
    assert any("Wire alone" in problem for problem in strict(copied))


@pytest.mark.parametrize("says", ["It was on 1 March.", "On March 1, it was.", "Mar. 1st it was."])
def test_a_first_of_the_month_that_a_source_names_stands(says: str) -> None:
    text = timeline(event(date="1992-03-01").replace("says: The envoy spoke.", f"says: '{says}'"))
    assert strict(all_topics(text)) == []


def test_a_figure_that_a_source_gives_stands() -> None:
    text = timeline(event()).replace("The envoy speaks.", "The envoy speaks to 1,200 people.")
    assert strict(all_topics(text.replace("The envoy spoke.", "He spoke to 1200."))) == []


def test_targets_are_counted() -> None:
    text = all_topics(timeline(event())).replace(
        "  span: 1991/2024\n",
        "  span: 1992/1993\n  targets: {events: 2, events_per_year: 1, links: 1}\n",
    )
    assert set(strict(text)) == {
        "1 events, at least 2 are wanted",
        "0 events of 1993, at least 1 are wanted",
        "0 links, at least 1 are wanted",
    }


def test_a_target_for_each_track_in_each_year_is_counted() -> None:
    text = all_topics(timeline(event(), event("two", track="home"))).replace(
        "  span: 1991/2024\n", "  span: 1992/1993\n  targets: {events_per_track_and_year: 1}\n"
    )
    assert set(strict(text)) == {
        "0 home events of 1993, at least 1 are wanted",
        "0 away events of 1993, at least 1 are wanted",
    }


def test_entries_stand_in_order() -> None:
    sound = timeline(event("two", "1992"), event("one", "1992-03-02"), event("ten", "1992-03-02"))
    assert strict(all_topics(sound)) == []
    later = timeline(event("one", "1992-03-02"), event("two", "1992"), event("abc", "1992"))
    assert strict(all_topics(later)) == [
        "'two' is out of order: it belongs before 'one'",
        "'abc' is out of order: it belongs before 'two'",
    ]
    actor = "  - {id: jones, name: Mary Jones, kind: person}\n"
    text = timeline(event(), head=TWO_SOURCES.replace("sources:\n", f"{actor}sources:\n"))
    text = (text + CITE_SECOND).replace("[smith]", "[smith, jones]")
    text = text.replace("gazette", "journal")
    assert strict(all_topics(text)) == [
        "'jones' is out of order: it belongs before 'smith'",
        "'herald' is out of order: it belongs before 'journal'",
    ]


@pytest.mark.slow
def test_the_builtin_timeline_is_fit_for_publication(builtin: Timeline) -> None:
    path = Path(builtin.path)
    findings, _ = examine(path, path.read_bytes(), strict=True)
    assert [str(found) for found in findings] == []


def test_what_a_source_says_begins_with_its_verb_and_not_with_it(builtin: Timeline) -> None:
    said = [(e.id, each.says) for e in builtin.events for each in e.sources if each.says]
    assert [pair for pair in said if pair[1].startswith(("It ", "It’s "))] == []


def test_counts_add_up(builtin: Timeline) -> None:
    counts = count_events(builtin)
    assert counts.events == len(builtin.events) == sum(counts.tracks.values())
    assert counts.events == sum(counts.origins.values()) == sum(counts.importances.values())
    table = as_table(builtin, counts)
    assert table.startswith(f"{counts.events} events")
    assert f"| 2012 | {' | '.join(map(str, counts.years[2012].values()))} |" in table


@pytest.mark.parametrize("most", [12, 4, 3, 1])
def test_counts_of_many_years_are_put_together(most: int, builtin: Timeline) -> None:
    counts = count_events(builtin)
    table = as_table(builtin, counts, most_rows=most).partition("| year |")[2]
    rows = [row.strip("| ").split(" | ") for row in table.splitlines()[2:]]
    assert len(rows) <= max(most, 2)
    assert rows[0][0].startswith("1991–")
    assert rows[-1][0].endswith("–2024")
    for number, track in enumerate(builtin.tracks, 1):
        in_years = sum(each[track.id] for each in counts.years.values())
        assert sum(int(row[number]) for row in rows) == in_years


@pytest.mark.slow
def test_strict_shows_no_long_table(tmp_path: Path) -> None:
    run = kzt("check", "--strict")
    assert "| 2010–2019 |" in run.stdout
    assert run.stdout.endswith("Each year: `kzt values year`\n")
    short = write(tmp_path, HEAD.replace("1991/2024", "1992/1994") + event())
    assert "| 1993 | 0 | 0 |" in kzt("check", "--strict", short).stdout

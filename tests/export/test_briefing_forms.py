"""The short forms of a briefing: what fits, what is left out, and that nothing becomes false."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kztimeline.export.briefing import BriefingForm, BriefingFormat, write_briefing
from kztimeline.export.briefing.footnotes import Footnotes, references
from kztimeline.loading.cache import load_timeline
from kztimeline.text.cells import width
from kztimeline.text.sentences import sentences
from kztimeline.timeline.citations import NO_PUBLISHER
from kztimeline.timeline.model import Citation, Claim, Event, Source, Timeline

from ..commands import kzt
from ..sampling import mostly_slow
from ..tui.sample import event, large, sample, timeline_of

QUERIES = {
    "everything": 646,
    "nuclear in:1991..1995": 24,
    "zhanaozen": 12,
    "is:disputed": 45,
    "zhanaozen-2011": 1,
}
"""Queries to the built-in timeline, and about how many events they find."""
SHORT = (BriefingForm.headlines, BriefingForm.page)


def of(
    timeline: Timeline,
    events: Sequence[Event] | None = None,
    form: BriefingForm = BriefingForm.page,
    format: BriefingFormat = BriefingFormat.text,
    notes: Mapping[str, str] | None = None,
) -> str:
    chosen = timeline.events if events is None else events
    return write_briefing(timeline, chosen, notes or {}, format, scope="Query: x", form=form)


def fits_on_a_page(text: str) -> bool:
    lines = text.splitlines()
    # At 11 points and 1.2 that is 244 mm of Letter’s 279, and 177 mm of the 210 of A4.
    return len(lines) <= 53 and all(width(line) <= 76 for line in lines)


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.slow
@pytest.mark.parametrize("query", QUERIES)
def test_one_page_is_one_page_for_real_queries(query: str) -> None:
    words = [] if query == "everything" else query.split()
    run = kzt("briefing", *words, "--form", "page", "--format", "text")
    assert run.returncode == 0, run.stderr
    assert fits_on_a_page(run.stdout)
    lines = run.stdout.splitlines()
    shown, of_all = re.search(r"One page: (?:(\d+) of )?(\d+) event", run.stdout).groups()  # type: ignore[union-attr]
    assert re.search(r"[mM]ade \d+ \w+ 20\d\d with kzt \d", flat(run.stdout))
    assert int(of_all) > 0
    left = int(of_all) - int(shown or of_all)
    said = re.search(r"Left out: (\d+) events? of (?:equal or )?lesser weight", flat(run.stdout))
    assert (int(said[1]) if said else 0) == left
    events = [line for line in lines if re.match(r"\S.*\d{4}: ", line) and line[:5] != "Query"]
    assert len(events) == int(shown or of_all)
    if query != "everything":
        # Where a page could hold more, it does.
        assert len(lines) > 40 or left == 0


def test_no_event_is_no_briefing() -> None:
    run = kzt("briefing", "nosuchwordanywhere", "--form", "page")
    assert (run.returncode, run.stdout) == (1, "")


@pytest.mark.parametrize("form", SHORT)
def test_a_dispute_is_never_dropped_silently(form: BriefingForm) -> None:
    timeline = load_timeline(None)
    disputed = [each for each in timeline.events if each.disputed]
    assert len(disputed) > 20
    for each in disputed:
        written = flat(of(timeline, [each], form))
        assert "sources disagree" in written.lower()
        if form is BriefingForm.page:
            assert "sources disagree)" in written or all(
                flat(claim.claim) in written for claim in each.disputed
            )
    every = flat(of(timeline, disputed, form))
    titles = [each for each in disputed if each.title in every]
    assert titles
    for each in titles:
        after = every.split(each.title, 1)[1][:1500]
        assert "sources disagree" in after.lower()


@pytest.mark.parametrize("form", SHORT)
def test_who_claims_it_and_an_inference_stand_beside_the_title(form: BriefingForm) -> None:
    timeline = load_timeline(None)
    for each in timeline.events:
        if not each.attributed_to and not each.inference:
            continue
        written = flat(of(timeline, [each], form))
        if each.attributed_to:
            assert f"according to {each.attributed_to}" in written
        if each.inference:
            assert "(inferred" in written or "; inferred" in written


@pytest.mark.slow
def test_no_sentence_is_cut() -> None:
    timeline = load_timeline(None)
    for count in (1, 3, 8, 20, 60, 200):
        events = timeline.events[:: len(timeline.events) // count]
        written = flat(of(timeline, events))
        for each in events:
            if flat(each.title) not in written:
                continue
            rest = written.split(flat(each.title), 1)[1]
            for part in sentences(each.summary):
                beginning = " ".join(part.split()[:6])
                if beginning in rest:
                    assert flat(part) in written


@pytest.mark.parametrize("form", SHORT)
@pytest.mark.parametrize(
    "format", [BriefingFormat.text, BriefingFormat.markdown, BriefingFormat.html]
)
def test_every_format_knows_every_form(form: BriefingForm, format: BriefingFormat) -> None:
    timeline = sample()
    written = of(timeline, None, form, format, {"vote": "Ask why."})
    assert ("One page: " if form is BriefingForm.page else "Headlines: 60 events.") in written
    assert "Query: x" in written
    assert "Ask why." in flat(written)
    if form is BriefingForm.page:
        assert "Left out: " in written


@pytest.mark.slow
def test_a_page_and_its_html_and_markdown_show_the_same_events() -> None:
    timeline = load_timeline(None)
    shown = []
    for format in (BriefingFormat.text, BriefingFormat.markdown, BriefingFormat.html):
        written = flat(re.sub("<[^>]*>", "", of(timeline, format=format)).replace("\\", ""))
        titles = {
            each.id for each in timeline.events if f": {each.title}" in written.replace("**", "")
        }
        shown.append(titles)
    assert len(shown[0]) > 10
    assert shown[0] == shown[1] == shown[2]


def test_a_heavier_event_is_never_left_out_for_a_lighter_one() -> None:
    timeline = load_timeline(None)
    written = flat(of(timeline))
    shown = [each.importance for each in timeline.events if f": {each.title}" in written]
    assert set(shown) == {1}


@pytest.mark.slow
def test_the_readers_own_note_brings_an_event_onto_the_page() -> None:
    timeline = large(2_000)
    last = timeline.events[-1]
    peers = [each for each in timeline.events if each.importance == last.importance]
    written = of(timeline, peers, notes={last.id: "This one matters."})
    assert "This one matters." in written
    assert fits_on_a_page(written)


def test_every_number_on_a_short_form_is_one_of_its_sources() -> None:
    timeline = load_timeline(None)
    for form in SHORT:
        body, _, sources = of(timeline, timeline.events[100:140], form).partition("\nSources")
        used = {
            int(n) for marks in re.findall(r"\[([\d,\s]+)", body) for n in re.findall(r"\d+", marks)
        }
        listed = [int(n) for n in re.findall(r"\[(\d+)\]", sources)]
        assert listed == sorted(used) == list(range(1, len(listed) + 1))


AWKWARD = st.text(st.characters(codec="utf-8", exclude_characters="\n"), min_size=1, max_size=80)


@settings(max_examples=40, deadline=None)
@given(
    title=AWKWARD,
    summary=st.text(st.sampled_from("ab. A漢é“”1"), min_size=1, max_size=3000),
    claimed=st.text("x漢 ", max_size=2000),
    note=st.text("y漢 ", max_size=4000),
    scope=st.text("q漢 ", max_size=2000),
    sources=st.integers(1, 60),
    events=st.integers(1, 5),
)
def test_one_page_holds_whatever_the_texts_are(
    title: str, summary: str, claimed: str, note: str, scope: str, sources: int, events: int
) -> None:
    made = [
        event(
            f"e{n}",
            "2012",
            title,
            summary=summary,
            attributed_to=claimed or None,
            sources=(Citation(source="gazette"),) * sources,
            disputed=(Claim(by="A" * 200, claim=claimed or "c", source="gazette"),) * (n % 3),
        )
        for n in range(events)
    ]
    timeline = timeline_of(made)
    written = write_briefing(
        timeline,
        timeline.events,
        {"e0": note},
        BriefingFormat.text,
        notice=scope,
        title=title * 20,
        scope=scope,
        form=BriefingForm.page,
    )
    assert fits_on_a_page(written)


@pytest.mark.slow
def test_a_page_of_very_many_events_is_quick_and_says_how_many() -> None:
    timeline = large(20_000)
    written = of(timeline)
    assert fits_on_a_page(written)
    assert re.search(r"One page: \d+ of 20,000 events", written)


@pytest.mark.parametrize("form", list(BriefingForm))
def test_characters_of_a_document_are_told_only_on_request(
    form: BriefingForm, tmp_path: Path
) -> None:
    words = ("zhanaozen-2011", "--form", form, "--format", "text")
    assert "characters" not in kzt("briefing", *words).stdout
    if form is BriefingForm.full:
        assert re.search(r"characters \d+–\d+", flat(kzt("briefing", *words, "--offsets").stdout))


def test_a_form_that_is_none_is_refused() -> None:
    run = kzt("briefing", "--form", "novel")
    assert run.returncode == 2
    assert "'headlines', 'page', 'full'" in run.stderr


@pytest.mark.slow
def test_one_page_prints_on_one_sheet() -> None:
    """The lines of a page stand on Letter (279 mm), as they are set, within its margins."""
    timeline = load_timeline(None)
    written = of(timeline, format=BriefingFormat.html)
    style = re.search(r"<style>.*?</style>", written)
    assert style is not None
    size, spacing = map(float, re.search(r"font:([\d.]+)pt/([\d.]+)", style[0]).groups())  # type: ignore[union-attr]
    margin = float(re.search(r"margin:(\d+)mm", style[0])[1])  # type: ignore[index]
    lines = of(timeline).splitlines()
    paragraphs = len(re.findall("<(?:p|li|ul|blockquote)[ >]", written))
    points = (279.4 - 2 * margin) / 25.4 * 72
    assert len(lines) * size * spacing + paragraphs + 13 <= points
    assert "<style" not in of(timeline, form=BriefingForm.headlines, format=BriefingFormat.html)


def told_sources(written: str) -> list[str]:
    """Return the sources of one page as text, each without its number."""
    listed = flat(written).partition("Sources: ")[2]
    return re.split(r" ?·? ?\[\d+\] ", listed)[1:]


@pytest.mark.parametrize(
    "query", mostly_slow(["everything", "zhanaozen", "zhanaozen in:2011..2012"], ["everything"])
)
def test_no_two_sources_of_a_page_are_told_in_the_same_words(query: str) -> None:
    words = [] if query == "everything" else query.split()
    written = kzt("briefing", *words, "--form", "page", "--format", "text").stdout
    listed = told_sources(written)
    assert len(listed) > 8
    assert len(set(listed)) == len(listed)
    assert all(re.search(r"\d{4}|undated|about|since|until", each) for each in listed)
    assert fits_on_a_page(written)


def test_sources_of_one_publisher_and_day_are_told_by_as_much_of_their_titles_as_it_takes() -> None:
    titles = (
        "Oil workers strike for higher pay in the west",
        "Oil workers strike for higher pay in the east",
        "Council meets",
        "Council meets",
    )
    sources = tuple(
        Source(id=f"s{at}", title=each, publisher="The Gazette", URL=f"https://g.example/{at}")
        for at, each in enumerate(titles)
    )
    whole = timeline_of(
        [
            replace(
                event("one", "2012", "It happens"),
                sources=tuple(Citation(source=each.id) for each in sources),
            )
        ]
    )
    footnotes = Footnotes(replace(whole, sources=sources))
    for each in whole.events[0].sources:
        footnotes.number(each)
    assert [each.text for each in references(footnotes, titled=False)] == [
        "“Oil workers strike for higher pay in the west”, The Gazette, undated",
        "“Oil workers strike for higher pay in the east”, The Gazette, undated",
        "“Council meets”, The Gazette, undated, https://g.example/2",
        "“Council meets”, The Gazette, undated, https://g.example/3",
    ]
    alone = Footnotes(footnotes.timeline)
    alone.number(whole.events[0].sources[0])
    alone.number(whole.events[0].sources[2])
    assert [each.text for each in references(alone, titled=False)] == [
        "“Oil workers strike for…”, The Gazette, undated",
        "“Council meets”, The Gazette, undated",
    ]


def test_a_source_without_a_publisher_is_told_by_its_title() -> None:
    timeline = sample()
    source = replace(
        timeline.sources_by_id[timeline.events[0].sources[0].source], publisher=NO_PUBLISHER
    )
    others = tuple(each for each in timeline.sources if each.id != source.id)
    changed = replace(timeline, sources=(source, *others), documents=())
    written = of(changed, [changed.events[0]])
    assert source.title in flat(written)
    assert NO_PUBLISHER not in written

"""The page: whole without a script or a network, safe whatever a text holds, easy to get about."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from kztimeline.export.formats.html_page import write
from kztimeline.export.making_records import export_of
from kztimeline.export.page.markup import link
from kztimeline.timeline.model import Timeline, Topic, Track

from ..build import build_event, build_timeline
from .awkward import awkward, awkward_export

VOID = {"meta", "input", "rect", "br"}


class Page(HTMLParser):
    """The elements of a page in their order, and whether each is closed where it must be."""

    def __init__(self, content: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(content)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        assert len(dict(attrs)) == len(attrs), "an attribute stands twice"
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def all(self, name: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.elements if tag == name]


CONTENT = write(awkward_export(query="<b>& \"'", notice="As of <i>then</i>")).decode()
PAGE = Page(CONTENT)


def test_every_element_is_closed() -> None:
    assert PAGE.open == []


def test_every_event_has_an_address_and_no_two_elements_one() -> None:
    ids = [attributes["id"] for _tag, attributes in PAGE.elements if "id" in attributes]
    assert len(set(ids)) == len(ids)
    articles = {each["id"] for each in PAGE.all("article")}
    assert articles == {event.id for event in awkward().events}


def test_every_link_within_the_page_leads_somewhere() -> None:
    ids = {attributes.get("id") for _tag, attributes in PAGE.elements}
    within = [each["href"] for each in PAGE.all("a") if str(each["href"]).startswith("#")]
    assert within
    assert {str(each)[1:] for each in within} <= ids


def test_only_addresses_of_pages_are_links() -> None:
    outside = {each["href"] for each in PAGE.all("a") if not str(each["href"]).startswith("#")}
    assert outside
    assert all(re.match("https?://", str(each)) for each in outside)
    assert "javascript:alert(1)" in CONTENT
    assert all(
        "noopener" in str(each.get("rel")) for each in PAGE.all("a") if each["href"] in outside
    )


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        " https://a.example",
        "data:text/html,x",
        "//a.example",
        "file:///etc",
        "",
    ],
)
def test_what_is_no_page_is_text(address: str) -> None:
    assert "<a" not in link(address)


def test_nothing_is_loaded_and_only_its_own_script_runs() -> None:
    for tag, attributes in PAGE.elements:
        assert tag not in ("link", "img", "iframe", "object", "embed")
        assert not {"src", "style", "onclick", "onload", "action", "srcset"} & set(attributes)
    (policy,) = (
        str(each["content"])
        for each in PAGE.all("meta")
        if each.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy.startswith("default-src 'none';")
    for tag, directive in (("script", "script-src"), ("style", "style-src")):
        own = CONTENT.partition(f"<{tag}>")[2].partition(f"</{tag}>")[0]
        digest = base64.b64encode(hashlib.sha256(own.encode()).digest()).decode()
        assert f"{directive} 'sha256-{digest}'" in policy
    assert CONTENT.count("<script>") == 1
    data = [each for each in PAGE.all("script") if each]
    assert data == [{"type": "application/json", "id": "_tables"}]
    assert "url(" not in CONTENT
    assert "@import" not in CONTENT


def test_everything_is_there_without_the_script() -> None:
    hidden = [attributes.get("id") for _tag, attributes in PAGE.elements if "hidden" in attributes]
    assert hidden == ["_filter"]
    assert len(PAGE.all("details")) == len(awkward().events)


def test_a_reader_by_ear_or_keyboard_finds_the_way() -> None:
    tags = [tag for tag, _attributes in PAGE.elements]
    assert PAGE.all("html")[0]["lang"] == "en"
    assert tags.count("h1") == tags.count("main") == 1
    assert tags.index("h1") < tags.index("h2") < tags.index("h3")
    first = PAGE.all("a")[0]
    assert (first["href"], first["class"]) == ("#_events", "skip")
    assert {each.get("for") for each in PAGE.all("label")} == {"_q"}
    assert PAGE.all("output")[0]["aria-live"] == "polite"
    assert all(each.get("aria-labelledby") for each in PAGE.all("article"))
    assert all(each.get("aria-label") for each in PAGE.all("nav"))


def test_a_date_is_for_machines_only_where_it_can_be_said() -> None:
    times = {each["datetime"] for each in PAGE.all("time")}
    assert {"2012-02-29", "2012-02", "1991-12-16"} <= times
    assert all(re.fullmatch(r"\d{4}-\d\d(-\d\d)?", str(each)) for each in times)


def test_a_link_to_an_event_that_is_not_there_is_text() -> None:
    timeline = awkward()
    one = Page(write(export_of(timeline, [timeline.event("event-1")])).decode())
    within = {each["href"] for each in one.all("a") if str(each["href"]).startswith("#")}
    assert within == {"#_events", "#event-1"}


def test_nothing_found_is_a_page_too() -> None:
    empty = Page(write(export_of(awkward(), [])).decode())
    assert empty.all("article") == []
    assert empty.open == []


def page_of(*dates: str) -> str:
    events = [
        build_event(f"e-{number}", date, track="home", topics=("talks",))
        for number, date in enumerate(dates)
    ]
    tracks, topics = (
        (Track(id="home", name="Home", letter="H"),),
        (Topic(id="talks", name="Talks", letter="t"),),
    )
    whole = build_timeline(events, tracks=tracks, topics=topics)
    return write(export_of(whole, whole.events)).decode()


def test_what_began_in_a_decade_stands_under_it_and_counts_for_no_year() -> None:
    content = page_of("198X", "1980", "19XX", "1999-05-06", "2001")
    headings = re.findall(r"<h2[^>]*>([^<]*)</h2>", content)
    assert headings == ["1900s (century)", "1980", "1980s", "1999", "2001"]
    counted = re.findall(r'aria-label="(\d{4}: [^"]*)"', content)
    assert counted == ["1980: Home 1", "1999: Home 1", "2001: Home 1"]


@pytest.mark.parametrize(
    ("first", "last"), [("1991", "1993"), ("1850", "2024"), ("0044", "2024"), ("0044", "9998")]
)
def test_years_below_the_overview_have_room(first: str, last: str) -> None:
    content = page_of(first, last)
    labels = re.findall(r'<text x="([\d.]+)" [^>]*text-anchor="middle"([^>]*)>(\d+)<', content)
    assert len(labels) > 1 or int(last) - int(first) < 5
    for room, chosen in ((34, labels), (68, [each for each in labels if "fine" not in each[1]])):
        places = [float(x) for x, _fine, _year in chosen]
        assert all(b - a > room - 0.1 for a, b in pairwise(places))
        assert all(room / 4 <= place <= 680 for place in places)
    assert content.count("<rect") < 400


def test_print_says_the_filter_and_the_screen_does_not() -> None:
    assert [each for each in PAGE.all("p") if each.get("id") == "_printed"]
    style = CONTENT.partition("<style>")[2].partition("</style>")[0]
    screen, _media, printed = style.partition("@media print")
    assert ".printed { display: none; }" in screen
    assert ".printed { display: block; }" in printed


@pytest.mark.slow
def test_the_whole_record_is_one_page(builtin: Timeline) -> None:
    page = Page(write(export_of(builtin, builtin.events)).decode())
    assert len(page.all("article")) == len(builtin.events)
    assert page.open == []

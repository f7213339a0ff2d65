"""What `kzt check --strict` finds in sources, claims, causes, dates and wording."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from textwrap import indent

import pytest

from kztimeline.loading.loader import examine
from tests.commands import kzt
from tests.files import CARD, HEAD, event, in_quotes, timeline, write

HERALD = """\
  - id: herald
    title: An envoy
    publisher: {publisher}
    URL: {url}
events:
"""
CITE_HERALD = "      - source: herald\n        says: The envoy spoke.\n"
JONES = """\
actors:
  - id: jones
    name: Mary Jones
    kind: person
    roles:
      - title: President of Home
        date: 1991/1999
"""


def problems(text: str, path: Path = Path("nowhere/events.yaml")) -> list[str]:
    """Return the problems of a timeline whose topics are all used."""
    text = text.replace("topics: [talks]", "topics: [talks, votes]")
    findings, _ = examine(path, in_quotes(text).encode(), strict=True)
    return [found.problem for found in findings]


def two_sources(
    publisher: str = "The Herald", url: str = "https://herald.example/envoy", head: str = HEAD
) -> str:
    """Return a timeline whose one event cites a second source."""
    more = HERALD.format(publisher=publisher, url=url)
    return timeline(event() + CITE_HERALD, head=head.replace("events:\n", more))


def with_lists(**lists: str) -> str:
    """Return the head of a file with further lines under `timeline`."""
    lines = "".join(f"  {name}: {value}\n" for name, value in lists.items())
    return HEAD.replace("  span: 1991/2024\n", f"  span: 1991/2024\n{lines}")


def told(**fields: str) -> str:
    """Return a timeline of one event with another title, summary or `says`."""
    text = timeline(
        event(title=fields.get("title", "Envoy speaks"), date=fields.get("date", "1992-03-02"))
    )
    text = text.replace("The envoy speaks.", fields.get("summary", "The envoy speaks."))
    return text.replace("The envoy spoke.", fields.get("says", "The envoy spoke."))


def linked(link: str) -> str:
    """Return a timeline of two events with one link between them."""
    return timeline(event(), event("two", "1993-03-02", links=f"\n    - {{to: one, {link}}}"))


# ------------------------------------------------------------------ sources
ADDRESS = "    URL: https://gazette.example/envoy\n"
REFUSED = with_lists(refused_hosts="[{host: herald.example, why: A forum.}]")
COPIES = with_lists(copy_hosts="[Copies.example]")


@pytest.mark.parametrize("url", ["https://herald.example/envoy", "https://www.herald.example/e"])
def test_a_refused_host_is_not_cited(url: str) -> None:
    (found,) = problems(two_sources(url=url, head=REFUSED))
    assert found == "herald.example is not cited here: A forum."


def test_a_host_that_ends_alike_is_another_host() -> None:
    assert problems(two_sources(url="https://theherald.example/e", head=REFUSED)) == []


def test_a_refused_source_is_no_witness() -> None:
    text = two_sources(head=REFUSED).replace("importance: 2", "importance: 1")
    assert any("rests on The Gazette alone" in found for found in problems(text))


def test_a_witness_whose_publisher_is_not_stated_is_told_in_words() -> None:
    text = two_sources(head=REFUSED).replace("importance: 2", "importance: 1")
    text = text.replace("publisher: The Gazette", "publisher: publisher not stated")
    said = "importance 1 rests on one witness alone, whose publisher is not stated"
    assert said in problems(text)


def test_a_text_with_its_agency_named_in_two_papers_is_one_witness() -> None:
    text = two_sources("Wire, via The Herald").replace("importance: 2", "importance: 1")
    text = text.replace("publisher: The Gazette", "publisher: Wire (copy at gazette.example)")
    assert problems(text) == ["importance 1 rests on Wire alone"]


def test_a_host_of_copies_asks_for_the_publisher_to_say_so() -> None:
    url = "https://files.copies.example/1"
    (found,) = problems(two_sources(url=url, head=COPIES))
    assert "Copies.example keeps copies" in found
    assert problems(two_sources("The Herald (copy at copies.example)", url, COPIES)) == []


def test_a_copy_stands_where_it_is_said_to_stand() -> None:
    (found,) = problems(two_sources("The Herald (copy at elsewhere.example)"))
    assert "said to be at elsewhere.example, but the address is at herald.example" in found
    assert problems(two_sources("The Herald (copy at Herald.Example)")) == []


@pytest.mark.parametrize("other", ["Gazette", "The GAZETTE", "the Gazette, via A Page"])
def test_a_publisher_has_one_name(other: str) -> None:
    (found,) = problems(two_sources(other))
    assert "is called 'The Gazette' elsewhere" in found


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("https://herald.example/envoy?utm_source=rss&page=2", "carries utm_source"),
        ("https://herald.example/envoy?PHPSESSID=77", "carries PHPSESSID"),
        ("https://herald.example/envoy?tmpl=component&print=1", "carries tmpl, print"),
        ("https://herald.example/envoy?post_action=dislike", "carries post_action"),
        ("https://jane@herald.example/envoy", "name or password"),
        ("https://herald.example./envoy", "a dot at its end"),
        ("https://staging.herald.example/envoy", "not a public host"),
        ("https://manage.herald.example/envoy", "not a public host"),
        ("https://d123.cloudfront.net/envoy", "not a public host"),
        ("https://192.0.2.7/envoy", "not a public host"),
        ("https://herald.example/amp/envoy", "a wrapper"),
        ("https://amp.herald.example/envoy", "a wrapper"),
        ("https://herald.example/envoy?amp", "a wrapper"),
        ("https://herald.example/envoy?noamp=mobile", "a wrapper"),
        ("https://googleweblight.com/?lite_url=https://herald.example", "a wrapper"),
        ("https://herald-example.translate.goog/envoy", "a wrapper"),
    ],
)
def test_an_address_is_the_pages_own(url: str, problem: str) -> None:
    (found,) = problems(two_sources(url=url))
    assert problem in found


@pytest.mark.parametrize(
    "url",
    [
        "https://herald.example/envoy?id=7&page=2",
        "https://herald.example/stage/dev/envoy",
        "https://campaign.example/amplifier",
        "http://device.example:8080/envoy",
    ],
)
def test_a_plain_address_stands(url: str) -> None:
    assert problems(two_sources(url=url)) == []


# ------------------------------------------------------------ claims and causes
def disputed(first: str, second: str, claims: tuple[str, str] = ("One", "Two")) -> str:
    sides = "".join(
        f"\n    - {{by: '{by}', claim: '{claim}', source: {source}}}"
        for by, claim, source in zip((first, second), claims, ("gazette", "herald"), strict=True)
    )
    more = HERALD.format(publisher="The Herald", url="https://herald.example/envoy")
    one = event() + CITE_HERALD + f"    disputed:{sides}\n"
    return timeline(one, head=HEAD.replace("events:\n", more))


@pytest.mark.parametrize(
    ("by", "claims", "problem"),
    [
        (("The board", "The critics"), ("91 percent, first results", "93"), "early count"),
        (("The board, preliminary", "The critics"), ("91 percent", "93"), "early count"),
        (("Officials in January", "Officials in March"), ("164 dead", "225"), "one speaker"),
        (("Jane Smith, 1992", "Jane Smith, 1995"), ("Yes", "No"), "one speaker"),
    ],
)
def test_an_early_count_is_no_dispute(
    by: tuple[str, str], claims: tuple[str, str], problem: str
) -> None:
    (found,) = problems(disputed(*by, claims=claims))
    assert problem in found


def test_two_speakers_are_a_dispute() -> None:
    assert problems(disputed("The board, 1992", "The critics, 1993")) == []


def test_what_somebody_says_has_the_day_of_saying() -> None:
    said = "attributed_to: Jane Smith"
    (found,) = problems(timeline(event(date="1992/1995") + f"    {said}\n"))
    assert "1992/1995 draws out what somebody says" in found
    assert problems(timeline(event(date="1992-03-04") + f"    {said}\n")) == []
    assert problems(timeline(event(date="1992/1995"))) == []


@pytest.mark.parametrize(("character", "sound"), [("opinion", False), ("report", True)])
def test_an_opinion_alone_makes_no_duration(tmp_path: Path, character: str, sound: bool) -> None:
    words = "The trouble lasted from 1992 to 1995."
    mention = (
        "  - {span: 24-36, text: 1992 to 1995, kind: date, date: 1992/1995, cited_by: [one]}\n"
    )
    sha256 = hashlib.sha256(words.encode()).hexdigest()
    card = CARD.format(sha256=sha256, characters=len(words), mentions=mention)
    write(tmp_path, card.replace("report", character), "seeds/001.yaml")
    cite = f"      - source: '001'\n        spans: [0-{len(words)}]\n"
    one = event(date="1992/1995").split("      - source: gazette")[0] + cite
    text = timeline(one, event("two"))
    found = [one for one in problems(text, tmp_path / "events.yaml") if "draws out" in one]
    assert (found == []) is sound


@pytest.mark.parametrize(
    ("link", "problem"),
    [
        ("kind: responds_to, basis: It answers the first.", "nobody is named"),
        ("kind: leads_to, basis: 'Some say that it follows.', source: gazette", "nobody in part"),
        ("kind: reverses, basis: There is speculation about it.", "nobody in particular"),
    ],
)
def test_a_cause_says_who_sees_it(link: str, problem: str) -> None:
    (found,) = problems(linked(link))
    assert problem in found


@pytest.mark.parametrize(
    "link",
    [
        "kind: responds_to, basis: The Gazette says so., source: gazette",
        "kind: responds_to, basis: 'Our reading: it answers the first.'",
        "kind: part_of, basis: The second is a part of the first.",
        "kind: succeeds, basis: The next in the series.",
    ],
)
def test_a_cause_with_its_witness_stands(link: str) -> None:
    assert problems(linked(link)) == []


def test_the_witness_of_a_cause_is_cited_by_one_of_its_events() -> None:
    more = HERALD.format(publisher="The Herald", url="https://herald.example/envoy")
    link = "\n    - {to: one, kind: leads_to, basis: So it says., source: herald}"
    text = timeline(
        event(),
        event("two", "1993-03-02", links=link),
        event("three", "1994-03-02") + CITE_HERALD,
        head=HEAD.replace("events:\n", more),
    )
    (found,) = problems(text)
    assert found == "'herald' is cited by neither of the two events"


@pytest.mark.parametrize("says", ["It was on 7 March.", "On March 7th it was."])
def test_a_day_that_a_source_gives_is_not_left_at_a_month(says: str) -> None:
    (found,) = problems(told(date="1992-03", says=says))
    assert "the event has the month alone" in found


def test_a_day_may_be_left_out_for_a_reason() -> None:
    text = told(date="1992-03", says="Reported on 7 March.")
    noted = text + "    note: The day of the speech itself was not seen.\n"
    assert problems(noted) == []
    assert problems(told(date="1992-03", says="Recalled on 7 April.")) == []


@pytest.mark.parametrize(
    "says", ["It was on 3 March.", "On March 1st he spoke.", "He spoke on 5 March 1992."]
)
def test_a_day_is_the_one_that_its_sources_give(says: str) -> None:
    (found,) = problems(told(says=says))
    assert found.startswith("its sources are said to give ")
    assert found.endswith(" March, not 2 March")


@pytest.mark.parametrize(
    "says",
    [
        "He spoke on 2 March; the paper is of 3 March.",  # both are given
        "The paper of 3 March has him speak yesterday.",
        "The paper of 3 March has him speak on Monday.",
        "He had come on 12 March.",  # too far off to be a slip
        "He spoke on 3 March 1993.",  # of another year
        "He spoke on the 2nd and 3 March.",
    ],
)
def test_a_source_may_give_another_day_for_a_reason(says: str) -> None:
    assert problems(told(says=says)) == []


def test_a_month_is_not_held_against_the_days_of_its_sources() -> None:
    text = told(date="1992-03/1992-04", says="He spoke on 3 March.")
    assert not [found for found in problems(text) if "said to give" in found]


@pytest.mark.parametrize(
    ("date", "outside"),
    [
        ("1989/1992", True),
        ("2023/2026", True),
        ("1980/2030", True),
        ("1991/1992", False),
        ("../1992", False),
        ("2020/..", False),
    ],
)
def test_both_ends_of_an_interval_lie_within_the_span(date: str, outside: bool) -> None:
    found = [each for each in problems(told(date=date)) if "outside the timeline's span" in each]
    assert bool(found) is outside


def test_a_side_that_is_no_track_is_told_where_it_stands() -> None:
    side = JONES.replace("    kind: person\n", "    kind: person\n    side: nowhere\n")
    text = timeline(event(), head=HEAD.replace("actors:\n", side))
    findings, _ = examine(Path("nowhere/events.yaml"), text.encode())
    (found,) = [each for each in findings if "'nowhere'" in each.problem]
    assert found.source_line.strip() == "side: nowhere"


def test_one_side_of_a_dispute_is_told_where_it_stands() -> None:
    claim = "    disputed:\n      - by: One\n        claim: It was so.\n        source: herald\n"
    text = two_sources() + claim
    findings, _ = examine(Path("nowhere/events.yaml"), text.encode())
    (found,) = [each for each in findings if "only one side" in each.problem]
    assert found.source_line.strip() == "disputed:" or "by: One" in found.source_line


def test_at_the_ends_of_the_calendar_no_day_is_looked_for_beyond() -> None:
    for date in ("0001-01-01", "9999-12-31"):
        assert "said to give" not in " ".join(problems(told(date=date)))


# ------------------------------------------------------------------- wording
@pytest.mark.parametrize(
    "title",
    ["Smith speaks", "House hears Smith", "Minister meets Smith’s party", "Talks; Smith leaves",
     "Court frees Smith’s Hughes Bank", "Minister meets Smith, Jane Hughes",
     "Smith funds a party"],
)  # fmt: skip
def test_a_surname_in_a_title_needs_an_office(title: str) -> None:
    (found,) = problems(told(title=title))
    assert found == "'Smith' stands without an office or a given name"


@pytest.mark.parametrize(
    "title",
    ["Jane Smith speaks", "Ambassador Smith speaks", "Secretaries Jones and Smith speak",
     "Secretary of State Smith speaks", "Rival Smith’s party is banned", "Smithson speaks"],
)  # fmt: skip
def test_a_surname_with_its_office_stands(title: str) -> None:
    assert problems(told(title=title)) == []


@pytest.mark.parametrize(
    "title",
    ["Smith Hughes pays a fine", "Smith & Co. pays a fine", "Hughes & Smith pays a fine",
     "Congress widens the Smith program", "Congress passes Smith Act",
     "Senate ends Smith amendment", "Congress passes Nunn-Smith"],
)  # fmt: skip
def test_a_company_program_or_act_named_after_a_person_stands(title: str) -> None:
    assert problems(told(title=title)) == []


def test_a_body_among_the_actors_may_end_on_a_surname() -> None:
    bank = "  - {id: hughes, name: Hughes Smith, kind: body, other_names: [House of Smith]}\n"
    head = HEAD.replace("sources:\n", f"{bank}sources:\n")
    for title, found in (
        ("Hughes Smith buys a bank", []),
        ("Court fines the House of Smith", []),
        ("Hughes Smith names Smith", ["'Smith' stands without an office or a given name"]),
    ):
        one = event(title=title).replace("actors: [smith]", "actors: [smith, hughes]")
        text = timeline(one, head=head).replace("  - id: smith", "  - id: abc")
        assert problems(text.replace("[smith, hughes]", "[abc, hughes]")) == found


def test_a_number_that_opens_a_title_is_no_surname() -> None:
    head = HEAD.replace("Jane Smith", "Jane Ten")
    assert problems(timeline(event(title="Ten envoys speak"), head=head)) == []
    (found,) = problems(timeline(event(title="Court frees Ten"), head=head))
    assert found == "'Ten' stands without an office or a given name"


def test_a_head_of_state_needs_no_office_unless_another_bears_the_name() -> None:
    head = HEAD.replace("actors:\n", JONES)
    one = event(title="Jones speaks").replace("actors: [smith]", "actors: [smith, jones]")
    assert problems(timeline(one, head=head)) == []
    shared = head.replace("Jane Smith", "Jane Jones")
    (found,) = problems(timeline(one, head=shared))
    assert found == "'Jones' stands without an office or a given name"


@pytest.mark.parametrize(
    "ending",
    ["The Senate still needs to agree.", "The vote is due in May.", "It will take effect later.",
     "The bill awaits the Senate.", "A court has yet to rule."],
)  # fmt: skip
def test_what_was_to_come_has_come(ending: str) -> None:
    (found,) = problems(told(summary=f"The envoy speaks. {ending}"))
    assert "ends on what was to come" in found


def test_an_ending_told_later_or_elsewhere_or_too_new_stands() -> None:
    summary = "The vote is due in May. It is held in June."
    assert problems(told(summary=summary)) == []
    late = told(date="2024-06-02", summary="The vote is due in May.")
    assert problems(late) == []
    going_on = re.sub(r"(?m)^( *span:).*", r"\1 1991/..", late)
    assert problems(going_on) == []
    both = linked("kind: succeeds, basis: The next.").replace(
        "The envoy speaks.", "The vote is due in May."
    )
    assert problems(both) == []


@pytest.mark.parametrize(
    "wording", ["first results give 91 percent", "Preliminary figures are high", "early returns"]
)
def test_an_early_count_stands_under_a_note(wording: str) -> None:
    (found,) = problems(told(summary=f"The {wording}.", says="It is 91."))
    assert "stands for the outcome" in found
    noted = timeline(event()) + f"    note: The {wording}.\n"
    assert problems(noted) == []


@pytest.mark.parametrize(
    "title", ["New law on talks takes effect", "Parliament passes amendments", "Home adopts code"]
)
def test_a_law_has_its_own_date(title: str) -> None:
    (found,) = problems(told(title=title))
    assert "the law’s own date is missing" in found
    dated = timeline(event(title=title)) + "    note: The law bears the date of 1 March 1992.\n"
    assert problems(dated) == []


def test_a_title_that_names_no_law_made_needs_no_date() -> None:
    assert problems(told(title="Court speaks of the law")) == []


def test_an_actor_stands_once() -> None:
    again = "  - id: smithson\n    name: jane SMITH\n    kind: person\nsources:\n"
    text = timeline(event(actors="[smith, smithson]"), head=HEAD.replace("sources:\n", again))
    text = text.replace("    actors: [smith]\n", "")
    assert problems(text) == ["'Jane Smith' stands twice", "'jane SMITH' stands twice"]


def namesakes(one: str, other: str) -> str:
    """Return a timeline with two people of one name, each with a line of its own."""
    again = "  - id: smithson\n    name: Jane Smith\n    kind: person\n" + other + "sources:\n"
    head = HEAD.replace("    roles:\n      - title: Envoy\n        date: 1992/1995\n", one)
    text = timeline(event(actors="[smith, smithson]"), head=head.replace("sources:\n", again))
    return text.replace("    actors: [smith]\n", "")


MOTHER, DAUGHTER = "    note: The mother.\n", "    note: The daughter.\n"


def test_two_people_of_one_name_are_told_apart() -> None:
    twice = ["'Jane Smith' stands twice"] * 2
    assert problems(namesakes(MOTHER, DAUGHTER)) == []
    assert problems(namesakes(MOTHER, MOTHER)) == twice
    assert problems(namesakes(MOTHER, "")) == twice
    assert problems(namesakes("", "")) == twice


def test_a_source_on_paper_needs_a_date_and_no_address() -> None:
    text = timeline().replace(ADDRESS, "")
    assert problems(text) == []
    assert problems(timeline(head=REFUSED).replace(ADDRESS, "")) == []
    (found,) = problems(text.replace("    issued: 1992-03-04\n", ""))
    assert found == "the source has neither an address nor a date"


def test_a_stub_that_is_not_filled_in_is_named(tmp_path: Path) -> None:
    page = write(tmp_path, "The envoy spoke on 2 March 1992.", "page.txt")
    path = write(tmp_path, timeline())
    published = ("--published", "1992-04-01")
    assert kzt("seeds", "add", page, *published, "--title", "P", "-t", path).returncode == 0
    asked = (*published, "--format", "stubs", "--track", "away", "--topic", "talks")
    stubs = indent(kzt("extract", page, *asked).stdout, "  ")
    path.write_text(timeline() + stubs, encoding="utf-8")
    assert kzt("seeds", "cite", "-t", path).returncode == 0
    assert kzt("check", path).returncode == 0
    said = kzt("check", "--strict", path).stdout
    for text in ("TITLE for 2 March 1992", "SUMMARY"):
        assert f"'{text}' is still what `kzt extract --format stubs` wrote" in said
    assert "still what" not in " ".join(problems(told(title="TITLE IX is passed")))

"""One run of `kzt check` shows everything: no fault hides another, none is made up.

What is not YAML, or hardly meant as YAML reads it, comes alone: all else might be made up.
"""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from kztimeline.loading.findings import MOST_SHOWN, Finding
from kztimeline.loading.loader import examine
from tests.commands import kzt
from tests.files import CARD, HEAD, event, timeline, write

SHORT = "The envoy came on 4 March 2011."
SOUND_CARD = CARD.format(
    sha256="0" * 64,
    characters=len(SHORT),
    mentions="  - span: 18-30\n    text: 4 March 2011\n    kind: date\n    date: 2011-03-04\n",
)
CITED = "    cited_by: [one]\n"
CITING = "      - source: '001'\n        spans: [0-31]\n"


def findings_of(text: str, folder: Path = Path("nowhere")) -> list[Finding]:
    return examine(folder / "events.yaml", text.encode())[0]


def problems_of(text: str, folder: Path = Path("nowhere")) -> list[str]:
    return [found.problem for found in findings_of(text, folder)]


FAULTY = {
    "a date": (event("one", date="Feb 2012"), "date: the month is a word"),
    "a title": (event("one", title="x" * 81), "title: 81 characters"),
    "a missing key": (event("one").replace("    summary: The envoy speaks.\n", ""), "'summary'"),
    "an unknown key": (event("one", colour="red"), "no key 'colour'"),
    "a list that is none": (event("one").replace("[talks]", "talks"), "topics: a list"),
    "a text that is none": (event("one", place="[a]"), "place: a list or mapping"),
    "a number that is none": (event("one").replace("importance: 2", "importance: x"), "whole"),
    "an entry that is none": (event("one", links="[two]"), "links: `key: value` lines"),
    "a kind that is none": (
        event("one", links="[{to: two, kind: x, basis: y}]"),
        "kind: 'x' is not known",
    ),
    "an empty list": (event("one").replace("[talks]", "[]"), "topics: the list is empty"),
    "an id": (event("One"), "'One' is not an id"),
    "a hidden letter": (event("one", place="a\u200bb"), "U+200B"),
}


@pytest.mark.parametrize("name", FAULTY)
def test_a_fault_of_one_entry_hides_no_other(name: str) -> None:
    faulty, problem = FAULTY[name]
    links = "[{to: two, kind: leads_to, basis: so}, {to: nine, kind: leads_to, basis: so}]"
    other = event("two", track="nowhere", actors="[nobody]", links=links)
    other = other.replace("    actors: [smith]\n", "", 1)
    found = problems_of(timeline(faulty, other, event("three", date="2031")))
    assert problem in found[0]
    assert found[1:] == [
        "there is no track 'nowhere'",
        "there is no actor 'nobody'",
        "the event links to itself",
        "there is no event 'nine'",
        "2031 lies outside the timeline's span 1991/2024",
    ]


@pytest.mark.parametrize(
    ("faulty", "problem"),
    [
        (event("one", title="Envoy: a day"), "not valid YAML"),
        (event("one") + "    place: A\n    place: B\n", "stands twice"),
        (event("one") + "tracks: []\nevents:\n", "stands twice"),
        (event("one").replace("[talks]", "&t [talks]") + event("three", links="*t"), "an alias"),
        (event("one").replace("title:", "[title]:"), "a key must be a word"),
    ],
)
def test_what_is_not_read_as_it_is_meant_comes_alone(faulty: str, problem: str) -> None:
    found = problems_of(timeline(faulty, event("two", track="nowhere")))
    assert any(problem in each for each in found)
    assert "there is no track 'nowhere'" not in found
    assert len(found) <= 2


def test_a_faulty_entry_is_checked_in_all_else() -> None:
    text = timeline(event("one", date="Feb 2012", track="nowhere", title="x" * 81, links="[1]"))
    found = problems_of(text.replace("[smith]", "[smit]"))
    assert sorted(problem.partition(":")[0] for problem in found) == [
        "date",
        "links",
        "there is no actor 'smit'",
        "there is no track 'nowhere'",
        "title",
    ]


def test_what_is_faulty_is_still_there_to_be_named() -> None:
    head = HEAD.replace("name: Jane Smith", "nam: Jane Smith").replace("issued: 1992", "issued: x")
    head = head.replace("letter: H", "letter: HH").replace("name: Talks", "name: ''")
    link = "[{to: two, kind: leads_to, basis: so}]"
    found = problems_of(timeline(event("one", links=link), event("two", date="x"), head=head))
    assert [problem.partition(":")[0] for problem in found] == [
        "letter",
        "name",
        "the key 'name' is missing",
        "there is no key 'nam' here",
        "issued",
        "date",
    ]


@pytest.mark.parametrize("section", ["tracks", "topics", "actors", "sources", "events"])
def test_a_section_that_is_none_is_the_one_thing_wrong(section: str) -> None:
    text = re.sub(rf"(?ms)^{section}:\n.*?(?=^\w|\Z)", f"{section}: nothing\n", timeline())
    (found,) = findings_of(text)
    assert found.problem == f"{section}: a list is wanted here"
    assert found.source_line == f"{section}: nothing"


def test_a_faulty_span_puts_no_event_outside() -> None:
    text = timeline(event("one", date="2031"), event("two", outside_span="why"))
    (found,) = findings_of(text.replace("span: 1991/2024", "span: 1991-2024"))
    assert "write 1991/2024" in found.remedy.lower()


@pytest.mark.parametrize("text", ["timeline", "- a\n- b\n", "a: b\n", "''", "~"])
def test_what_is_no_timeline_at_all_is_said_once_a_key(text: str) -> None:
    found = problems_of(text)
    assert found
    assert len(found) == len(set(found)) <= 4


FAULTY_CARDS = {
    "no YAML": ("id: [", "not valid YAML"),
    "no card": ("a list", "`key: value` lines are wanted"),
    "a fault in its head": (SOUND_CARD.replace("language: en\n", ""), "'language' is missing"),
    "a fault in a mention": (SOUND_CARD.replace("kind: date", "kind: day"), "kind: 'day'"),
    "no mentions": (SOUND_CARD.replace("  - span", "    span"), "mentions"),
    "an unreadable byte": ("id: \udcff", "not UTF-8"),
}


@pytest.mark.parametrize("name", FAULTY_CARDS)
def test_a_fault_of_a_card_hides_nothing_in_the_timeline(tmp_path: Path, name: str) -> None:
    content, problem = FAULTY_CARDS[name]
    card = tmp_path / "seeds" / "001.yaml"
    card.parent.mkdir()
    content += CITED if "mentions:" in content else ""
    card.write_bytes(content.encode("utf-8", "surrogateescape"))
    write(tmp_path, SOUND_CARD.replace("'001'", "'002'"), "seeds/002.yaml")
    text = timeline(event("one", "2011-03-04").replace("        says: The envoy spoke.\n", CITING))
    found = findings_of(text.replace("track: away", "track: nowhere"), tmp_path)
    assert found[0].problem == "there is no track 'nowhere'"
    assert found[1].problem == "what the source says is missing"
    assert any(problem in each.problem for each in found[2:])
    assert {each.file for each in found[2:]} == {str(card)}
    assert not any("no source" in each.problem for each in found)


def test_a_timeline_that_cannot_be_read_hides_no_fault_of_a_card(tmp_path: Path) -> None:
    card = SOUND_CARD.replace("18-30", "18-31").replace("language: en\n", "")
    write(tmp_path, card + CITED, "seeds/001.yaml")
    found = problems_of("{&?-\n*#!&:*a#}?{]>#??#\n!-{!-,\n", tmp_path)
    assert [problem.partition(":")[0] for problem in found] == [
        "not valid YAML",
        "the key 'language' is missing",
        "the text is not as long as the span",
    ]


def test_two_cards_of_one_id_are_found(tmp_path: Path) -> None:
    write(tmp_path, SOUND_CARD, "seeds/001.yaml")
    write(tmp_path, SOUND_CARD, "seeds/copy.yaml")
    (found,) = findings_of(timeline(), tmp_path)
    assert found.file.endswith("copy.yaml")
    assert "that of 001.yaml" in found.problem


def test_a_folder_in_the_place_of_a_card_is_told_as_being_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "seeds" / "dir.yaml").mkdir(parents=True)
    (found,) = findings_of(timeline(), tmp_path)
    assert found.file.endswith("seeds/dir.yaml")
    assert found.problem == "this is a folder, where a file is wanted"
    assert found.remedy == "Move it away, or put a file in its place."


def test_a_path_through_a_file_is_told_as_such(tmp_path: Path) -> None:
    path = write(tmp_path, timeline())
    for command in (("check",), ("list", "-t"), ("import",), ("extract",)):
        run = kzt(*command, path / "x.yaml")
        assert run.returncode == 1
        assert "x.yaml: there is no such file\n    Check the path: a part of it" in (
            run.stdout + run.stderr
        )


def test_a_document_of_one_character_has_one_character(tmp_path: Path) -> None:
    card = SOUND_CARD.replace(f"characters: {len(SHORT)}", "characters: 1") + CITED
    write(tmp_path, card, "seeds/001.yaml")
    text = timeline(event("one", "2011-03-04").replace("        says: The envoy spoke.\n", CITING))
    found = problems_of(text.replace("      - source: gazette\n", ""), tmp_path)
    assert found == [
        "0-31 ends outside 001.txt, which has 1 character",
        "18-30 ends outside the document of 1 character",
    ]


@pytest.mark.parametrize(
    ("cited_by", "spans", "problem"),
    [
        ("[one, one]", "[0-31]", "the event 'one' is listed here already"),
        ("[one]", "[0-31, 0-31]", "the span '0-31' is listed here already"),
    ],
)
def test_an_event_and_its_card_name_each_other_once(
    tmp_path: Path, cited_by: str, spans: str, problem: str
) -> None:
    write(tmp_path, f"{SOUND_CARD}    cited_by: {cited_by}\n", "seeds/001.yaml")
    citing = CITING.replace("[0-31]", spans)
    text = timeline(event("one", "2011-03-04").replace("        says: The envoy spoke.\n", citing))
    text = text.replace("      - source: gazette\n", "")
    assert problems_of(text, tmp_path) == [problem]


@pytest.mark.parametrize(
    ("written", "right", "advice"),
    [
        ("sumary", "summary", "Write 'summary'"),
        ("Title", "title", "Write 'title'"),
        ("importants", "importance", "Write 'importance'"),
    ],
)
def test_a_misspelt_key_is_named_with_the_one_that_is_missing(
    written: str, right: str, advice: str
) -> None:
    missing, unknown = findings_of(timeline(event().replace(f"    {right}:", f"    {written}:")))
    if "missing" not in missing.problem:
        missing, unknown = unknown, missing
    assert written in missing.remedy
    assert advice in unknown.remedy
    assert written in unknown.source_line


@pytest.mark.parametrize("key", ["title", "date", "track", "topics", "summary", "sources", "id"])
def test_a_missing_key_never_asks_to_rename_a_legal_one(key: str) -> None:
    text = re.sub(rf"(?m)^(  - |    ){key}: .*\n", "  - place: A\n" if key == "id" else "", event())
    if key == "sources":
        text = text[: text.index("    sources:")]
    found = [each for each in findings_of(timeline(text)) if "missing" in each.problem]
    assert [each.remedy for each in found] == [f"Add `{key}: …`."]


def test_a_missing_title_of_a_role_or_a_name_asks_for_itself_alone() -> None:
    head = HEAD.replace("    name: Jane Smith\n", "").replace(
        "      - title: Envoy\n        d", "      - d"
    )
    assert [each.remedy for each in findings_of(timeline(head=head))] == [
        "Add `name: …`.",
        "Add `title: …`.",
    ]


def test_a_key_of_another_place_says_where_it_belongs() -> None:
    (found,) = findings_of(timeline(event(other_names="[A]")))
    assert found.remedy.startswith("It is a key of an actor: check the indentation, or remove it.")
    assert "The keys here are id, date, track," in found.remedy


@pytest.mark.parametrize(
    ("written", "right", "advice"),
    [
        ("topics:\n      -talks\n", "topics: [talks]\n", "Write a space after each dash"),
        (
            "- source:gazette\n",
            "- source: gazette\n        says: The envoy spoke.\n",
            "`source: gazette`",
        ),
        ("{source:gazette,says:x}", "{source: gazette, says: x}", "`source: gazette`"),
    ],
)
def test_a_missing_space_that_yaml_lets_pass_is_named(
    written: str, right: str, advice: str
) -> None:
    text = timeline(event()).replace(
        "    sources:\n      - source: gazette\n        says: The envoy spoke.\n",
        "    sources:\n      - {source: gazette, says: x}\n"
        if "{" in right
        else "    sources:\n      - source: gazette\n        says: The envoy spoke.\n",
    )
    assert findings_of(text) == []
    found = findings_of(text.replace(right, written))
    assert any(advice in each.remedy for each in found)


def test_circles_of_any_length_are_found_and_nothing_else() -> None:
    def linked(number: int, to: int, kind: str = "leads_to") -> str:
        return event(f"e{number}", links=f"[{{to: e{to}, kind: {kind}, basis: so}}]")

    circle = [linked(n, (n + 1) % 50) for n in range(50)]
    tail = [linked(50, 0), linked(51, 50), linked(52, 53), linked(53, 52, "part_of")]
    found = problems_of(timeline(*circle, *tail))
    assert found == [
        f"this leads_to link closes a circle: e{(n + 1) % 50} leads back here" for n in range(50)
    ]


@pytest.mark.slow
def test_a_thousand_findings_are_shown_and_the_rest_counted(tmp_path: Path) -> None:
    bad = write(tmp_path, timeline(*(event(f"e{n}", date="2012-02-30") for n in range(1_234))))
    run = kzt("check", bad)
    assert run.returncode == 1
    assert run.stdout.count("February 2012 has 29 days") == MOST_SHOWN == 1_000
    assert run.stdout.splitlines()[-1] == "… and 234 more, shown once these are mended"
    assert run.stderr == f"kzt: {bad}: 1,234 problems\n"
    listed = kzt("--timeline", bad, "list")
    assert (listed.returncode, listed.stdout) == (1, "")
    assert "… and 234 more" in listed.stderr


def test_strict_says_what_it_did_not_check(tmp_path: Path) -> None:
    bad = write(tmp_path, timeline(event(date="Feb 2012")))
    run = kzt("check", "--strict", bad)
    assert run.returncode == 1
    assert "other programs read 1992-03-04 as a day" in run.stdout
    assert "of what --strict asks only the quotes were checked" in run.stderr


@pytest.mark.slow
def test_a_single_endless_line_is_shown_in_part(tmp_path: Path) -> None:
    entry = "{id: one, date: x, track: away, topics: [talks], title: T, summary: S, "
    entry += "importance: 2, sources: [{source: gazette, says: x}]}"
    text = HEAD.replace("events:\n", f"events: [{', '.join([entry] * 600)}]\n")
    run = kzt("check", write(tmp_path, text))
    assert run.returncode == 1
    assert len(run.stdout) < 400_000
    given = kzt("check", "--format", "json", tmp_path / "events.yaml")
    assert len(given.stdout) < 1_000_000


@pytest.mark.slow
@pytest.mark.parametrize(
    "fault",
    [
        lambda n: event(f"e{n}", date="2012-02-30"),
        lambda n: event(f"e{n}").replace("[smith]", f"[smith{n}]"),
        lambda n: event(f"e{n}", links=f"[{{to: e{n + 1}, kind: leads_to, basis: so}}]"),
        lambda n: event(f"e{n}", links=f"[{{to: x{n}, kind: leads_to, basis: so}}]"),
        lambda n: event(f"e{n}", place="a\u200bb", title="x" * 90),
        lambda n: event(f"e{n}").replace("title: ", "title:"),
    ],
    ids=["dates", "actors", "a chain", "links to nowhere", "letters and titles", "syntax"],
)
def test_checking_takes_time_in_proportion_to_the_file(fault) -> None:  # type: ignore[no-untyped-def]
    taken = []
    for count in (1_000, 8_000):
        text = timeline(*(fault(n) for n in range(count)))
        start = time.process_time()
        findings_of(text)
        taken.append(time.process_time() - start)
    assert taken[1] < 20 * taken[0] + 3, taken


@pytest.mark.parametrize(
    ("line", "other", "taken_by"),
    [("letter: A", "letter: h", "home"), ("letter: v", "letter: T", "talks")],
)
def test_a_letter_stands_for_one_thing(line: str, other: str, taken_by: str) -> None:
    (found,) = findings_of(timeline().replace(line, other))
    letter = other[-1]
    assert found.problem == f"the letter {letter!r} already stands for {taken_by}"
    assert found.source_line.strip() == other


@pytest.mark.parametrize(
    ("entry", "kind"),
    [
        ("id: home", "track"),
        ("id: votes", "topic"),
        ("id: smith", "actor"),
        ("id: gazette", "source"),
    ],
)
def test_an_id_that_stands_twice_is_told_with_the_line_of_the_first(entry: str, kind: str) -> None:
    lines = timeline().splitlines()
    at = next(n for n, line in enumerate(lines) if line.endswith(f"- {entry}"))
    end = next(n for n in range(at + 1, len(lines)) if not lines[n].startswith("    "))
    text = "\n".join([*lines[:end], *lines[at:end], *lines[end:], ""])
    found = [each for each in findings_of(text) if "already that" in each.problem]
    assert [each.line for each in found] == [end + 1]
    assert (
        found[0].problem
        == f"the id {entry[4:]!r} is already that of another {kind}, on line {at + 1}"
    )


def test_a_link_that_stands_twice_is_told_with_the_line_of_the_first() -> None:
    link = "      - {to: one, kind: leads_to, basis: so}\n"
    linking = event("two") + f"    links:\n{link}{link}"
    (found,) = findings_of(timeline(event("one"), linking))
    assert found.problem == f"the same link stands already, on line {found.line - 1}"


def test_a_source_with_the_id_of_a_document_is_told_with_its_card(tmp_path: Path) -> None:
    for content in (SOUND_CARD, SOUND_CARD.replace("language: en\n", "")):
        write(tmp_path, content.replace("'001'", "gazette"), "seeds/gazette.yaml")
        found = problems_of(timeline(), tmp_path)
        assert "this source and the card seeds/gazette.yaml both have the id 'gazette'" in found


@pytest.mark.parametrize(
    ("right", "written", "remedy"),
    [
        ("track: away", "track: Away", "Write its id: away."),
        ("track: away", "track: Foreign Land", "The tracks are home, away."),
        ("topics: [talks]", "topics: [Talks]", "Write its id: talks."),
        ("actors: [smith]", "actors: [Jane Smith]", "Write its id: smith."),
        ("actors: [smith]", "actors: [Smith]", "Did you mean smith?"),
        ("source: gazette", "source: The Paper", "The sources are gazette."),
        ("track: away", "track: abroad", "Define the track or use another."),
        ("source: gazette", "source: gaz", "Define the source or use another."),
        ("title: Envoy speaks", "title: #1 speaks", "unless quoted"),
    ],
)
def test_what_is_meant_is_named_by_its_id(right: str, written: str, remedy: str) -> None:
    (found,) = findings_of(timeline().replace(right, written))
    assert remedy in found.remedy


def test_an_id_that_goes_on_is_guessed() -> None:
    text = timeline().replace("id: gazette", "id: gazette-1986-04")
    (found,) = findings_of(text)
    assert "gazette-1986-04" in found.remedy

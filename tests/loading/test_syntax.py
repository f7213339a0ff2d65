"""What is not YAML is named by its cause, at its own line, and nothing that follows from it is."""

from __future__ import annotations

import random
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kztimeline.loading.findings import Finding
from kztimeline.loading.loader import examine
from kztimeline.loading.yaml_errors import mending
from kztimeline.loading.yaml_errors.mending import mend
from kztimeline.text.letters.unseen import without_unseen
from tests.commands import kzt
from tests.conftest import ROOT
from tests.files import event, timeline, write
from tests.sampling import mostly_slow

TEXT = timeline(
    event().replace(
        "summary: The envoy speaks.\n",
        "summary: The envoy speaks of a treaty that\n      both sides have signed.\n",
    )
    + "    place: The Gazette’s hall\n"
).replace("topics: [talks]", "topics:\n    - talks\n    - votes")

# What a curator writes, what stands there otherwise, and a word of the advice.
FAULTS = {
    "no space after the colon": ("title:Envoy speaks", "title: Envoy speaks", "title: Envoy"),
    "no space after the colon of an id": ("- id:one", "- id: one", "id: one"),
    "no space after the colon of a quoted value": ("title:'Envoy'", "title: Envoy speaks", "space"),
    "no space after the dash": ("    -talks", "    - talks", "- talks"),
    "no space after the dash of an entry": ("-source: gazette", "- source: gazette", "- source"),
    "a dash of another kind": ("    – talks", "    - talks", "hyphen"),
    "a colon of another script": ("title：Envoy", "title: Envoy", "ordinary colon"),
    "no colon": ("title Envoy speaks", "title: Envoy speaks", "title: Envoy"),
    "an equals sign for the colon": ("title = Envoy", "title: Envoy", "title: Envoy"),
    "no colon after a section": ("\nactors\n", "\nactors:\n", "actors:"),
    "an apostrophe in single quotes": ("'Envoy doesn't speak'", "Envoy speaks", "doesn''t"),
    "a possessive in single quotes": ("'The envoys' day'", "Envoy speaks", "envoys''"),
    "an apostrophe escaped by a backslash": (r"'It isn\'t so'", "Envoy speaks", "isn''t"),
    "quotes around the first word": ("'Envoy' speaks", "Envoy speaks", "'''Envoy'' speaks'"),
    "double quotes in double quotes": ('"The "envoy" speaks"', "Envoy speaks", r"\""),
    "a quote that is not closed": ("title: 'Envoy speaks", "title: Envoy speaks", "Close"),
    "a double quote that is not closed": ('title: "Envoy', "title: Envoy", "Close"),
    "a quote closed by another": ("title: 'Envoy speaks\"", "title: Envoy speaks", "Close"),
    "a quote closed before the text ends": (
        "'The envoy speaks of a treaty that'",
        "The envoy speaks of a treaty that",
        "last line",
    ),
    "a comma after a quoted value": ("title: 'Envoy',", "title: Envoy speaks", "Remove it"),
    "a backslash in double quotes": (r'"The \way and \more"', "Envoy speaks", r"\\"),
    "a colon within a text": ("title: Envoy: a speech", "title: Envoy speaks", "'Envoy: a speech'"),
    "a colon at the end of a text": ("title: Envoy speaks:", "title: Envoy speaks", "Quote"),
    "a text that begins with @": ("title: @Envoy", "title: Envoy", "Quote"),
    "a text that begins with `": ("title: `Envoy`", "title: Envoy", "Quote"),
    "a text that begins with %": ("title: %5 more", "title: Envoy", "Quote"),
    "a text that begins with *": ("title: *Envoy* speaks", "title: Envoy speaks", "Quote"),
    "a text that names what is nowhere": ("place: *Hall", "place: The Gazette’s hall", "Quote"),
    "a text that begins with & alone": ("title: & Envoy", "title: Envoy", "Quote"),
    "a text that begins with a bracket": ("title: [Envoy] speaks", "title: Envoy speaks", "Quote"),
    "a text that begins with a brace": ("title: {Envoy} speaks", "title: Envoy speaks", "Quote"),
    "a text that begins with a question mark": ("title: ? Envoy", "title: Envoy", "Quote"),
    "text beside the sign of a block": ("title: > Envoy", "title: Envoy", "next line"),
    "text beside the sign of a literal block": ("title: | Envoy", "title: Envoy", "next line"),
    "a bracket that is not closed": ("actors: [smith\n", "actors: [smith]\n", "]"),
    "a bracket closed by a brace": ("actors: [smith}", "actors: [smith]", "Write ]"),
    "a bracket closed twice": ("actors: [smith]]", "actors: [smith]", "Remove"),
    "no comma in brackets": ("actors: ['smith' 'smith']", "actors: [smith]", "comma"),
    "an item beside its key": ("actors: - smith", "actors: [smith]", "line of its own"),
    "a tab": ("\ttrack: away", "    track: away", "spaces"),
    "a tab after spaces": ("  \ttrack: away", "    track: away", "spaces"),
    "a tab before a dash": ("\t- votes", "    - votes", "spaces"),
    "one space too many": ("     track: away", "    track: away", "4 spaces"),
    "one space too few": ("   track: away", "    track: away", "4 spaces"),
    "two spaces too many": ("      importance: 2", "    importance: 2", "4 spaces"),
    "no indent": ("\nimportance: 2", "\n    importance: 2", "4 spaces"),
    "an indented section": ("\n events:\n", "\nevents:\n", "0 spaces"),
    "an item out of its list": ("\n- votes\n", "\n    - votes\n", "4 spaces"),
    "an entry out of its item": ("\n says: The", "\n        says: The", "8 spaces"),
    "a name out of its item": ("  - id: home\n   name", "  - id: home\n    name", "4 spaces"),
    "a missing dash": ("\n  id: away\n    name", "\n  - id: away\n    name", "- id: …"),
    "text no deeper than its key": ("\n    both sides", "\n      both sides", "Indent"),
    "text at the left margin": ("\nboth sides", "\n      both sides", "Indent"),
    "another document": ("\n---\nevents:", "\nevents:", "Remove"),
    "the end of a document": ("\n...\nevents:", "\nevents:", "Remove"),
    "an unsettled merge": (
        "<<<<<<< HEAD\n    track: away\n=======\n    track: home\n>>>>>>> b\n",
        "    track: away\n",
        "Keep one side",
    ),
}  # fmt: skip


def findings_of(text: str) -> list[Finding]:
    """Return what is wrong with a text, every date in it in quotes or not."""
    return examine(Path("nowhere/events.yaml"), text.encode())[0]


@pytest.mark.parametrize("name", FAULTS)
def test_the_cause_is_named_at_its_own_line(name: str) -> None:
    written, right, advice = FAULTS[name]
    assert TEXT.count(right) >= 1
    assert findings_of(TEXT) == []
    text = TEXT.replace(right, written, 1)
    lines = zip(text.split("\n"), TEXT.split("\n"), strict=False)
    number = next(n for n, (one, other) in enumerate(lines, 1) if one != other)
    (found,) = findings_of(text)
    assert (found.line, found.source_line) == (number, text.split("\n")[number - 1])
    assert found.problem.startswith("not valid YAML: ")
    assert advice in found.remedy
    assert found.remedy.count("YAML does not allow") == ("tab" in name)


def test_an_apostrophe_is_pointed_at_in_a_process(tmp_path: Path) -> None:
    bad = write(tmp_path, TEXT.replace("Envoy speaks", "'Envoy doesn't speak'"))
    run = kzt("check", bad)
    line = TEXT[: TEXT.index("Envoy speaks")].count("\n") + 1
    assert run.returncode == 1
    assert run.stdout.splitlines()[0].startswith(f"{bad}:{line}:24: not valid YAML: the apostrophe")
    assert run.stdout.splitlines()[2] == " " * (9 + 23) + "^"
    assert run.stderr == f"kzt: {bad}: 1 problem\n"
    listed = kzt("--timeline", bad, "list")
    assert (listed.returncode, listed.stdout) == (1, "")
    assert "doesn''t" in listed.stderr


def test_the_apostrophe_of_a_later_line_is_found_there() -> None:
    text = TEXT.replace("summary: The", "summary: 'The").replace(
        "both sides have signed.", "both sides' envoys have signed.'"
    )
    (found,) = findings_of(text)
    assert "both sides' envoys" in found.source_line
    assert found.source_line[found.column - 1] == "'"
    assert "sides''" in found.remedy


def test_a_quote_that_swallows_entries_is_found_where_it_opens() -> None:
    two = timeline(event("one", title="'Envoy speaks"), event("two", title="The envoys' day"))
    (found, *_) = findings_of(two)
    assert found.source_line == "    title: 'Envoy speaks"


def test_a_quote_that_ends_well_by_chance_is_found_all_the_same() -> None:
    text = TEXT.replace("title: Envoy speaks", "title: 'Envoy speaks").replace(
        "have signed.", "have signed the envoys'"
    )
    assert any(
        "goes on over lines" in found.problem and found.source_line == "    title: 'Envoy speaks"
        for found in findings_of(text)
    )


def test_an_item_that_is_read_as_text_is_found() -> None:
    text = TEXT.replace("    - talks\n    - votes", "    - talks\n     - votes")
    assert any(
        found.source_line == "     - votes" and "4 spaces" in found.remedy
        for found in findings_of(text)
    )


def test_an_unsettled_merge_within_a_quoted_text_is_found() -> None:
    text = TEXT.replace("summary: The", "summary: 'The").replace(
        "      both sides have signed.",
        "<<<<<<< HEAD\n      both sides have signed.'\n=======\n      signed.'\n>>>>>>> x",
    )
    (found,) = findings_of(text)
    assert found.source_line == "<<<<<<< HEAD"


def test_an_unsettled_merge_without_its_end_is_found() -> None:
    found = findings_of(TEXT.replace("    track: away\n", "<<<<<<< HEAD\n    track: away\n"))
    assert [each.source_line for each in found] == ["<<<<<<< HEAD"]


BROKEN = {
    "tabs in the heading": (
        "  title: Two countries\n  span",
        "\ttitle: Two\n\tspan",
        "\ttitle",
        "tab",
    ),
    "a tab before an entry": ("  - id: one", "\t- id: one", "\t- id", "tab"),
    "an open [ above entries": ("timeline:\n", "timeline: [\n", "[", "Remove the bracket"),
    "an open { above entries": ("timeline:\n", "timeline: {\n", "{", "Remove the bracket"),
    "an open [ above events": ("events:\n", "events: [\n", "[", "Remove the bracket"),
    "an open { in a list": ("- source: gazette", "- {source: gazette", "{", "Remove the bracket"),
    "an open [ at an end": ("topics: [talks]", "topics: [talks", "[", "Close it with ]"),
    "an open [ with nothing": ("topics: [talks]", "topics: [", "[", "Close it with ]"),
    "an open [ over two lines": ("[talks]", "[talks,\n      votes", "[", "Close it with ]"),
    "an open { for a text": ("date: 1992-03-02", "date: {", "{", "Close it with }"),
    "an open double quote": ("title: Envoy", 'title: "Envoy', '"', 'Close the text with "'),
    "an open single quote": ("title: Envoy", "title: 'Envoy", "'", "Close the text with '"),
    "an open quote of the title": ("title: Two", 'title: "Two', '"', 'Close the text with "'),
    "an alias of nothing": ("place: Here", "place: *here", "*here", "Quote"),
    "an alias for a key": ("place: Here", "*place : Here", "*place", "stands in quotes"),
    "a merge of nothing": ("place: Here", "<<: *here", "*here", "stands in quotes"),
    "two anchors": ("place: Here", "place: &a &b Here", "&a", "Quote"),
    "a key twice": ("place: Here", "place: Here\n    place: There", "place: There", "Remove one"),
    "a section twice": (
        "events:\n",
        "tracks: []\nevents:\n",
        "tracks: []",
        "Remove the one on line",
    ),
    "a block without its text": ("place: Here", "place: >", ">", "Write something"),
    "a block not indented": ("place: Here", "place: |\n    Here", "Here", "Indent it by 6 spaces"),
    "two commas": ("[talks]", "[talks,,votes]", ",votes", "Remove one"),
    "a directive": ("timeline:\n", "%foo\ntimeline:\n", "%foo", "Remove it"),
}
"""What stands in a sound file, what is written instead, what is pointed at, and the remedy."""


@pytest.mark.parametrize("name", mostly_slow(BROKEN, [*BROKEN][::8]))
def test_broken_yaml_is_the_one_thing_told_by_every_command(name: str, tmp_path: Path) -> None:
    sound = timeline(event("one", place="Here"))
    right, written, pointed_at, remedy = BROKEN[name]
    assert findings_of(sound) == []
    bad = write(tmp_path, sound.replace(right, written, 1))
    content = bad.read_text(encoding="utf-8").split("\n")
    number = next(
        n
        for n, (one, other) in enumerate(zip(content, sound.split("\n"), strict=False))
        if one != other
    )
    number += pointed_at not in content[number]
    told = kzt("check", bad)
    assert told.stdout.startswith(f"{bad}:{number + 1}:{content[number].index(pointed_at) + 1}: ")
    assert told.stdout.count(f"{bad}:") == 1, told.stdout
    assert remedy in told.stdout
    assert (told.returncode, told.stderr) == (1, f"kzt: {bad}: 1 problem\n")
    for arguments in (["list"], ["show", "one"], ["export"]):
        run = kzt(*arguments, "-t", bad)
        assert (run.returncode, run.stdout) == (1, "")
        assert run.stderr == told.stdout + told.stderr


def test_a_name_of_a_value_is_no_part_of_a_text() -> None:
    (found,) = findings_of(TEXT.replace("title: Envoy speaks", "title: &Envoy speaks"))
    assert "&" in found.problem
    (found,) = findings_of(TEXT.replace("title: Envoy speaks", "title: !Envoy speaks"))
    assert "quote the whole value" in found.remedy.lower()


def test_all_that_is_no_yaml_comes_in_one_run_and_alone() -> None:
    text = timeline(
        event("one", title="Envoy: a speech"),
        event("two", track="nowhere"),
        event("three", date="Feb 2012"),
        event("four").replace("title: ", "title:"),
        event("five").replace("[smith]", "[smith"),
    )
    found = findings_of(text)
    assert [each.problem.partition(":")[0] for each in found] == ["not valid YAML"] * 3
    assert [each.remedy.endswith(" The rest of the file was not checked.") for each in found] == [
        False,
        False,
        True,
    ]


def test_what_was_not_checked_is_said_in_a_sentence_of_its_own() -> None:
    (*_, found) = findings_of(timeline(event("one", title="Envoy: a speech")))
    assert found.remedy.endswith("'Envoy: a speech'. The rest of the file was not checked.")


def test_an_open_bracket_comes_before_what_is_broken_below_it() -> None:
    found = findings_of("timeline: [\nfoo bar: : x\n")
    assert (found[0].line, found[0].column) == (1, 11)
    assert found[0].problem == "not valid YAML: the bracket [ is not closed"
    assert {each.line for each in found[1:]} <= {2}
    found = findings_of(timeline().replace("tracks:\n", "tracks: [\n"))
    assert found[0].problem == "not valid YAML: the bracket [ is not closed before the next entry"


def test_many_faults_are_found_in_one_run() -> None:
    text = timeline(*(event(f"e{n}").replace("title: ", "title:") for n in range(120)))
    found = findings_of(text)
    assert [each.source_line for each in found] == ["    title:Envoy speaks"] * 120


def test_what_nobody_knows_to_mend_says_what_was_not_checked() -> None:
    (*_, found) = findings_of("{&?-\n*#!&:*a#}?{]>#??#\n!-{!-,\n")
    assert "The rest of the file was not checked." in found.remedy


MISTAKES: dict[str, Callable[[str], str]] = {
    "no space after the colon": lambda line: re.sub(r"^( *(?:- )*\w+): (?=\S)", r"\1:", line),
    "no space after the dash": lambda line: re.sub(r"^( *)- ", r"\1-", line),
    "a quote": lambda line: re.sub(r"^( *(?:- )*\w+): (?=[A-Z])", r"\1: '", line),
    "a double quote": lambda line: re.sub(r"^( *(?:- )*\w+): (?=[A-Z])", r'\1: "', line),
    "a tab": lambda line: re.sub(r"^ +", "\t", line),
    "a no-break space": lambda line: re.sub(r"^ ", "\u00a0", line),
    "an @": lambda line: re.sub(r"^( *(?:- )*\w+): (?=[A-Z])", r"\1: @", line),
    "a bracket": lambda line: re.sub(r"^( *(?:- )*\w+): ([A-Z]\S*)(?= \w)", r"\1: [\2]", line),
    "four spaces": lambda line: re.sub(r"^( +\w+: )", r"    \1", line),
    "a merge": lambda line: f"<<<<<<< HEAD\n{line}\n=======\n{line}\n>>>>>>> other",
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_anywhere_in_the_real_file_is_found_at_its_line(name: str) -> None:
    lines = (ROOT / "events.yaml").read_text(encoding="utf-8").split("\n")
    chosen = random.Random(name)
    tried = 0
    while tried < 4:
        start = chosen.randrange(lines.index("events:") + 1, len(lines) - 300)
        start = next(n for n in range(start, len(lines)) if lines[n].startswith("  - id: "))
        number = start + chosen.randrange(40, 120)
        mistaken = MISTAKES[name](lines[number])
        if mistaken == lines[number]:
            continue
        tried += 1
        part = ["events:", *lines[start:number], mistaken, *lines[number + 1 : number + 150]]
        text = "\n".join(part)
        found = [fault.line for fault in mend(without_unseen(text))]
        at = number - start + 1
        assert found[:1] == ([] if name == "a no-break space" else [at]), "\n".join(
            part[at - 2 : at + 3]
        )


def test_a_no_break_space_in_the_indent_is_the_one_thing_wrong() -> None:
    (found,) = findings_of(TEXT.replace("\n    track", "\n\u00a0   track"))
    assert (found.source_line, found.column) == ("\u00a0   track: away", 1)
    assert "U+00A0" in found.problem
    (found,) = findings_of(TEXT.replace("track: away", "track:\u00a0away"))
    assert found.column == 11


@pytest.mark.parametrize("sign", [">", "|", ">-", "|+", ">2"])
def test_text_in_a_block_is_read_as_one_line(sign: str) -> None:
    folded = (
        f"summary: {sign}\n      The envoy speaks of a treaty that\n      both sides have signed."
    )
    text = TEXT.replace(
        "summary: The envoy speaks of a treaty that\n      both sides have signed.",
        folded,
    )
    findings, read = examine(Path("nowhere/events.yaml"), text.encode())
    assert findings == []
    assert read is not None
    assert read.events[0].summary == "The envoy speaks of a treaty that both sides have signed."


@pytest.mark.parametrize(
    "written",
    [
        "The envoy speaks of a treaty that\n\n      both sides have signed.",
        "'The envoy speaks of a treaty that\n\n      both sides have signed.'",
        "|\n      The envoy speaks of a treaty that\n\n\n      both sides have signed.\n\n",
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=ascii)
def test_empty_lines_and_windows_line_ends_change_no_text(written: str, line_end: str) -> None:
    text = TEXT.replace(
        "The envoy speaks of a treaty that\n      both sides have signed.", written
    ).replace("\n", line_end)
    findings, read = examine(Path("nowhere/events.yaml"), text.encode())
    assert findings == []
    assert read is not None
    assert read.events[0].summary == "The envoy speaks of a treaty that both sides have signed."


def test_a_fault_in_a_file_with_windows_line_ends_is_found_at_its_line() -> None:
    text = TEXT.replace("title: Envoy speaks", "title:Envoy speaks").replace("\n", "\r\n")
    (found,) = findings_of(text)
    assert found.source_line == "    title:Envoy speaks"


@pytest.mark.parametrize("deeper", [3, 4, 6, 8, 12])
@pytest.mark.parametrize("count", [1, 3])
def test_events_put_in_too_deep_are_told_where_they_begin(deeper: int, count: int) -> None:
    more = "".join(event(f"more-{number}") for number in range(count))
    lines = [f"{' ' * deeper}{line}" for line in more.splitlines()]
    first, *_ = findings_of("\n".join([TEXT.rstrip(), *lines, ""]))
    assert first.line == len(TEXT.rstrip().splitlines()) + 1
    assert first.column == deeper + 3
    assert f"indented by {deeper + 2} spaces, the one before it by 2 spaces" in first.problem
    remedy = f"Indent it by 2 spaces, too, and what belongs to it by {deeper} less."
    assert first.remedy.startswith(remedy)


HOPELESS = {
    "apostrophes": "'\n" * 20_000,
    "brackets": "a: [\n" * 20_000,
    "a long line": "a: 'b' " + "c 'd' [ " * 100_000,
    "dashes": "-\n" * 20_000 + "x",
    "colons": "a: b: c\n" * 20_000,
    "quotes without end": 'a: "b\n' * 20_000,
    "tabs": "\ta: b\n" * 5_000,
    "merges": "<<<<<<< a\n" * 20_000,
}


def test_a_tab_needs_no_other_cause(monkeypatch: pytest.MonkeyPatch) -> None:
    tried = 0
    parse = mending._failure

    def counted(lines: list[str]) -> object:
        nonlocal tried
        tried += 1
        return parse(lines)

    monkeypatch.setattr(mending, "_failure", counted)
    found = findings_of("\ta: b\n" * 400)
    assert {each.problem for each in found} == {"not valid YAML: a tab stands before the text"}
    assert tried < 100 * len(found)


@pytest.mark.slow
@pytest.mark.parametrize("name", HOPELESS)
def test_what_is_beyond_help_is_given_up_in_time(name: str) -> None:
    start = time.process_time()
    assert findings_of(HOPELESS[name])
    assert time.process_time() - start < 30


@pytest.mark.parametrize("key", ["title", "place", "says", "name", "publisher", "id", "date"])
def test_every_value_may_stand_in_a_block(key: str) -> None:
    lines = TEXT.split("\n")
    number = next(n for n, line in enumerate(lines) if re.match(rf"[ -]+{key}: ", line))
    lead, _, value = lines[number].partition(f"{key}: ")
    lines[number : number + 1] = [f"{lead}{key}: >", f"{' ' * len(lead)}  {value}"]
    findings, read = examine(Path("nowhere/events.yaml"), "\n".join(lines).encode())
    assert findings == []
    assert read == examine(Path("nowhere/events.yaml"), TEXT.encode())[1]


@pytest.mark.parametrize("depth", [25, 950, 1_003, 5_000])
@pytest.mark.parametrize(
    ("opening", "closing", "beyond"),
    [("[", "]", 20), ("{a: ", "}", 20), ("\n  [", "]", 20), ("['[', \"{\", ", "]", 20)],
    ids=["lists", "mappings", "lists on lines", "lists with brackets in quotes"],
)
def test_what_is_nested_too_deeply_is_told_where_it_gets_so(
    opening: str, closing: str, beyond: int, depth: int
) -> None:
    lead = "timeline: {title: A, span: 1990/2000}\ntracks: "
    text = f"{lead}{opening * depth}1{closing * depth}\n"
    # One level is the file, and what is opened then as many times is one too many.
    before = f"{lead}{opening * (beyond - 1)}"
    place = before + opening[: len(opening) - len(opening.lstrip())]
    found = findings_of(text)[-1]
    assert "nested too deeply" in found.problem
    assert found.line == place.count("\n") + 1
    assert found.column == len(place) - place.rfind("\n")

"""From a document to cited events: extraction, card, events, check, coverage, export."""

from __future__ import annotations

import csv
import hashlib
import json
import os
import re
from pathlib import Path

import pytest
import yaml

from kztimeline.documents.cards import card_text
from kztimeline.documents.ledger import cover
from kztimeline.documents.texts import passage
from kztimeline.loading.validation import validate
from kztimeline.loading.yaml_nodes import compose_yaml
from kztimeline.text.spans import Span
from kztimeline.timeline.model import Document, Timeline
from tests.commands import kzt
from tests.files import CARD, HEAD, write
from tests.sampling import mostly_slow

PAGE = """\
The envoy arrived on 4 March 2011 and left in late April. Talks had begun in 1992–95
and resumed last month; a vote is due by 2015. About 30 days later he was back.
"""


def card(text: str, *mentions: str) -> str:
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return CARD.format(sha256=sha256, characters=len(text), mentions="".join(mentions))


def mention(text: str, phrase: str, date: str, fate: str) -> str:
    start = text.index(phrase)
    return (
        f"  - span: {start}-{start + len(phrase)}\n    text: {phrase}\n    kind: date\n"
        f"    date: {date}\n    {fate}\n"
    )


def citing(id: str, date: str, text: str, passage: str, **rest: str) -> str:
    start = text.index(passage)
    lines = "".join(f"    {key}: {value}\n" for key, value in rest.items())
    return (
        f"  - id: {id}\n    date: {date}\n    track: away\n    topics: [talks]\n"
        f"    title: Envoy comes\n    summary: The envoy comes.\n    importance: 2\n"
        f"    sources:\n      - source: '001'\n"
        f"        spans: [{start}-{start + len(passage)}]\n{lines}"
    )


SHORT = "The envoy came on 4 March 2011 and stayed for 30 days."


def folder(tmp_path: Path, events: str, *mentions: str, text: str = SHORT) -> Path:
    write(tmp_path, card(text, *mentions), "seeds/001.yaml")
    write(tmp_path, text, "seeds/001.txt")
    return write(tmp_path, HEAD + events)


CITED = mention(SHORT, "4 March 2011", "2011-03-04", "cited_by: [came]")
DISMISSED = mention(SHORT, "30 days", "2011-03", "dismissed: a length of time")
CAME = citing("came", "2011-03-04", SHORT, "came on 4 March 2011")


def test_a_complete_ledger_agrees_with_its_text(tmp_path: Path) -> None:
    path = folder(tmp_path, CAME, CITED, DISMISSED)
    assert kzt("check", path).returncode == 0
    run = kzt("--timeline", path, "coverage")
    assert run.returncode == 0
    assert "2 dates, 1 cited, 1 dismissed, 0 open" in run.stdout
    assert "matches the text" in run.stdout


def test_without_texts_the_ledger_stands_alone(tmp_path: Path) -> None:
    path = folder(tmp_path, CAME, CITED, DISMISSED)
    (tmp_path / "seeds" / "001.txt").unlink()
    run = kzt("--timeline", path, "coverage")
    assert run.returncode == 0
    assert "text not available" in run.stdout


def test_an_open_mention_is_not_fit_for_publication(tmp_path: Path) -> None:
    open_one = DISMISSED.replace("dismissed: a length of time", "anchor: the day before")
    path = folder(tmp_path, CAME, CITED, open_one)
    run = kzt("check", "--strict", path)
    assert run.returncode == 1
    (line,) = [line for line in run.stdout.splitlines() if "neither cited" in line]
    assert line.startswith(f"{tmp_path / 'seeds' / '001.yaml'}:17:")
    assert "1 date or statement of the document is" in line
    assert kzt("check", path).returncode == 0
    write(tmp_path, card(SHORT, CITED, DISMISSED), "seeds/001.yaml")
    assert "neither cited" not in kzt("check", "--strict", path).stdout


def test_a_card_that_lacks_the_event_is_named(tmp_path: Path) -> None:
    path = folder(tmp_path, CAME, CITED.replace("cited_by: [came]", "dismissed: no"))
    said = kzt("check", path).stdout
    assert "seeds/001.yaml does not yet say that this event cites '4 March 2011' at 18-30" in said
    assert f"`kzt seeds cite -t {path}`" in said


def test_an_open_mention_fails_coverage(tmp_path: Path) -> None:
    open_one = DISMISSED.replace("dismissed: a length of time", "anchor: the day before")
    run = kzt("--timeline", folder(tmp_path, CAME, CITED, open_one), "coverage")
    assert run.returncode == 1
    assert "1 open" in run.stdout
    assert "30 days" in run.stdout


def test_a_mention_that_the_ledger_lacks_fails_coverage(tmp_path: Path) -> None:
    run = kzt("--timeline", folder(tmp_path, CAME, CITED), "coverage")
    assert run.returncode == 1
    assert "'30 days' is not in the card" in run.stdout


@pytest.mark.parametrize("change", [str.upper, lambda text: text + "\n"])
def test_another_text_fails_coverage(tmp_path: Path, change) -> None:  # type: ignore[no-untyped-def]
    path = folder(tmp_path, CAME, CITED, DISMISSED)
    write(tmp_path, change(SHORT), "seeds/001.txt")
    run = kzt("--timeline", path, "coverage")
    assert run.returncode == 1
    assert "hash" in run.stdout


def test_a_text_mended_later_is_told_what_to_write_in_the_card(tmp_path: Path) -> None:
    path = folder(tmp_path, CAME, CITED, DISMISSED)
    mended = SHORT.replace("stayed", "remained")
    write(tmp_path, mended, "seeds/001.txt")
    sha256 = hashlib.sha256(mended.encode()).hexdigest()
    for command in ("check", "coverage"):
        said = " ".join(kzt(command, "-t", path).stdout.split())
        assert f"`sha256: {sha256}` and `characters: {len(mended)}`" in said
        assert "look at each span after the change" in said
    moved = mention(mended, "30 days", "2011-03", "dismissed: a length of time")
    write(tmp_path, card(mended, CITED, moved), "seeds/001.yaml")
    assert kzt("check", path).returncode == 0


def test_where_a_text_is_looked_for_is_said(tmp_path: Path) -> None:
    path = folder(tmp_path, CAME, CITED, DISMISSED)
    (tmp_path / "seeds" / "001.txt").unlink()
    run = kzt("--timeline", path, "coverage")
    assert "text not available" in run.stdout
    assert "--documents FOLDER" in run.stderr
    assert kzt("-q", "--timeline", path, "coverage").stderr == ""


@pytest.mark.parametrize(
    ("events", "mentions", "problem"),
    [
        (citing("came", "2011-03-05", SHORT, "came on 4 March 2011"), [CITED], "finer than"),
        (citing("came", "2011-03-04", SHORT, "The envoy came"), [CITED], "no span of the event"),
        (CAME, [DISMISSED], "no date of a document's card"),
        (CAME, [DISMISSED], "Widen the spans to a date of the card"),
        (CAME, [CITED.replace("cited_by: [came]", "anchor: a day")], "Write `cited_by: [came]`"),
        (
            CAME,
            [CITED.replace("cited_by: [came]", "dismissed: no")],
            "`kzt seeds reopen 001 18-30 -t ",
        ),
        (CAME, [CITED.replace("[came]", "[went]")], "no event 'went'"),
        (CAME, [CITED + "    dismissed: no\n"], "both cited and dismissed"),
        (CAME, [CITED.replace("4 March 2011", "4 March")], "not as long as the span"),
        (CAME, [DISMISSED, CITED], "starts before"),
        (re.sub(r"spans: .*", "spans: [10-999]", CAME), [CITED], "outside 001.txt"),
        (re.sub(r"spans: .*", "says: so", CAME), [CITED], "no place in the document"),
    ],
)
def test_event_and_ledger_must_agree(
    tmp_path: Path, events: str, mentions: list[str], problem: str
) -> None:
    run = kzt("check", folder(tmp_path, events, *mentions))
    assert run.returncode == 1
    assert problem in run.stdout


def test_a_stated_inference_allows_a_finer_date(tmp_path: Path) -> None:
    finer = citing(
        "came", "2011-03-05", SHORT, "came on 4 March 2011", inference="The day after he set out."
    )
    assert kzt("check", folder(tmp_path, finer, CITED, DISMISSED)).returncode == 0


def statement(text: str, passage: str, fate: str) -> str:
    start = text.index(passage)
    return (
        f"  - span: {start}-{start + len(passage)}\n    states: The envoy did something.\n"
        f"    {fate}\n"
    )


def stating(tmp_path: Path, events: str, *statements: str) -> Path:
    entries = "".join(statements)
    return folder(tmp_path, events, CITED, DISMISSED + "statements:\n" + entries)


STAYED = statement(SHORT, "stayed for 30 days", "dismissed: general")


def test_coverage_speaks_of_statements_too(tmp_path: Path) -> None:
    stood_for = statement(SHORT, "came on 4 March", "cited_by: [came]")
    path = stating(tmp_path, CAME, stood_for, STAYED)
    assert kzt("check", path).stdout == ""
    run = kzt("--timeline", path, "coverage")
    assert run.returncode == 0
    assert "0 open; 2 statements, 1 cited, 1 dismissed, 0 open" in run.stdout
    assert "none of its dates" not in run.stdout


def test_an_open_statement_fails_coverage(tmp_path: Path) -> None:
    open_one = STAYED.replace("    dismissed: general\n", "")
    run = kzt("--timeline", stating(tmp_path, CAME, open_one), "coverage")
    assert run.returncode == 1
    assert "1 statement, 0 cited, 0 dismissed, 1 open" in run.stdout
    assert "open: 35-53  The envoy did something." in run.stdout


def test_an_event_that_stands_for_a_statement_alone_is_not_without_a_mention(
    tmp_path: Path,
) -> None:
    stayed = citing("stayed", "2011-03", SHORT, "stayed for 30 days", inference="After he came.")
    named = statement(SHORT, "stayed for 30 days", "cited_by: [stayed]")
    run = kzt("--timeline", stating(tmp_path, CAME + stayed, named), "coverage")
    assert "none of its dates" not in run.stdout


@pytest.mark.parametrize(
    ("statements", "problem"),
    [
        ([statement(SHORT, "stayed", "cited_by: [came]")], "no span of the event holds it"),
        ([statement(SHORT, "stayed", "cited_by: [went]")], "no event 'went'"),
        ([STAYED + "    cited_by: [came]\n"], "both cited and dismissed"),
        ([STAYED, statement(SHORT, "came", "dismissed: so")], "starts before the previous one"),
        ([STAYED.replace("-53", "-99")], "35-99 ends outside"),
        ([STAYED.replace("states", "text")], "the key 'states' is missing"),
    ],
)
def test_statement_and_event_must_agree(
    tmp_path: Path, statements: list[str], problem: str
) -> None:
    run = kzt("check", stating(tmp_path, CAME, *statements))
    assert run.returncode == 1
    assert problem in run.stdout


def test_a_card_is_written_with_its_statements() -> None:
    made = card(SHORT, CITED, "statements:\n" + STAYED).encode()
    path = Path("001.yaml")
    document, findings, _ = validate(compose_yaml(path, made), Document)
    assert findings == []
    assert document is not None
    again, _, _ = validate(compose_yaml(path, card_text(document).encode()), Document)
    assert again == document


@pytest.mark.slow
def test_extract_writes_one_object_a_mention(tmp_path: Path) -> None:
    path = write(tmp_path, PAGE, "page.txt")
    run = kzt("extract", path, "--published", "2011-06-10", "--format", "jsonl")
    found = [json.loads(line) for line in run.stdout.splitlines()]
    assert list(found[0]) == [
        *("document", "start", "end", "text", "date", "precision", "kind", "anchor", "confidence"),
        *("candidates", "fault"),
    ]
    assert [each["start"] for each in found] == sorted(each["start"] for each in found)
    assert all(PAGE[each["start"] : each["end"]] == each["text"] for each in found)
    dates = {each["text"]: each["date"] for each in found}
    assert dates["4 March 2011"] == "2011-03-04"
    assert dates["1992–95"] == "1992/1995"
    assert dates["last month"] == "2011-05"


def test_extract_without_a_publication_date_guesses_nothing(tmp_path: Path) -> None:
    path = write(tmp_path, "Talks resumed last month, on April 26.", "page.txt")
    run = kzt("extract", path, "--format", "jsonl")
    assert [json.loads(line)["date"] for line in run.stdout.splitlines()] == [None, None]


@pytest.mark.slow
@pytest.mark.parametrize("format", ["table", "csv", "stubs"])
def test_extract_has_other_formats(tmp_path: Path, format: str) -> None:
    path = write(tmp_path, PAGE, "page.txt")
    run = kzt("extract", path, "--published", "2011-06-10", "--format", format)
    assert "4 March 2011" in run.stdout
    assert "2011-03-04" in run.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["missing.txt"], "no such file"),
        (["binary"], "not UTF-8"),
        (["page.txt", "--published", "Feb 20012"], "--published"),
    ],
)
def test_extract_refuses_what_it_cannot_read(
    tmp_path: Path, arguments: list[str], words: str
) -> None:
    write(tmp_path, PAGE, "page.txt")
    (tmp_path / "binary").write_bytes(b"\x80\xff\x00")
    run = kzt("extract", *arguments, cwd=tmp_path)
    assert run.returncode in (1, 2)
    assert words in run.stderr
    assert "Traceback" not in run.stderr


@pytest.mark.slow
def test_a_new_document_goes_from_file_to_cited_events(tmp_path: Path) -> None:
    """The steps of CONTRIBUTING, one after the other."""
    timeline = write(tmp_path, HEAD.replace("events:\n", "events: []\n"))
    document = write(tmp_path, PAGE, "texts/006_page.txt")
    published = ("--published", "2011-06-10")
    kzt_here = ("--timeline", timeline)
    texts = ("--documents", tmp_path / "texts")

    added = kzt(*kzt_here, "seeds", "add", document, *published, "--title", "A page")
    assert added.returncode == 0, added.stderr
    assert kzt(*kzt_here, "coverage", *texts).returncode == 1

    stubs = kzt("extract", document, *published, "--format", "stubs").stdout
    events = yaml.load(stubs, Loader=yaml.BaseLoader)
    for number, event in enumerate(events):
        event.update(id=f"event-{number}", track="away", topics=["talks"])
    head = yaml.load(HEAD, Loader=yaml.BaseLoader)
    timeline.write_text(
        yaml.dump(head | {"events": events}, Dumper=yaml.SafeDumper), encoding="utf-8"
    )
    path = tmp_path / "seeds" / "006.yaml"
    made = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    cited = {event["sources"][0]["spans"][0]: event["id"] for event in events}
    for each in made["mentions"]:
        if each["span"] in cited:
            each["cited_by"] = [cited[each["span"]]]
        else:
            each["dismissed"] = "no date"
    path.write_text(yaml.dump(made), encoding="utf-8")

    assert kzt("check", timeline).stdout == ""
    covered = kzt(*kzt_here, "coverage", *texts)
    assert covered.returncode == 0, covered.stdout
    assert "0 open" in covered.stdout
    rows = list(csv.DictReader(kzt(*kzt_here, "export").stdout.splitlines()))
    assert {row["source_ids"] for row in rows} == {"006"}
    assert {row["origin"] for row in rows} == {"seed"}
    assert len(rows) == len(events) >= 4
    listed = kzt(*kzt_here, "seeds").stdout
    assert f"{len(made['mentions'])} dates, {len(events)} cited" in listed


HARD_LINES = """\
The court met in the capital. Police had fired on a crowd on December
16, 2011, and a curfew lasted until the end of
January 2012. On February 3 the envoy
came back."""


@pytest.mark.parametrize(
    ("line_end", "indent"),
    mostly_slow(
        [("\n", ""), ("\r\n", ""), ("\r\n", "    "), ("\r", "\t"), (" \n", " \u00a0")],
        [("\r\n", "    "), (" \n", " \u00a0")],
        several=True,
    ),
    ids=ascii,
)
def test_a_document_with_hard_line_ends_gets_a_card_that_passes(
    tmp_path: Path, line_end: str, indent: str
) -> None:
    timeline = write(tmp_path, HEAD.replace("events:\n", "events: []\n"))
    document = tmp_path / "texts" / "007_page.txt"
    document.parent.mkdir()
    text = HARD_LINES.replace("\n", line_end + indent)
    document.write_bytes(text.encode())
    published = ("--published", "2012-06-01")
    added = kzt("--timeline", timeline, "seeds", "add", document, *published, "--title", "A page")
    assert (added.returncode, added.stdout) == (0, ""), added.stderr
    assert "written with" in added.stderr
    checked = kzt("check", timeline)
    assert (checked.returncode, checked.stdout) == (0, "")
    covered = kzt("--timeline", timeline, "coverage", "--documents", document.parent)
    assert "matches the text" in covered.stdout
    made = yaml.safe_load((tmp_path / "seeds" / "007.yaml").read_text(encoding="utf-8"))
    phrases = [" ".join(each["text"].split()) for each in made["mentions"]]
    assert "December 16, 2011" in phrases
    for each in made["mentions"]:
        start, _, end = each["span"].partition("-")
        assert each["text"].split() == text[int(start) : int(end)].split()
    stubs = yaml.safe_load(kzt("extract", document, *published, "--format", "stubs").stdout)
    assert f"TITLE for {phrases[0]}" in {each["title"] for each in stubs}


@pytest.mark.parametrize(
    ("option", "value", "problem"),
    [
        ("--id", "Two Words", "--id: 'Two Words' is not an id"),
        ("--id", "gazette", "the id 'gazette' is taken by the source 'What the envoy said' of /"),
        ("--title", "", "--title is empty"),
        ("--title", "A page ", "--title: the text begins or ends with a space"),
        ("--title", "A\npage", "--title: the text holds the control character U+000A"),
        ("--title", "A\u200bpage", "--title: U+200B (zero width space) cannot be seen"),
        ("--publisher", "The\u00a0Gazette", "--publisher: U+00A0"),
        ("--author", " ", "--author is empty"),
        ("--url", "https://gazette.example/\u202epage", "--url: U+202E"),
        ("--basis", "", "--basis is empty"),
        ("--character", "", "--character is empty"),
        ("--published", "Feb 20012", "--published: "),
    ],
)
def test_a_card_that_would_not_pass_is_not_written(
    tmp_path: Path, option: str, value: str, problem: str
) -> None:
    timeline = write(tmp_path, HEAD.replace("events:\n", "events: []\n"))
    document = write(tmp_path, SHORT, "page.txt")
    given = {"--published": "2012", "--title": "A page", option: value}
    run = kzt(
        *("--timeline", timeline, "seeds", "add", document),
        *(part for pair in given.items() for part in pair),
    )
    assert run.returncode in (1, 2)
    assert problem in run.stderr
    assert "Traceback" not in run.stderr
    assert run.stdout == ""
    assert {path.name for path in tmp_path.rglob("*")} == {"events.yaml", "page.txt"}


def test_the_columns_of_a_list_line_up_whatever_the_ids(tmp_path: Path) -> None:
    timeline = write(tmp_path, HEAD.replace("events:\n", "events: []\n"))
    for number, name in enumerate(("a", "the-longest-of-all")):
        document = write(tmp_path, f"{SHORT}{number}", "page.txt")
        given = ("--published", "2012", "--title", "A page", "--id", name)
        assert kzt("-t", timeline, "seeds", "add", document, *given).returncode == 0
    for command in ("seeds", "coverage"):
        rows = kzt(command, "-t", timeline).stdout.splitlines()
        heads = [row for row in rows if not row.startswith(" ")]
        assert len(heads) == 2
        assert len({row.index(" dates, ") for row in heads}) == 1, heads


def test_a_card_written_is_read_alike_by_every_reader(tmp_path: Path) -> None:
    timeline = write(tmp_path, HEAD.replace("events:\n", "events: []\n"))
    document = write(tmp_path, "In 2011 he came, in 1E5 ways.", "008_no.txt")
    options = ("--published", "2012-06-01", "--title", "no", "--publisher", "2012-02-01")
    assert kzt("--timeline", timeline, "seeds", "add", document, *options).returncode == 0
    made = yaml.safe_load((tmp_path / "seeds" / "008.yaml").read_text(encoding="utf-8"))
    assert (made["id"], made["title"], made["publisher"]) == ("008", "no", "2012-02-01")
    assert (made["issued"], made["mentions"][0]["text"]) == ("2012-06-01", "2011")
    assert made["characters"] == 29
    strict = kzt("check", "--strict", timeline)
    of_card = [line for line in strict.stdout.splitlines() if str(tmp_path / "seeds") in line]
    assert [line for line in of_card if "other programs read" in line] == []


def test_a_card_is_never_overwritten(tmp_path: Path) -> None:
    path = folder(tmp_path, CAME, CITED, DISMISSED)
    before = (tmp_path / "seeds" / "001.yaml").read_bytes()
    run = kzt(
        *("--timeline", path, "seeds", "add", tmp_path / "seeds" / "001.txt"),
        *("--published", "2012", "--title", "Again"),
    )
    assert run.returncode == 1
    assert (tmp_path / "seeds" / "001.yaml").read_bytes() == before


def test_the_passage_is_the_sentence_around_a_mention() -> None:
    text = "One thing. The envoy came on 4 March. He left.\nA new line."
    start = text.index("4 March")
    found = passage(text, Span(start, start + 7))
    assert text[found.start : found.end] == "The envoy came on 4 March."


def test_the_builtin_ledger_is_complete(builtin: Timeline, tmp_path: Path) -> None:
    assert [state.document.id for state in cover(builtin, tmp_path) if not state.complete] == []


def test_the_builtin_ledger_agrees_with_the_texts(builtin: Timeline, texts: Path) -> None:
    states = cover(builtin, texts)
    assert all(state.text_checked for state in states)
    assert [finding for state in states for finding in state.findings] == []


def test_every_document_of_the_builtin_timeline_is_cited(builtin: Timeline) -> None:
    cited = {citation.source for event in builtin.events for citation in event.sources}
    assert {document.id for document in builtin.documents} <= cited


def test_remedies_name_the_timeline_that_is_not_the_one_of_the_command(tmp_path: Path) -> None:
    path = folder(tmp_path, CAME, CITED.replace("cited_by: [came]", "anchor: a day"))
    for run, given in (
        (kzt("check", "events.yaml", cwd=tmp_path), " -t events.yaml"),
        (kzt("check", path, env={**os.environ, "KZT_TIMELINE": str(path)}), ""),
    ):
        assert f"`kzt seeds cite{given}`" in run.stdout
    path = folder(tmp_path, CAME, CITED, DISMISSED.replace("dismissed:", "anchor:"))
    strict = kzt("check", "--strict", "events.yaml", cwd=tmp_path).stdout
    assert "`kzt seeds dismiss 001 -t events.yaml`" in strict
    assert "`kzt coverage -t events.yaml`" in strict
    run = kzt("seeds", "dismiss", "001", "1-2", "--reason", "no", "-t", path)
    assert f"`kzt coverage -t {path}` lists those that are open" in run.stderr


def test_where_texts_are_at_hand_check_names_what_compares_them(tmp_path: Path) -> None:
    path = folder(tmp_path, CAME, CITED)
    goes_on = "`kzt coverage -t events.yaml` compares its cards with their texts"
    assert goes_on in kzt("check", "events.yaml", cwd=tmp_path).stderr
    elsewhere = write(tmp_path, SHORT, "texts/001.txt").parent
    (tmp_path / "seeds" / "001.txt").unlink()
    assert "coverage" not in kzt("check", path).stderr
    run = kzt("check", path, "--documents", elsewhere)
    assert f"`kzt coverage -t {path} --documents {elsewhere}`" in run.stderr

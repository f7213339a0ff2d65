"""What may stand where on the command line, and what is said of what may not."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import re
import select
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.commands import MODULE, Ended, bash, kzt
from tests.files import event, timeline, write
from tests.sampling import mostly_slow

ROOT = Path(__file__).parents[2]
COLUMNS = [
    *("document", "start", "end", "text", "date", "precision", "kind", "anchor"),
    *("confidence", "candidates", "fault"),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("timeline")


@pytest.fixture
def two(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A timeline of two events, validated once and named by the environment."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    votes = event("votes-counted", "1994", "home", title="Votes on oil are counted")
    path = write(folder, timeline(event("envoy-speaks"), votes))
    monkeypatch.setenv("KZT_TIMELINE", str(path))
    return path


def listed(run: Ended) -> list[str]:
    return [line.rpartition("[")[2].rstrip("]") for line in run.stdout.splitlines()]


def refused(run: Ended, code: int, *words: str) -> None:
    """The command says on standard error what is wrong and what to do, and nothing else."""
    assert (run.returncode, run.stdout) == (code, ""), run.stderr
    for word in words:
        assert word in run.stderr
    assert "Traceback" not in run.stderr
    assert run.stderr.startswith("kzt: ")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["-oil"], ["envoy-speaks"]),
        (["-track:home"], ["envoy-speaks"]),
        (["-topic:votes"], ["envoy-speaks", "votes-counted"]),
        (["-id:votes-counted"], ["envoy-speaks"]),
        (["-origin:seed"], ["envoy-speaks", "votes-counted"]),
        (["-(oil or gas)"], ["envoy-speaks"]),
        (['-"votes on oil"'], ["envoy-speaks"]),
        (["-tanker"], ["envoy-speaks", "votes-counted"]),
        (["--", "-oil"], ["envoy-speaks"]),
        (["envoy", "-oil", "-counted"], ["envoy-speaks"]),
    ],
)
def test_a_word_with_a_minus_is_left_out(two: Path, words: list[str], found: list[str]) -> None:
    run = kzt("list", *words)
    assert listed(run) == found
    assert not run.stderr or run.stderr.startswith("kzt: -oil leaves out events")


@pytest.mark.parametrize("attached", ["-t{}", "-t={}", "--timeline={}"])
def test_a_timeline_may_be_attached_to_its_option(two: Path, tmp_path: Path, attached: str) -> None:
    other = write(tmp_path, timeline(event("other-speech")))
    assert listed(kzt("list", "envoy", attached.format(other))) == ["other-speech"]
    assert listed(kzt(attached.format(other), "list", "envoy")) == ["other-speech"]


def test_a_timeline_that_is_there_may_be_attached_by_its_bare_name(tmp_path: Path) -> None:
    write(tmp_path, timeline(event("other-speech")), "mine")
    assert listed(kzt("list", "-tmine", cwd=tmp_path)) == ["other-speech"]


def test_a_word_that_may_be_meant_as_an_option_is_pointed_out(two: Path) -> None:
    run = kzt("export", "-oil")
    assert "envoy-speaks" in run.stdout
    assert (
        run.stderr == "kzt: -oil leaves out events with the word 'oil'; a file is named by -o il\n"
    )
    assert "the option is --certain" in kzt("list", "-certain").stderr


def test_the_value_of_an_option_may_begin_with_a_minus(two: Path) -> None:
    refused(kzt("list", "--as-of", "-oil"), 2, "--as-of: '-oil' is no")


def test_an_option_that_a_command_has_not_is_refused(two: Path) -> None:
    refused(kzt("check", "-oa.csv"), 2, "no such option", "-o", "kzt check --help")
    refused(kzt("export", "--exel"), 2, "no such option", "--exel", "--excel")
    refused(
        kzt("briefing", "--format", "pdf"),
        2,
        "'pdf' is not one of 'text', 'markdown', 'html', 'docx'",
    )
    refused(kzt("show"), 2, "missing argument 'ID'", "kzt show --help")
    refused(kzt("-t"), 2, "requires an argument")


def options_with_a_value() -> Iterator[tuple[str, str]]:
    """Yield each command that takes options with a value, by its words, and such an option."""
    helps = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8").split("## kzt")[1:]
    for command, text in (each.split("\n", 1) for each in helps):
        for line in re.findall(r"^  (-.+? [A-Z]+)(?:  |$)", text, re.MULTILINE):
            yield from ((command.strip(), name) for name in re.findall(r"-+[a-z-]+", line))


WITH_A_VALUE = sorted({command for command, _ in options_with_a_value()})


@pytest.mark.parametrize("command", mostly_slow(WITH_A_VALUE, WITH_A_VALUE[::8]))
def test_an_option_without_its_value_names_the_help_of_its_command(command: str) -> None:
    options = [option for each, option in options_with_a_value() if each == command]
    assert options
    for option in options:
        run = kzt(*command.split(), option)
        name = f"kzt {command}".strip()
        assert (run.returncode, run.stdout) == (2, "")
        assert run.stderr == (
            f"kzt: option '{option}' requires an argument\n"
            f"    `{name} --help` shows what it takes.\n"
        )


def test_a_file_opened_with_an_option_without_its_value_names_the_help(two: Path) -> None:
    refused(kzt(two, "--documents"), 2, "'--documents' requires an argument", "`kzt --help`")


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("lits", "Did you mean `kzt list`?"),
        ("zhanaozen", "`kzt list zhanaozen` looks for the word."),
        ("nosuch.yaml", "there is no file nosuch.yaml"),
        ("no/such", "there is no file no/such"),
    ],
)
def test_a_word_that_is_no_command_and_no_file(word: str, said: str) -> None:
    refused(kzt(word), 2, said)


def test_help_is_a_command_too() -> None:
    assert kzt("help") == kzt("--help")
    assert kzt("help", "list") == kzt("list", "--help")


def screen_of(*arguments: str | Path, cwd: Path) -> str:
    """Return what is drawn on a terminal, up to the name of an event or the end."""
    process, terminal = pty.fork()
    if not process:
        os.chdir(cwd)
        os.environ["TERM"] = "xterm"
        os.execvp(MODULE[0], [*MODULE, *map(str, arguments)])
    drawn = b""
    end = time.monotonic() + 60
    while b"Envoy speaks" not in drawn and time.monotonic() < end:
        if select.select([terminal], [], [], 0.2)[0]:
            try:
                drawn += os.read(terminal, 65536)
            except OSError:
                break
    os.write(terminal, b"q")
    while select.select([terminal], [], [], 10)[0]:
        try:
            drawn += os.read(terminal, 65536)
        except OSError:
            break
    os.close(terminal)
    os.waitpid(process, 0)
    return drawn.decode(errors="replace")


@pytest.mark.slow
def test_a_file_is_opened_on_the_screen(tmp_path: Path) -> None:
    write(tmp_path, timeline(), "mine.yaml")
    assert "Envoy speaks" in screen_of("mine.yaml", cwd=tmp_path)


@pytest.mark.slow
def test_the_name_of_a_command_wins_over_a_file(tmp_path: Path) -> None:
    write(tmp_path, timeline(event("other-speech")), "list")
    assert listed(kzt("-t", "list", "list", cwd=tmp_path)) == ["other-speech"]
    assert "Envoy speaks" in screen_of("./list", cwd=tmp_path)


def test_a_file_to_open_is_refused_in_words(two: Path, tmp_path: Path) -> None:
    path = write(tmp_path, timeline(), "mine.yaml")
    refused(kzt(path), 2, "opens on a terminal only")
    refused(kzt("-t", two, path), 2, "both", "mine.yaml")
    refused(kzt(path, "list"), 2, "unexpected extra argument")
    assert "this is a folder" in screen_of(tmp_path, cwd=tmp_path)


def test_check_takes_several_files(two: Path, tmp_path: Path) -> None:
    good = write(tmp_path, timeline(), "good.yaml")
    bad = write(tmp_path, timeline(event(date="2012-02-30")), "bad.yaml")
    worse = write(tmp_path, timeline(event(track="nowhere")), "worse.yaml")
    run = kzt("check", good, bad, worse)
    assert run.returncode == 1
    assert f"{bad}:" in run.stdout
    assert f"{worse}:" in run.stdout
    assert run.stderr.splitlines() == [
        f"kzt: {good}: 1 event, nothing wrong",
        f"kzt: {bad}: 1 problem",
        f"kzt: {worse}: 1 problem",
    ]
    assert kzt("check", bad, good).returncode == 1
    assert kzt("check", good, two).returncode == 0
    findings = json.loads(kzt("check", "--format", "json", bad, good, worse).stdout)
    assert [finding["file"] for finding in findings] == [str(bad), str(worse)]


@pytest.mark.parametrize("arguments", [["check", "-t", "{}"], ["-t", "{}", "check"]])
def test_check_takes_the_option_of_the_timeline(
    two: Path, tmp_path: Path, arguments: list[str]
) -> None:
    bad = write(tmp_path, timeline(event(date="2012-02-30")), "bad.yaml")
    run = kzt(*(argument.format(bad) for argument in arguments))
    assert run.returncode == 1
    assert f"{bad}:" in run.stdout
    both = kzt(*(argument.format(bad) for argument in arguments), two)
    assert both.stderr.splitlines()[-1] == f"kzt: {two}: 2 events, nothing wrong"


def test_check_reads_standard_input(tmp_path: Path) -> None:
    run = kzt("check", "-", input=timeline(event(date="2012-02-30")), cwd=tmp_path)
    assert run.returncode == 1
    assert run.stdout.startswith("<stdin>:")
    assert "2012-02-30" in run.stdout
    assert run.stderr == "kzt: <stdin>: 1 problem\n"
    assert kzt("check", "-", input=timeline(), cwd=tmp_path).returncode == 0
    write(tmp_path, timeline(event(date="2012-02-30")), "-")
    assert "-:" in kzt("check", "./-", cwd=tmp_path).stdout


def test_extract_reads_standard_input(tmp_path: Path) -> None:
    run = kzt("extract", "-", input="He came on 3 May 2012.", cwd=tmp_path)
    assert run.returncode == 0
    assert run.stdout.startswith("<stdin>: 1 date\n")
    assert "2012-05-03" in run.stdout
    run = kzt("extract", "-", input=b"\xff", cwd=tmp_path)
    assert run.returncode == 1
    assert "<stdin>:1:1: the byte 0xFF is not UTF-8" in run.stderr


def test_show_reads_ids_from_standard_input(two: Path) -> None:
    by_name = kzt("show", "votes-counted", "envoy-speaks")
    assert kzt("show", "-", input="votes-counted\n\n  envoy-speaks\n") == by_name
    assert kzt("show", "votes-counted", "-", input="envoy-speaks") == by_name
    refused(kzt("show", "-", input="envoy-speaks\nnosuch\n"), 2, "there is no event 'nosuch'")
    refused(kzt("show", "-"), 1, "standard input names no event")


MORE_THAN_TWO = [
    ("2011..2012..2013", "2011..2013"),
    ("..2012..2013", "..2013"),
    ("2011..dec 2012..2013", "2011..2013"),
    ("dec 2011..jan 2012..feb 2013", "2011-12..2013-02"),
    ("2011..since 2012", "2011.."),
    ("2011/2012/2013", "2012, dec 2011,"),
    ("2011..2012/2013", "2012, dec 2011,"),
    ("2011/2012..2013", "2012, dec 2011,"),
]


@pytest.mark.parametrize(
    ("value", "meant"), mostly_slow(MORE_THAN_TWO, MORE_THAN_TWO[1::2], several=True)
)
def test_a_range_with_more_than_two_ends_is_refused(value: str, meant: str, two: Path) -> None:
    for field in ("in", "after", "before"):
        run = kzt("list", "--count", f"{field}:{value}")
        refused(run, 2, f"'{value}'", f"    {field}:{value}\n", f"    write {meant}")
    if "/" in value:
        for words in (("list", "--as-of"), ("office",)):
            refused(kzt(*words, value), 2, value)


def test_the_ends_of_a_range_may_be_stretches_with_a_name(two: Path) -> None:
    for value in ("1990s..summer 2011", "winter 2011/12..winter 2012/13", "q1 1992..q2 1994"):
        assert kzt("list", "--count", f"in:{value}").returncode in (0, 1)
        assert "write" not in kzt("list", "--count", f"in:{value}").stderr


TEXTS_GIVEN: dict[str, tuple[str, ...]] = {
    "briefing": ("briefing", "--title"),
    "a timeline": ("new", "n.yaml", "--span", "1991", "--track", "A", "--title"),
    "a track": ("new", "n.yaml", "--span", "1991", "--title", "T", "--track"),
    "a card": ("seeds", "add", "page.txt", "--published", "2012", "--title"),
    "a publisher": (
        *("seeds", "add", "page.txt", "--published", "2012", "--title", "T"),
        "--publisher",
    ),
    "an import": ("import", "in.csv", "-o", "i.yaml", "--title"),
    "a track of an import": ("import", "in.csv", "-o", "i.yaml", "--track"),
}


@pytest.mark.parametrize("which", mostly_slow(TEXTS_GIVEN, [*TEXTS_GIVEN][::3]))
def test_a_text_that_is_given_is_no_empty_one_and_shows(
    which: str, two: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, "It was 5 May 2011.", "page.txt")
    write(tmp_path, "date,title\n2011-05-05,It rained\n", "in.csv")
    words = TEXTS_GIVEN[which]
    own = ("-t", str(two)) if words[0] == "seeds" else ()
    for text, told in (
        ("", "is empty"),
        (" ", "is empty"),
        ("a\x1b[31m", "control character U+001B"),
    ):
        run = kzt(*words, text, *own)
        refused(run, 2, f"kzt: {words[-1]}", told)
        assert "the key" not in run.stderr
    assert sorted(each.name for each in tmp_path.iterdir()) == ["in.csv", "page.txt"]


def test_what_is_named_twice_is_written_once(two: Path, tmp_path: Path) -> None:
    first, *others = kzt("show", "votes-counted", "envoy-speaks", "--format", "csv").stdout.split(
        "\n"
    )
    assert len(others) == 3
    twice = ("votes-counted", "envoy-speaks", "votes-counted")
    for ids, input in ((twice, ""), (("-",), "\n".join(twice)), (("-", *twice), "envoy-speaks")):
        run = kzt("show", *ids, "--format", "csv", input=input)
        assert (run.returncode, run.stderr) == (0, "")
        assert sorted(run.stdout.split("\n")) == sorted([first, *others])
    for ending in ("sqlite", "ics", "json", "md", "txt"):
        run = kzt("show", *twice, "-o", tmp_path / f"twice.{ending}")
        assert run.returncode == 0, run.stderr
        assert "2 events written" in run.stderr
    assert kzt("show", *twice) == kzt("show", *twice[:2])
    assert kzt("briefing", *twice) == kzt("briefing", *twice[:2])


def test_a_document_that_is_named_twice_is_read_once(tmp_path: Path) -> None:
    page = write(tmp_path, "He came on 3 May 2012.", "page.txt")
    for more in (["--id", "page"], ["--topic", "talks", "--topic", "talks"]):
        run = kzt("extract", page, page, "--format", "stubs", *more)
        assert run.stdout.count("- id: page-11\n") == 1
        assert run.stdout.count("talks") in (0, 1)


@pytest.mark.slow
def test_what_list_writes_can_be_shown(two: Path, tmp_path: Path) -> None:
    run = bash("kzt list --as-of 1995 | kzt show -", tmp_path)
    for words in ("Envoy speaks", "Votes on oil are counted"):
        assert words in run.stdout


@pytest.mark.slow
@pytest.mark.parametrize("command", ["check", "extract"])
def test_an_input_without_end_is_refused(command: str, tmp_path: Path) -> None:
    run = bash(f"ulimit -v 4000000; kzt {command} /dev/zero; echo $?", tmp_path)
    assert run.stdout.endswith("1\n")
    assert "at most 128 MB are read" in run.stdout + run.stderr


def test_extracted_csv_has_one_header_with_all_columns(tmp_path: Path) -> None:
    first = write(tmp_path, "Nothing here.", "a.txt")
    second = write(tmp_path, "He came on 3 May 2012.", "b.txt")
    third = write(tmp_path, "He came on 3 May 2012.", "c.txt")
    run = kzt("extract", first, second, third, "--format", "csv")
    rows = list(csv.reader(io.StringIO(run.stdout)))
    assert rows[0] == COLUMNS
    assert [row[0] for row in rows[1:]] == ["b.txt", "c.txt"]
    assert {len(row) for row in rows} == {len(COLUMNS)}
    assert kzt("extract", first, "--format", "csv").stdout.splitlines() == [",".join(COLUMNS)]


@pytest.mark.slow
def test_a_briefing_with_a_wrong_id_is_no_briefing(two: Path, tmp_path: Path) -> None:
    target = tmp_path / "a.md"
    for words in (["envoy-speaks", "envoy-speak"], ["envoy-speak", "envoy-speaks"]):
        for further in ([], ["-o", str(target)]):
            run = kzt("briefing", *words, *further)
            refused(run, 1, "there is no event 'envoy-speak'", "Did you mean envoy-speaks?")
    assert not target.exists()
    refused(kzt("briefing", "nosuch"), 1, "no event matches")
    refused(kzt("briefing", "envoy-speaks", "--as-of", "1990"), 1, "After 31 Dec 1990: 1 event.")
    refused(kzt("briefing", "nosuch", "--pinned"), 1, "no event matches")
    assert "Envoy speaks" in kzt("briefing", "envoy", "track:away").stdout


def test_a_list_of_nothing_ends_with_one(two: Path) -> None:
    refused(kzt("list", "nosuch"), 1, "no event matches")
    refused(kzt("list", "oil", "--as-of", "1993"), 1, "After 31 Dec 1993: 1 event.")


def test_a_list_as_of_a_date_says_so_beside_it(two: Path) -> None:
    run = kzt("list", "--as-of", "1993")
    assert listed(run) == ["envoy-speaks"]
    assert run.stderr == (
        "kzt: AS OF 31 Dec 1993: 1 later event hidden; texts may mention later events\n"
    )


def test_what_finds_nothing_gets_a_guess(two: Path) -> None:
    said = "kzt: no event matches\n    countd: did you mean counted (1 event)?\n"
    for command in ("list", "export", "briefing"):
        run = kzt(command, "countd")
        assert (run.returncode, run.stderr) == (1, said)
    assert kzt("list", "countd", "--certain", "--as-of", "1995").stderr == said
    assert kzt("list", "countd", "--as-of", "1993").stderr == "kzt: no event matches\n"
    refused(kzt("list", "actor:smiht"), 2, "did you mean smith?")
    refused(kzt("show", "envoy-speeks"), 2, "Did you mean envoy-speaks?")


def test_where_all_conditions_find_nothing_each_is_counted_by_itself(two: Path) -> None:
    run = kzt("list", "envoy", "before:1990")
    assert run.stderr == "kzt: no event matches\n    Each by itself: envoy: 2, before:1990: none.\n"
    assert kzt("list", "nosuch").stderr == "kzt: no event matches\n"


def test_what_is_no_list_of_ids_is_told_once(two: Path) -> None:
    given = kzt("list", "--format", "json").stdout
    run = kzt("show", "-", input=given)
    refused(run, 2, f"none of the {len(given.split(chr(10))) - 1} ids given is an event's")
    assert "the lines of `kzt list` without --format" in run.stderr
    assert len(run.stderr.splitlines()) == 2


def test_of_many_ids_that_no_event_has_the_first_are_told(two: Path) -> None:
    some = "\n".join(["votes-counted", *(f"nothing-{n}" for n in range(40))])
    run = kzt("show", "-", input=some)
    refused(run, 2, "there is no event 'nothing-0'", "30 more ids are no event's either")
    assert "nothing-10" not in run.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("own file.yaml",), ""),
        (("own.yaml",), "own.yaml is a file here: use -t own.yaml to read it as the timeline"),
        (("./own.yaml",), "./own.yaml is a file here: use -t ./own.yaml"),
        (("topic=votes",), "topic=votes: did you mean topic:votes"),
        (("envoy", "topic=talks"), "topic=talks: did you mean topic:talks"),
        (("linked:votes-conted",), "linked:votes-conted: did you mean linked:votes-counted"),
        (("topc=votes",), ""),
    ],
)
def test_where_nothing_matches_it_is_said_what_a_word_may_have_meant(
    words: tuple[str, ...], said: str, tmp_path: Path
) -> None:
    link = "    links:\n      - {to: votes-counted, kind: responds_to, basis: 'Our reading: so.'}\n"
    envoy, votes = event("envoy-speaks"), event("votes-counted", title="Votes are counted")
    votes = votes.replace("[talks]", "[votes]")
    of = write(tmp_path, timeline(envoy + link, votes), "own.yaml")
    assert kzt("check", of).returncode == 0
    env = {**os.environ, "KZT_TIMELINE": str(of)}
    run = kzt("list", *words, cwd=tmp_path, env=env)
    refused(run, 1, "no event matches")
    assert said in run.stderr
    assert ("did you mean" in run.stderr or "is a file" in run.stderr) == bool(said)


@pytest.mark.parametrize("words", [("list",), ("show", "a"), ("export",), ("check",)])
def test_a_timeline_that_the_environment_names_in_vain_is_told_as_such(
    words: tuple[str, ...], tmp_path: Path
) -> None:
    env = {**os.environ, "KZT_TIMELINE": "nope.yaml"}
    run = kzt(*words, cwd=tmp_path, env=env)
    assert run.returncode == 1
    assert "nope.yaml: there is no such file" in run.stdout + run.stderr
    assert "The variable KZT_TIMELINE names it" in run.stderr
    assert "KZT_TIMELINE" not in kzt("list", "-t", "nein.yaml", cwd=tmp_path, env=env).stderr


@pytest.mark.parametrize("command", ["check", "coverage"])
def test_a_folder_of_documents_that_the_environment_names_in_vain_is_refused(
    command: str, two: Path
) -> None:
    env = {**os.environ, "KZT_DOCUMENTS": "nope"}
    refused(kzt(command, env=env), 2, "KZT_DOCUMENTS: there is no folder nope")
    assert "KZT_DOCUMENTS" not in kzt(command, "--documents", two.parent, env=env).stderr


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("list", "-t", ""), "--timeline"),
        (("list", "--timeline="), "--timeline"),
        (("-t", "", "list"), "--timeline"),
        (("seeds", "-t=", "walk"), "--timeline"),
        (("coverage", "--documents", ""), "--documents"),
        (("--documents", ""), "--documents"),
        (("export", "zhanaozen", "-o", ""), "--output"),
        (("check", ""), "FILE"),
        (("check", "--strict", "--", ""), "FILE"),
        (("import", ""), "FILE"),
        (("seeds", "add", ""), "FILE"),
        (("extract", "", "--published", "2012"), "DOCUMENT"),
    ],
    ids=" ".join,
)
def test_an_empty_name_is_no_folder(words: tuple[str, ...], named: str, two: Path) -> None:
    run = kzt(*words)
    refused(run, 2, f"kzt: {named}: the name is empty\n")
    assert run.stdout == ""


def test_an_empty_name_is_no_command(two: Path) -> None:
    refused(kzt(""), 2, "kzt: the name is empty", "`kzt --help` lists them")
    # Of a query, or where any text may stand, it is no name.
    assert kzt("list", "", "--count").stdout == kzt("list", "--count").stdout
    refused(kzt("import", "x.csv", "--title", ""), 2, "kzt: --title is empty\n")
    refused(kzt("import", "x.csv", "--map", ""), 2, "kzt: --map is empty\n")


def test_a_minus_that_is_no_file_is_said_to_be_none(two: Path) -> None:
    run = kzt("list", "-t", "-")
    assert run.returncode == 1
    assert "-: there is no such file" in run.stderr
    assert "/dev/stdin is standard input" in run.stderr

"""What somebody who has never seen `kzt` asks it first: help, values, views, where things are."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from pathlib import Path
from typing import Any

import pytest
import typer

from kztimeline.cli.app import app
from kztimeline.cli.help.examples import EXAMPLES
from kztimeline.cli.help.text import commands_of
from kztimeline.text.cells import width
from kztimeline.timeline.model import Timeline
from tests.sampling import mostly_slow

from ..commands import bash, kzt
from ..conftest import ROOT
from ..files import event, timeline, write
from ..tui.terminal import printed, terminal

PATHS = [path for path in EXAMPLES if path]
# Some stand both under a command and under those below it.
LINES = {
    example.line: path
    for path, examples in EXAMPLES.items()
    for example in examples
    if example.line != "kzt"
}


def commands(at: Any, before: str = "") -> list[str]:
    found: list[str] = []
    for name, each in commands_of(at, typer.Context(at)):
        found += [f"{before}{name}", *commands(each, f"{before}{name} ")]
    return found


def test_every_command_has_examples() -> None:
    assert sorted(PATHS) == sorted(commands(typer.main.get_command(app)))
    assert all(2 <= len(examples) <= 4 for examples in EXAMPLES.values())


@pytest.mark.parametrize("path", mostly_slow(["", *PATHS], ["", *PATHS][::8]))
def test_help_begins_with_examples_and_is_plain(path: str) -> None:
    run = kzt(*path.split(), "--help")
    assert run.returncode == 0
    assert run.stdout.startswith("Examples:\n")
    assert run.stdout.index(EXAMPLES[path][0].line) < run.stdout.index("Usage:")
    assert not re.search(r"<\w|\[default|\[required|\bPATH\b|\bINTEGER\b", run.stdout)
    assert max(map(len, run.stdout.splitlines())) <= 100
    assert kzt("help", *path.split()).stdout == run.stdout


def test_first_lines_are_whole() -> None:
    listed = kzt("--help").stdout.partition("Commands:\n")[2]
    assert "..." not in listed
    for line in listed.splitlines():
        assert line.endswith(".")


@pytest.fixture(scope="module")
def files_spoken_of(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files that the examples speak of."""
    folder = tmp_path_factory.mktemp("desk")
    begin = ("--title", "T", "--span", "1991/2024", "--track", "A")
    assert kzt("new", "events.yaml", *begin, cwd=folder).returncode == 0
    (folder / "page.txt").write_text("It was 3 May 2011 in Astana, for two days.", encoding="utf-8")
    (folder / "table.csv").write_text(
        "date,title,When,What,url\n2012,A,2012,A,https://example.org/a\n"
    )
    assert kzt("export", "-t", "events.yaml", "-o", "events.json", cwd=folder).returncode == 0
    return folder


@pytest.fixture
def desk(files_spoken_of: Path, tmp_path: Path) -> Path:
    """The same files in a folder of the test's own."""
    return shutil.copytree(files_spoken_of, tmp_path, dirs_exist_ok=True)


@pytest.mark.parametrize(
    ("line", "path"),
    mostly_slow(LINES.items(), [*LINES.items()][::6], several=True),
    ids=list(LINES),
)
def test_every_example_works(path: str, line: str, desk: Path) -> None:
    if path.startswith("views"):
        for name in ("osce", "nukes"):
            if not (path == "views" and "make" in line) and f"make {name}" not in line:
                assert kzt("views", "make", name, "osce").returncode == 0
    if path in ("seeds walk", "seeds cite", "seeds dismiss", "seeds reopen") or "walk" in line:
        (add,) = (each.line for each in EXAMPLES["seeds"] if "seeds add" in each.line)
        assert kzt(*shlex.split(add)[1:], cwd=desk).returncode == 0
    if path == "seeds reopen":
        rest = ("--rest", "--reason", "so", "-t", "events.yaml")
        assert kzt("seeds", "dismiss", "page", *rest, cwd=desk).returncode == 0
    if path == "new":
        (desk / "events.yaml").unlink()
    if line == "kzt new events.yaml":
        with terminal("new", str(desk / "events.yaml")) as asking:
            asking.until("Title")
        return
    run = bash(line, desk) if "|" in line else kzt(*shlex.split(line)[1:], cwd=desk)
    # What `kzt new` has written is not fit to be published as it stands.
    assert run.returncode == (1 if "--strict" in line else 0), run.stderr
    assert "Traceback" not in run.stderr


def test_the_version_has_a_short_option() -> None:
    assert kzt("-V").stdout == kzt("--version").stdout == kzt("-q", "-V").stdout


@pytest.mark.parametrize("subject", ["query", "dates", "file"])
def test_help_has_pages(subject: str) -> None:
    run = kzt("help", subject)
    assert run.returncode == 0
    assert run.stdout.count("\n") > 15


@pytest.mark.slow
def test_each_query_that_help_names_can_be_asked() -> None:
    for line in kzt("help", "query").stdout.splitlines() + kzt("help", "dates").stdout.splitlines():
        for query in re.findall(r"^  (\w+:[\w.-]+)  ", line):
            run = kzt("list", query)
            assert run.returncode in (0, 1), run.stderr
            assert "unknown" not in run.stderr


def test_help_on_nothing_known_says_what_there_is() -> None:
    run = kzt("help", "qery")
    assert run.returncode == 2
    assert "query" in run.stderr
    assert kzt("help", "views", "mak").returncode == 2


@pytest.mark.slow
def test_quiet_says_only_what_is_wrong(tmp_path: Path) -> None:
    path = write(tmp_path, timeline())
    for arguments in (
        ("list", "-q", "nothingsuch", "-t", path),
        ("-q", "export", "-t", path, "-o", tmp_path / "a.csv"),
        ("check", path, "--quiet"),
        ("export", "--as-of", "1993", "-t", path, "-q"),
    ):
        assert kzt(*arguments).stderr == ""
    assert (tmp_path / "a.csv").exists()
    wrong = kzt("-q", "list", "on:2012", "-t", path)
    assert wrong.returncode == 2
    assert "unknown field" in wrong.stderr
    assert "there is no event" in kzt("show", "-q", "none", "-t", path).stderr
    assert kzt("list", "-q", "--", "-q", "-t", path).returncode in (1, 2)


def test_values_are_counted(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        timeline(
            event(place="Astana"),
            event("two", date="1992-05", place="Astana"),
            event("three", track="home", place="Almaty"),
        ),
    )
    env = ("-t", path)
    assert kzt("values", "place", *env).stdout == "2  Astana\n1  Almaty\n"
    assert kzt("values", "track", *env).stdout == "2  away  Away\n1  home  Home\n"
    assert kzt("values", "topic:", *env).stdout == "3  talks  Talks\n0  votes  Votes\n"
    assert kzt("values", "topic", "track:home", *env).stdout == "1  talks  Talks\n"
    assert kzt("values", "year", *env).stdout == "3  1992\n"
    rows = json.loads(kzt("values", "actor", "--format", "json", *env).stdout)
    assert {"id": "smith", "name": "Jane Smith", "events": 3} in json_rows(rows)
    wrong = kzt("values", "actors", *env)
    assert (wrong.returncode, "actor" in wrong.stderr) == (2, True)


def json_rows(data: object) -> list[Any]:
    """Return the rows of a list in JSON, whatever stands around them."""
    if isinstance(data, list):
        return data
    assert isinstance(data, dict)
    return next(value for value in data.values() if isinstance(value, list))


@pytest.mark.parametrize(
    "field", mostly_slow(["actor", "era", "is", "origin", "importance"], ["era", "is"])
)
def test_values_are_what_the_query_finds(field: str) -> None:
    lines = kzt("values", field).stdout.splitlines()
    number, value = lines[0].split()[:2]
    assert kzt("list", "--count", f"{field}:{value}").stdout.strip() == number


@pytest.mark.slow
def test_views_are_made_listed_and_deleted() -> None:
    made = kzt("views", "make", "talks", "track:us", "-energy", "in:2012")
    assert made.returncode == 0
    assert "@talks saved" in made.stderr
    listed = kzt("views")
    assert listed.stdout == "@talks  track:us -energy in:2012\n"
    asked = kzt("list", "track:us", "-energy", "in:2012").stdout
    assert kzt("list", "@talks").stdout == asked
    again = kzt("views", "make", "talks", "osce")
    assert (again.returncode, "--force" in again.stderr) == (1, True)
    assert kzt("views", "make", "talks", "osce", "--force").returncode == 0
    assert kzt("views").stdout == "@talks  osce\n"
    assert kzt("views", "delete", "talks", "talk").returncode == 2
    assert kzt("views").stdout == "@talks  osce\n"
    assert kzt("views", "delete", "@talks").returncode == 0
    assert kzt("views").stdout == ""


@pytest.mark.parametrize("name", mostly_slow(["a b/c", "", "@", "-x"], ["a b/c", ""]))
def test_a_view_has_a_name_that_is_one_word(name: str) -> None:
    assert kzt("views", "make", "--", name, "osce").returncode == 2
    assert kzt("views").stdout == ""


def test_a_view_of_a_mistaken_query_is_not_saved() -> None:
    assert kzt("views", "make", "bad", "on:2012").returncode == 2
    assert kzt("views").stdout == ""


def test_config_names_what_is_there(tmp_path: Path, own_home: Path) -> None:
    path = write(tmp_path, timeline())
    places = json_rows(json.loads(kzt("config", "--format", "json", "-t", path).stdout))
    by_name = {place["what"]: place for place in places}
    assert by_name["timeline"]["path"] == str(path)
    assert by_name["timeline"]["decided_by"] == "--timeline"
    assert by_name["state"]["path"].startswith(str(own_home))
    assert not by_name["settings"]["exists"]
    assert str(path) in kzt("config", "-t", path).stdout


def test_config_names_a_folder_that_may_not_be_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", f"/{'x' * 300}")
    places = {
        place["what"]: place
        for place in json_rows(json.loads(kzt("config", "--format", "json").stdout))
    }
    assert not places["state"]["exists"]


def test_a_list_is_cut_to_the_terminal_and_whole_in_a_pipe(tmp_path: Path) -> None:
    path = write(tmp_path, timeline(event(title="A long title of many words " * 2 + "at its end")))
    assert "at its end" in kzt("list", "-t", path).stdout
    (line,) = printed("list", "-t", str(path), size=(60, 20)).splitlines()
    assert "…" in line
    assert line.rstrip().endswith("[one]")


@pytest.mark.parametrize("cells", mostly_slow([40, 80], [40]))
@pytest.mark.parametrize("form", mostly_slow(["full", "page", "headlines"], ["page"]))
def test_a_briefing_on_a_terminal_is_text_that_fits(tmp_path: Path, form: str, cells: int) -> None:
    path = write(tmp_path, timeline(event(title="A long title of many words " * 2 + "at its end")))
    asked = ("briefing", "--form", form, "-t", str(path))
    text = printed(*asked, size=(cells, 60))
    assert max(map(width, text.splitlines())) <= cells
    assert "[^" not in text
    assert "**" not in text
    if cells == 80:
        assert kzt(*asked).stdout.strip() == text.strip()
    assert "".join(kzt(*asked).stdout.split()) == "".join(text.split())
    words = kzt(*asked).stdout.split()
    # A word that begins a line after another that had room would have been cut by the terminal.
    assert all(word in text.split() for word in words if len(word) < cells - 6)


def test_a_briefing_is_text_unless_a_name_or_an_option_says_otherwise(tmp_path: Path) -> None:
    path = write(tmp_path, timeline(event()))
    text = kzt("briefing", "--format", "text", "-t", path).stdout
    marked = kzt("briefing", "--format", "markdown", "-t", path).stdout
    assert marked.startswith("# ")
    assert kzt("briefing", "-t", path).stdout == text != marked
    for name, written in (("a", text), ("a.txt", text), ("a.md", marked)):
        assert kzt("briefing", "-t", path, "-o", tmp_path / name).returncode == 0
        assert (tmp_path / name).read_text("utf-8") == written


@pytest.mark.slow
def test_documents_and_dates_fit_the_terminal(tmp_path: Path) -> None:
    """A phrase stays in the middle of its line; what must not be cut goes on below, indented."""
    words = "and many words more about the very long way there " * 3
    page = write(tmp_path, f"{words} on 3 May 2011 {words}".strip(), "page.txt")
    of = write(tmp_path, timeline(event()))
    given = ("--published", "2012", "--title", f"A title {words}".strip())
    assert kzt("seeds", "add", page, *given, "-t", of).returncode == 0
    for command in (("seeds", "-t", str(of)), ("extract", str(page)), ("coverage", "-t", str(of))):
        whole = kzt(*command).stdout
        text = printed(*command, size=(70, 30), code=1 if "coverage" in command else 0)
        lines = text.splitlines()
        assert max(map(width, lines)) <= 70
        if "extract" in command:
            at = next(number for number, line in enumerate(lines) if "2011-05-03" in line)
            assert "«3 May 2011»" in " ".join(lines[at : at + 2])
        else:
            assert all(word in text for word in whole.split())
        assert "coverage" in command or max(map(len, whole.splitlines())) > 70


def test_the_manual_page_names_every_command() -> None:
    page = (ROOT / "docs" / "kzt.1").read_text(encoding="utf-8").replace("\\", "")
    for path in PATHS:
        assert f".B kzt {path}\n" in page


def test_examples_are_whole_shell_words(builtin: Timeline) -> None:
    for line in LINES:
        assert shlex.split(line)[0] == "kzt"
    assert builtin.event("zhanaozen-2011")


@pytest.mark.slow
def test_the_most_important_events_of_the_readme_are_the_most_important() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (line,) = re.findall(r"^kzt export (--sort .*) > top\.csv", readme, re.MULTILINE)
    options = shlex.split(line)
    options[options.index("--columns") + 1] = "importance"
    rows = kzt("export", *options).stdout.split()
    assert (rows[0], set(rows[1:])) == ("importance", {"1"})
    assert len(rows) == 51


@pytest.mark.slow
@pytest.mark.parametrize("cells", [30, 50, 80])
def test_an_id_stands_on_every_line_of_a_narrow_list(cells: int, tmp_path: Path) -> None:
    id_ = "the-dockers-of-the-outer-islands-go-on-strike-1998"
    path = write(tmp_path, timeline(event(id=id_, title="The dockers of the islands go on strike")))
    assert f"[{id_}]" in "".join(printed("list", "-t", str(path), size=(cells, 20)).splitlines())


@pytest.mark.slow
@pytest.mark.parametrize("cells", [30, 40, 55])
def test_help_pages_fit_a_narrow_terminal(cells: int) -> None:
    for subject in ("dates", "query", "file"):
        lines = printed("help", subject, size=(cells, 50)).splitlines()
        assert max(map(width, lines)) <= cells
        assert not any(re.match(r"\s{20,}\S+$", line) for line in lines), subject
        assert not any("|" in line or "**" in line for line in lines), subject


MISTAKES = {
    ("{file}", "list"): "A command comes first: `kzt list -t {file}`",
    ("{file}", "--limit", "3"): "A command comes first: `kzt list -t ",
    ("coverage", "{file}"): "Another timeline is named by -t {file}.",
    ("config", "{file}"): "Another timeline is named by -t {file}.",
    ("list", "--limit", "-1"): "'-1' is not a whole number from 1 on",
    ("list", "--limit", "0"): "'0' is not a whole number from 1 on",
    ("export", "--limit", "ten"): "'ten' is not a whole number from 1 on",
    ("list", "--limit", "99999999999999999999"): "'99999999999999999999' is too large",
    ("export", "--limit", "9" * 5000): "is too large",
    ("export", "--columns", "date,date"): "--columns: date stands twice",
    ("export", "--columns", ","): "--columns: the name of a column is missing",
    ("export", "--columns", "date,,title"): "--columns: the name of a column is missing",
    ("export", "--sort", "-"): "--sort: the name of a column is missing",
    ("export", "--colums", "date"): "Did you mean --columns?",
    ("show", "osce-summit-2010"): "Did you mean osce-astana-summit-2010",
}


@pytest.mark.parametrize("words", MISTAKES, ids=" ".join)
def test_a_mistake_is_answered_in_words_of_ours(words: tuple[str, ...], tmp_path: Path) -> None:
    path = str(write(tmp_path, timeline()))
    run = kzt(*(word.format(file=path) for word in words))
    assert (run.returncode, run.stdout) == (2, "")
    assert MISTAKES[words].format(file=path) in run.stderr
    assert "Input should" not in run.stderr
    assert "ossible option" not in run.stderr


def test_ids_in_help_and_messages_are_there(builtin: Timeline, tmp_path: Path) -> None:
    ids = set(builtin.positions_by_id)
    for subject in ("query", "file"):
        named = re.findall(r"(?:id|linked):([a-z0-9-]+)", kzt("help", subject).stdout)
        assert set(named) <= ids
    run = kzt("check", write(tmp_path, timeline(event(id="No Id"))))
    assert re.findall(r"as in ([a-z0-9-]+)", run.stderr + run.stdout)[0] in ids


def test_a_view_is_deleted_by_the_name_it_was_given() -> None:
    assert kzt("views", "make", "Менің view", "osce").returncode == 0
    assert kzt("list", "--count", "@Менің-view").stdout == kzt("list", "--count", "osce").stdout
    assert kzt("views", "delete", "Менің view").returncode == 0
    assert kzt("views").stdout == ""


@pytest.mark.slow
def test_what_is_not_carried_is_said_beside_a_file(tmp_path: Path) -> None:
    for suffix in ("csv", "jsonl", "md", "txt"):
        run = kzt("export", "zhanaozen", "-o", tmp_path / f"a.{suffix}")
        assert "does not carry" in run.stderr, suffix
    assert "does not carry" not in kzt("export", "zhanaozen").stderr
    assert "does not carry" not in kzt("export", "-q", "zhanaozen", "-o", tmp_path / "b.csv").stderr


def test_a_file_without_an_ending_says_its_format(tmp_path: Path) -> None:
    run = kzt("export", "zhanaozen", "-o", tmp_path / "events")
    assert "written to" in run.stderr
    assert " as csv" in run.stderr


def test_possible_matches_are_no_open_dates() -> None:
    said = kzt("list", "in:2012").stderr
    assert "1 of them only a possible match (its date allows other days, too)" in said
    assert "open" not in said


@pytest.mark.slow
def test_one_thing_is_told_in_the_singular(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("The bridge opened on 4 May 1998.\n", encoding="utf-8")
    rows = "date,title,source\nsome day,A bridge opens,Gazette\n1998,It closes,Gazette\n"
    (tmp_path / "table.csv").write_text(rows, encoding="utf-8")
    path = str(write(tmp_path, timeline(event()), "one.yaml"))
    card = ("--id", "page", "--title", "A page", "--publisher", "A press")
    said = ""
    for words in (
        ("seeds", "add", "page.txt", *card, "--published", "1998-05-05", "-t", path),
        ("extract", "page.txt", "--published", "1998-05-05"),
        ("import", "table.csv", "-o", "imported.yaml"),
        ("check", path),
        ("coverage", "-t", path),
        ("seeds", "-t", path),
        ("list", "-t", path),
        ("list", "--count", "-t", path),
        ("export", "-o", "one.csv", "-t", path),
        ("briefing", "-t", path),
        ("values", "topic", "-t", path),
    ):
        run = kzt(*words, cwd=tmp_path)
        assert run.returncode in (0, 1), run.stderr
        said += run.stdout + run.stderr
    said += (tmp_path / "imported.yaml").read_text(encoding="utf-8")
    assert "1 date" in said
    assert "1 as a comment" in said
    assert not re.findall(
        r"(?<![\d.,–-])1 (?:events|mentions|matches|sources|links|\w+ories)\b.*", said
    )

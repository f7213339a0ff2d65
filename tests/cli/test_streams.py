"""Standard streams that are full, closed, unread, or in another code page: every command."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.commands import MODULE, Argument, bash, kzt, kzt_unread
from tests.conftest import ROOT
from tests.files import event, timeline, write
from tests.sampling import mostly_slow

FIELD = """\
timeline:
  title: Court and money
  span: 2005/2024
tracks:
- {id: court, name: Court, letter: C}
topics:
- {id: donors, name: Donors, letter: d}
actors:
- {id: jones, name: Қасым Жұмабаев, kind: person}
sources:
- {id: paper-2023, title: A case made it to the court, publisher: A newspaper, issued: '2023-04-24',
   URL: 'https://example.org/2023/04/24/case/'}
events:
- id: no-recusal-2005
  date: '2005-01-10'
  track: court
  topics: [donors]
  title: Жұмабаев → court in the café case, 5 ≤ 6
  summary: The judge hears a case in which her donor has an interest.
  actors: [jones]
  importance: 2
  sources: [{source: paper-2023, says: The judge did not recuse herself.}]
"""
PAGE = "Жұмабаев came on 4 March 2011 to the café.\n"

WRITING: dict[str, list[Argument]] = {
    "help": ["--help"],
    "help of a command": ["list", "--help"],
    "version": ["--version"],
    "version with an option": ["-t", "x", "--version"],
    "list": ["list", "in:2012"],
    "list as of a date": ["list", "--as-of", "1995"],
    "show": ["show", "zhanaozen-2011"],
    "export": ["export", "in:2012", "--as-of", "2012-06"],
    "briefing": ["briefing", "in:2012"],
    "keys": ["keys"],
    "check": ["check", "--strict", ROOT / "events.yaml"],
    "check as json": ["check", "--format", "json", "nosuch"],
    "extract": ["extract", ROOT / "README.md"],
    "extract as csv": ["extract", "--format", "csv", ROOT / "README.md"],
    "coverage": ["coverage"],
    "seeds": ["seeds"],
}
COMMANDS = ("list", "show", "export", "briefing", "keys", "check", "extract", "coverage", "seeds")
each_command = pytest.mark.parametrize(
    "name", mostly_slow(WRITING, ["help", "list", "export", "briefing", "check", "extract as csv"])
)


@pytest.fixture(scope="module")
def field(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("field"), FIELD)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("page"), PAGE, "001.txt")


@pytest.mark.slow
@each_command
def test_no_space_left_is_one_sentence(name: str) -> None:
    run = kzt(*WRITING[name], stdout="/dev/full")
    assert run.returncode == 1
    told = [each for each in run.stderr.splitlines() if "is the built-in timeline" not in each]
    assert told == ["kzt: the output cannot be written: No space left on device"]


@each_command
def test_a_reader_that_has_gone_is_no_error(name: str) -> None:
    run = kzt_unread(*WRITING[name])
    assert (run.returncode, run.stderr) == (0, "")


def test_the_completion_script_is_written_under_the_same_promises() -> None:
    asked = {**os.environ, "_KZT_COMPLETE": "source_bash"}
    run = kzt(env=asked, stdout="/dev/full")
    assert run.returncode == 1
    assert run.stderr == "kzt: the output cannot be written: No space left on device\n"
    run = kzt_unread(env=asked)
    assert (run.returncode, run.stderr) == (0, "")


@each_command
def test_a_closed_output_is_one_sentence(name: str) -> None:
    run = kzt(*WRITING[name], closed=(1,))
    assert run.returncode == 1
    assert run.stderr.count("kzt: the output cannot be written: it is closed\n") == 1
    assert "Traceback" not in run.stderr


@pytest.mark.parametrize("closed", [(2,), (1, 2), (0, 1, 2)])
def test_with_standard_error_closed_the_exit_code_says_it(closed: tuple[int, ...]) -> None:
    assert kzt("list", "in:2012", closed=closed).returncode == (1 if 1 in closed else 0)
    assert kzt("list", "in:2012-13", closed=closed).returncode == 2
    assert kzt("nosuch", closed=closed).returncode == 2


@pytest.mark.slow
def test_closed_streams_in_a_shell(tmp_path: Path) -> None:
    script = """
    kzt list in:2012 >&-; echo $?
    kzt list id:zhanaozen-2011 2>&- | wc -l
    kzt nosuch 2>&-; echo $?
    kzt --version <&- >&- 2>&-; echo $?
    """
    run = bash(script, tmp_path)
    assert run.stdout.split() == ["1", "1", "2", "1"]
    assert run.stderr == "kzt: the output cannot be written: it is closed\n"


@pytest.mark.slow
def test_standard_error_may_be_full(tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        options: dict[str, Any] = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE}
        options["stderr"] = full
        target = tmp_path / "a.csv"
        command = [*MODULE, "export", "in:2012", "-o", str(target)]
        assert subprocess.run(command, check=False, **options).returncode == 0
        assert target.read_bytes().startswith(b"id,date,")
        bad = subprocess.run([*MODULE, "list", "in:2012-13"], check=False, **options)
    assert (bad.returncode, bad.stdout) == (2, b"")


def test_a_file_opened_while_output_is_closed_is_not_written_to(tmp_path: Path) -> None:
    """The number of a closed stream goes to the next file that is opened."""
    path = write(tmp_path, timeline(event()))
    before = path.read_bytes()
    assert kzt("-t", path, "list", closed=(0, 1, 2)).returncode == 1
    assert path.read_bytes() == before


def test_closed_standard_input_is_said() -> None:
    run = kzt("show", "-", closed=(0,))
    assert run.returncode == 1
    assert "<stdin>: cannot be read: it is closed" in run.stderr


@pytest.mark.slow
def test_an_output_that_does_not_wait_gets_everything(tmp_path: Path) -> None:
    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    path = write(tmp_path, timeline(*(event(f"e{number}") for number in range(1500))))
    with subprocess.Popen([*MODULE, "-t", path, "export"], stdout=writer) as process:
        os.close(writer)
        with os.fdopen(reader, "rb") as stream:
            content = stream.read()
        assert process.wait() == 0
    assert content.count(b"\r\n") == 1501


@pytest.mark.parametrize(
    "command",
    mostly_slow(
        [["list"], ["show", "no-recusal-2005"], ["keys"], ["seeds"], ["coverage"]],
        [["list"], ["seeds"]],
    ),
    ids=lambda command: command[0],
)
def test_text_in_a_poorer_encoding_has_question_marks(
    field: Path, tmp_path: Path, page: Path, command: list[str]
) -> None:
    path = write(tmp_path, FIELD)
    added = ("--published", "2012-02-03", "--title", "Қасым", "--publisher", "Café")
    assert kzt("seeds", "add", page, *added, "-t", path).returncode == 0
    variables = {**os.environ, "PYTHONIOENCODING": "ascii", "KZT_TIMELINE": str(path)}
    run = kzt(*command, env=variables)
    assert run.returncode == (1 if command == ["coverage"] else 0), run.stderr
    run.stdout.encode("ascii")
    if command[0] in ("list", "show"):
        assert "???????? ? court in the cafe case, 5 ? 6" in run.stdout
    if command[0] == "seeds":
        assert "????? (Cafe)" in run.stdout
    if command[0] != "coverage":
        assert run.stderr.count("kzt: letters that ascii does not have are written as ?\n") == 1


def test_findings_and_mentions_in_a_poorer_encoding(tmp_path: Path, page: Path) -> None:
    variables = {**os.environ, "PYTHONIOENCODING": "cp1252"}
    bad = write(tmp_path, FIELD.replace("'2005-01-10'", "Ақпан 2005"))
    run = kzt("check", bad, env=variables, encoding="cp1252")
    assert run.returncode == 1
    assert "????? 2005" in run.stdout
    run = kzt("extract", page, env=variables, encoding="cp1252")
    assert run.returncode == 0
    assert "???????? came on «4 March 2011» to the café." in run.stdout
    assert run.stderr == "kzt: letters that cp1252 does not have are written as ?\n"


@pytest.mark.parametrize(
    "command", [["export"], ["briefing"], ["check", "--format", "json"]], ids=lambda c: c[0]
)
def test_what_programs_read_is_utf8_whatever_the_locale(
    field: Path, tmp_path: Path, command: list[str]
) -> None:
    variables = {**os.environ, "PYTHONIOENCODING": "ascii", "KZT_TIMELINE": str(field)}
    if command[0] == "check":
        variables["KZT_TIMELINE"] = str(write(tmp_path, FIELD.replace("court\n  top", "ж\n  top")))
    run = kzt(*command, env=variables)
    assert "Жұмабаев" in run.stdout or "ж" in json.loads(run.stdout)[0]["source_line"]
    assert "?" not in run.stderr


def test_records_of_an_extraction_are_utf8(page: Path) -> None:
    variables = {**os.environ, "PYTHONIOENCODING": "ascii"}
    quoted = write(page.parent, "Он сказал “4 March 2011”.\n", "жұма.txt")
    for printed in ("csv", "jsonl", "stubs"):
        run = kzt("extract", quoted, "--format", printed, env=variables)
        assert run.returncode == 0
        assert run.stderr == ""
        assert "жұма.txt" in run.stdout or printed == "stubs"


def test_files_are_utf8_whatever_the_locale(field: Path, tmp_path: Path) -> None:
    variables = {**os.environ, "PYTHONIOENCODING": "ascii", "KZT_TIMELINE": str(field)}
    target = tmp_path / "a.csv"
    assert kzt("export", "-o", target, env=variables).returncode == 0
    (row,) = csv.DictReader(io.StringIO(target.read_text(encoding="utf-8"), newline=""))
    assert row["title"] == "Жұмабаев → court in the café case, 5 ≤ 6"


def test_an_encoding_with_a_way_of_its_own_is_left_alone(field: Path) -> None:
    variables = {**os.environ, "PYTHONIOENCODING": "ascii:xmlcharrefreplace"}
    run = kzt("-t", field, "list", env=variables)
    assert "caf&#233;" in run.stdout
    assert run.stderr == ""


HELPED = [[], ["seeds", "add"], *([each] for each in COMMANDS)]


@pytest.mark.parametrize("command", mostly_slow(HELPED, HELPED[:2]))
def test_help_can_be_written_everywhere(command: list[str]) -> None:
    run = kzt(*command, "--help")
    assert "\nUsage: kzt" in run.stdout
    run.stdout.encode("ascii")


def test_messages_in_a_poorer_encoding(field: Path) -> None:
    variables = {**os.environ, "PYTHONIOENCODING": "ascii"}
    run = kzt("-t", field, "list", "topic:ж", env=variables)
    assert run.returncode == 2
    assert "topic:?\n" in run.stderr
    assert "\\u" not in run.stderr


@pytest.mark.slow
def test_a_name_that_is_not_text_is_said() -> None:
    run = subprocess.run([*MODULE, "check", b"no\xffsuch"], capture_output=True, check=False)
    assert run.returncode == 1
    assert b"Traceback" not in run.stderr
    assert b"there is no such file" in run.stdout


@pytest.mark.slow
def test_on_a_terminal_a_list_as_of_a_date_says_so_first(field: Path) -> None:
    parent, child = pty.openpty()
    command = [*MODULE, "-t", str(field), "list", "--as-of", "2010"]
    subprocess.run(command, stdin=child, stdout=child, stderr=subprocess.DEVNULL, check=True)
    os.close(child)
    written = os.read(parent, 65536).decode()
    os.close(parent)
    assert written.startswith("AS OF 31 Dec 2010")
    assert "no-recusal-2005" in written


@pytest.mark.slow
@pytest.mark.parametrize("on_terminal", [True, False])
def test_a_text_that_takes_long_is_said_to_be_read_on_a_terminal(
    tmp_path: Path, on_terminal: bool
) -> None:
    text = write(tmp_path, "1 2 " * 250_000, "long.txt")
    parent, child = pty.openpty()
    command = [*MODULE, "extract", str(text)]
    run = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=child if on_terminal else subprocess.PIPE
    )
    written, said = run.communicate()
    os.close(child)
    if on_terminal:
        said = os.read(parent, 65536)
    os.close(parent)
    assert written == b"long.txt: 0 dates\n"
    reading = f"kzt: reading {text} …".encode()
    assert (reading in said.replace(b"\r\n", b" ").replace(b"     ", b" ")) is on_terminal
    assert said.endswith(b"no date is found\r\n" if on_terminal else b"no date is found\n")


def test_a_date_keeps_its_dash_where_the_encoding_has_none(tmp_path: Path) -> None:
    path = write(tmp_path, FIELD.replace("'2005-01-10'", "2005-01-10/2005-01-12"))
    for encoding in ("ascii", "latin-1"):
        variables = {**os.environ, "PYTHONIOENCODING": encoding}
        run = kzt("list", "-t", path, env=variables, encoding=encoding)
        assert run.stdout.startswith("10-12 Jan 2005 ")

"""Commands in messages do what they say when they are pasted, for the timeline that was meant."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from kztimeline.cli.arguments.pasted import as_argument
from tests.commands import Argument, kzt, pasted
from tests.documents.test_ledger import CAME, CITED, SHORT, card, folder
from tests.files import write
from tests.sampling import mostly_slow

COMMAND = re.compile(r"`(kzt [^`]*)`")
NAMES = ("war.yaml", "-x.yaml", "a b.yaml", "it's.yaml", "a$HOME.yaml", os.fsdecode(b"b\xff.yaml"))
LOST = CITED.replace("[came]", "[came, went]")


@pytest.fixture(params=mostly_slow(NAMES, NAMES[:2]))
def of(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The name of a timeline in the present folder, whose card names an event that is lost."""
    folder(tmp_path, CAME, LOST).rename(tmp_path / request.param)
    monkeypatch.chdir(tmp_path)
    return str(request.param)


def commands_said(*words: Argument) -> list[str]:
    """Return the commands that `kzt` tells one to type, but those with a word in capitals."""
    run = kzt(*words)
    found = COMMAND.findall(run.stdout + run.stderr)
    assert found, run.stdout + run.stderr
    return [each for each in found if not re.search(r" [A-Z]+\b", each)]


SAYING: dict[str, tuple[Argument, ...]] = {
    "coverage of what is faulty": ("coverage",),
    "a list of what is faulty": ("list",),
    "check": ("check",),
    "a span that is none": ("seeds", "dismiss", "001", "1-2", "--reason", "so"),
    "an id that is none": ("show", "nosuch"),
}


@pytest.mark.parametrize("which", SAYING)
def test_a_remedy_names_the_timeline_in_use(which: str, of: str, tmp_path: Path) -> None:
    if which == "an id that is none":
        write(tmp_path, card(SHORT, CITED), "seeds/001.yaml")
    named = f"-t {as_argument(of)}"
    for said in commands_said(*SAYING[which], "-t", of if of[0] != "-" else f"./{of}"):
        assert said.endswith(named)
        run = pasted(said, tmp_path)
        assert run.returncode in (0, 1), run.stderr
        assert "nothing wrong" in kzt("check", f"./{of}").stderr or "cite" not in said


@pytest.mark.parametrize("words", [("views",), ("seeds",), ("coverage",)])
def test_what_finds_nothing_says_how_to_begin_with_this_timeline(
    words: tuple[str, ...], of: str, tmp_path: Path
) -> None:
    (tmp_path / "seeds" / "001.yaml").unlink()
    (tmp_path / of).write_text((tmp_path / of).read_text().replace("'001'", "gazette"))
    (tmp_path / of).write_text(re.sub(r"spans: .*", "says: So.", (tmp_path / of).read_text()))
    run = kzt(*words, "-t", f"./{of}")
    assert run.returncode == 1
    (said,) = COMMAND.findall(run.stderr)
    assert said.endswith(f" -t {as_argument(of)}")


def test_the_timeline_of_the_environment_needs_no_name(
    of: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KZT_TIMELINE", f"./{of}")
    assert commands_said("coverage") == ["kzt seeds cite"]
    assert commands_said("coverage", "-t", f"./{of}") == ["kzt seeds cite"]


@pytest.mark.parametrize("name", mostly_slow(NAMES, NAMES[1:2]))
def test_a_new_timeline_and_its_first_card_are_gone_on_with_as_it_is_said(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    begin = ("--title", "T", "--span", "1991/2024", "--track", "A")
    opens, checks = commands_said("new", *begin, "--", name)
    assert pasted(checks, tmp_path).returncode == 0
    assert "opens on a terminal only" in pasted(opens, tmp_path).stderr
    page = write(tmp_path, "It was 5 May 2011.", "-page.txt").name
    add = ("seeds", "add", f"./{page}", "--published", "2012", "--title", "T", "-t", f"./{name}")
    next_to_do = commands_said(*add)
    assert len(next_to_do) == 3
    for said in (*next_to_do, *commands_said(*add)):
        assert pasted(said, tmp_path).returncode == 0
    (tmp_path / name).unlink()
    (again,) = commands_said(*add)
    assert pasted(f"{again} --title T --span 1991 --track A", tmp_path).returncode == 0
    assert (tmp_path / name).is_file()

"""`kzt check` holds the texts that are at hand against their cards, and says which were not."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from kztimeline.loading.locations import user_config
from tests.commands import kzt
from tests.documents.test_ledger import CAME, CITED, DISMISSED, SHORT, folder
from tests.files import write
from tests.sampling import mostly_slow

CHANGES = {
    "another day": (SHORT.replace("4 March", "5 March"), ":1:19: ", "'4 March 2011'"),
    "a line in front": (f"Page 1\n{SHORT}", ":2:", "'4 March 2011'"),
    "words, as long": (SHORT.replace("envoy", "agent"), ": ", "between the dates"),
    "words at the end": (f"{SHORT} Then he left.", ": ", ", and had "),
    "nothing left": ("", ": ", "'4 March 2011'"),
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("strict", mostly_slow([[], ["--strict"]], [[]]))
def test_a_text_that_changed_is_a_problem(change: str, strict: list[str], tmp_path: Path) -> None:
    path = folder(tmp_path, CAME, CITED, DISMISSED)
    text, place, where = CHANGES[change]
    changed = write(tmp_path, text, "seeds/001.txt")
    run = kzt("check", *strict, path)
    assert run.returncode == 1
    (line,) = [line for line in run.stdout.splitlines() if "another hash" in line]
    assert line.startswith(f"{changed}{place}")
    assert where in line
    assert "nothing wrong" not in run.stderr


def test_it_is_found_wherever_texts_are_looked_for(tmp_path: Path) -> None:
    path = folder(tmp_path, CAME, CITED, DISMISSED)
    (tmp_path / "seeds" / "001.txt").unlink()
    assert kzt("check", path).returncode == 0
    elsewhere = write(tmp_path / "texts", SHORT.upper(), "001.txt").parent
    for arguments, env in (
        (["--documents", str(elsewhere)], None),
        ([], {"KZT_DOCUMENTS": str(elsewhere)}),
    ):
        run = kzt("check", *arguments, path, env=env)
        assert run.returncode == 1
        assert str(elsewhere / "001.txt") in run.stdout
    (found,) = json.loads(kzt("check", "--format", "json", path, "--documents", elsewhere).stdout)
    assert found["file"] == str(elsewhere / "001.txt")
    beside = write(tmp_path, SHORT.lower(), "001.txt")
    assert str(beside) in kzt("check", path).stdout


COMMANDS = (("check",), ("coverage",), ("seeds", "walk"))


@pytest.mark.parametrize("command", mostly_slow(COMMANDS, COMMANDS[1:2]), ids=" ".join)
def test_a_folder_is_named_before_the_command_as_well_as_after_it(
    command: tuple[str, ...], tmp_path: Path
) -> None:
    path = folder(tmp_path, CAME, CITED, DISMISSED.replace("dismissed:", "anchor:"))
    elsewhere = write(tmp_path / "texts", SHORT.upper(), "001.txt").parent
    after = kzt(*command, "-t", path, "--documents", elsewhere)
    assert str(elsewhere / "001.txt") in after.stdout + after.stderr
    assert kzt("--documents", elsewhere, *command, "-t", path) == after
    twice = kzt("--documents", tmp_path, *command, "-t", path, "--documents", elsewhere)
    assert twice == after


@pytest.mark.parametrize("command", mostly_slow(COMMANDS, COMMANDS[1:2]), ids=" ".join)
def test_a_folder_that_is_missing_is_said_whoever_names_it(
    command: tuple[str, ...], tmp_path: Path
) -> None:
    named = *command, "-t", str(folder(tmp_path, CAME, CITED, DISMISSED))
    for run, who in (
        (kzt(*named, "--documents", "nowhere"), "--documents"),
        (kzt("--documents", "nowhere", *named), "--documents"),
        (kzt(*named, env={**os.environ, "KZT_DOCUMENTS": "nowhere"}), "KZT_DOCUMENTS"),
    ):
        assert (run.returncode, run.stdout) == (2, "")
        assert run.stderr.startswith(f"kzt: {who}: there is no folder nowhere\n    C")
    settings = write(user_config(), "documents = 'nowhere'\n", "config.toml")
    run = kzt(*named)
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.startswith(f"kzt: {settings}: documents: there is no folder nowhere\n    C")
    assert "nowhere" not in kzt(*named, "--documents", tmp_path).stderr


@pytest.mark.parametrize("words", [["list"], ["events.yaml"], ["config"], ["seeds"], []])
def test_a_missing_folder_that_is_named_before_any_command_is_refused(
    words: list[str], tmp_path: Path
) -> None:
    folder(tmp_path, CAME)
    run = kzt("--documents", "nowhere", *words, cwd=tmp_path)
    assert (run.returncode, run.stdout) == (2, "")
    assert "--documents: there is no folder nowhere" in run.stderr


def test_config_names_the_folder_that_is_given_before_it(tmp_path: Path) -> None:
    rows = json.loads(kzt("--documents", tmp_path, "config", "--format", "json").stdout)["places"]
    (found,) = [row for row in rows if row["what"] == "documents"]
    assert (found["path"], found["decided_by"]) == (str(tmp_path), "--documents")


def test_a_new_card_is_walked_with_the_folder_that_is_given(tmp_path: Path) -> None:
    path = folder(tmp_path, CAME)
    page = write(tmp_path / "texts", "On 5 May 2012 it rained.", "rain.txt")
    given = ("--published", "2012", "--title", "Rain", "-t", path)
    said = kzt("--documents", page.parent, "seeds", "add", page, *given).stderr
    assert f"next: `kzt seeds walk rain -t {path} --documents {page.parent}` asks" in said


def test_a_text_beside_the_timeline_is_at_hand(tmp_path: Path) -> None:
    path = folder(tmp_path, CAME, CITED, DISMISSED)
    (tmp_path / "seeds" / "001.txt").rename(tmp_path / "001.txt")
    assert "matches the text" in kzt("coverage", "-t", path).stdout
    assert "not compared" not in kzt("check", "--strict", path).stderr


def test_strict_says_in_one_line_what_was_not_compared(tmp_path: Path) -> None:
    path = folder(tmp_path, CAME, CITED, DISMISSED)
    (tmp_path / "seeds" / "001.txt").unlink()
    said = kzt("check", "--strict", path).stderr.splitlines()
    (line,) = [line for line in said if "not compared" in line]
    assert "1 document was" in line
    assert "--documents" in line
    run = kzt("check", path)
    assert "not compared" not in run.stderr
    assert run.returncode == 0


def test_a_folder_that_is_none_is_said(tmp_path: Path) -> None:
    run = kzt("check", folder(tmp_path, CAME, CITED, DISMISSED), "--documents", "nowhere")
    assert run.returncode == 2
    assert "--documents: there is no folder nowhere" in run.stderr


def test_a_file_that_is_not_there_was_not_checked_for_quotes(tmp_path: Path) -> None:
    run = kzt("check", "--strict", tmp_path / "nosuch.yaml")
    assert run.returncode == 1
    assert "quotes" not in run.stderr

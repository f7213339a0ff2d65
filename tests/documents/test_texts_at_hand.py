"""`kzt check` holds the texts that are at hand against their cards, and says which were not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands import kzt
from tests.documents.test_ledger import CAME, CITED, DISMISSED, SHORT, folder
from tests.files import write

CHANGES = {
    "another day": (SHORT.replace("4 March", "5 March"), ":1:19: ", "'4 March 2011'"),
    "a line in front": (f"Page 1\n{SHORT}", ":2:", "'4 March 2011'"),
    "words, as long": (SHORT.replace("envoy", "agent"), ": ", "between the dates"),
    "words at the end": (f"{SHORT} Then he left.", ": ", ", and had "),
    "nothing left": ("", ": ", "'4 March 2011'"),
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("strict", [[], ["--strict"]])
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

"""Several timelines in one folder: each reads the cards that are its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands import kzt
from tests.documents.test_ledger import CAME, CITED, DISMISSED, SHORT, card, folder
from tests.files import timeline, write
from tests.sampling import mostly_slow

READ = (["check"], ["list"], ["show", "one"], ["seeds"], ["coverage"])


def two(tmp_path: Path) -> tuple[Path, Path]:
    """Return a timeline with a card of its own, and another beside it."""
    return folder(tmp_path, CAME, CITED, DISMISSED), write(tmp_path, timeline(), "other.yaml")


@pytest.mark.parametrize("command", READ, ids=lambda words: words[0])
def test_a_card_of_another_timeline_is_no_problem(command: list[str], tmp_path: Path) -> None:
    _first, other = two(tmp_path)
    run = kzt(*command, "-t", other)
    # It has no documents of its own, so that these find nothing.
    assert run.returncode == (command[0] in ("seeds", "coverage")), run.stdout + run.stderr
    assert "001" not in run.stdout


@pytest.mark.parametrize("command", ["check", "seeds", "coverage"])
def test_it_is_said_in_one_line(command: str, tmp_path: Path) -> None:
    first, other = two(tmp_path)
    write(tmp_path, card(SHORT, CITED).replace("'001'", "'002'"), "seeds/002.yaml")
    said = kzt(command, "-t", other).stderr.splitlines()
    (line,) = [line for line in said if "left out" in line]
    assert str(tmp_path / "seeds") in line
    assert "another timeline" in line
    (tmp_path / "seeds" / "002.yaml").unlink()
    assert "left out" not in kzt(command, "-t", first).stderr


def test_a_card_that_is_cited_is_ones_own(tmp_path: Path) -> None:
    first, _other = two(tmp_path)
    write(tmp_path, card(SHORT, CITED.replace("[came]", "[went]")), "seeds/001.yaml")
    run = kzt("check", first)
    assert run.returncode == 1
    assert "there is no event 'went'" in run.stdout


def test_a_card_that_names_events_of_both_is_said_to_be_wrong(tmp_path: Path) -> None:
    first, other = two(tmp_path)
    write(tmp_path, card(SHORT, CITED.replace("[came]", "[came, one]")), "seeds/001.yaml")
    assert "there is no event 'one'" in kzt("check", first).stdout
    assert "there is no event 'came'" in kzt("check", other).stdout


def test_a_source_may_have_the_id_of_anothers_card(tmp_path: Path) -> None:
    _first, other = two(tmp_path)
    other.write_text(timeline().replace("gazette", "'001'"), encoding="utf-8")
    assert kzt("check", other).returncode == 0


def test_what_is_wrong_in_events_makes_no_card_anothers(tmp_path: Path) -> None:
    first = folder(tmp_path, CAME.replace("id: came", "id: Came"), CITED, DISMISSED)
    run = kzt("check", first)
    assert "'Came' is not an id" in run.stdout
    assert "left out" not in run.stderr


def test_a_folder_of_ones_own_comes_first(tmp_path: Path) -> None:
    _first, other = two(tmp_path)
    words = ["--published", "2012-02-03", "--title", "A page"]
    page = write(tmp_path, "It was 5 May 2011.", "page.txt")
    (tmp_path / "other-seeds").mkdir()
    assert kzt("seeds", "add", page, *words, "-t", other).returncode == 0
    assert (tmp_path / "other-seeds" / "page.yaml").is_file()
    run = kzt("coverage", "-t", other)
    assert "5 May 2011" in run.stdout
    assert "left out" not in run.stderr


def lost(tmp_path: Path, cards: str) -> Path:
    """Return a timeline with a card that names an event no longer there, and ends too early."""
    path = write(tmp_path, timeline(), "mine.yaml")
    gone = CITED.replace("[came]", "[went]")
    short = card(SHORT, gone).replace(f"characters: {len(SHORT)}", "characters: 20")
    write(tmp_path, short, f"{cards}/001.yaml")
    return path


@pytest.mark.parametrize("cards", ["seeds", "mine-seeds"])
def test_a_card_of_which_no_event_is_anywhere_is_said_to_be_wrong(
    cards: str, tmp_path: Path
) -> None:
    path = lost(tmp_path, cards)
    write(tmp_path, timeline().replace("id: one", "id: two"), "other.yaml")
    run = kzt("check", path)
    assert run.returncode == 1
    assert "there is no event 'went'" in run.stdout
    assert "ends outside the document of 20 characters" in run.stdout
    assert "left out" not in run.stderr
    assert kzt("list", "-t", path).returncode == 1
    assert "there is no such event: went" in kzt("seeds", "cite", "-t", path).stderr
    assert "'went'" not in kzt("check", path).stdout


def test_a_length_that_is_no_number_is_the_only_fault(tmp_path: Path) -> None:
    path = folder(tmp_path, CAME, CITED, DISMISSED)
    (tmp_path / "seeds" / "001.yaml").write_text(
        card(SHORT, CITED, DISMISSED).replace(f"characters: {len(SHORT)}", "characters: 0_53")
    )
    run = kzt("check", path)
    assert run.stderr == f"kzt: {path}: 1 problem\n"
    assert "characters: '0_53' is not a whole number" in run.stdout


def test_a_card_in_a_folder_of_ones_own_is_nobody_elses(tmp_path: Path) -> None:
    path = lost(tmp_path, "mine-seeds")
    write(tmp_path, timeline().replace("id: one", "id: went"), "other.yaml")
    run = kzt("check", path)
    assert run.returncode == 1
    assert "there is no event 'went'" in run.stdout
    assert "left out" not in run.stderr


def test_a_card_is_not_taken_for_ones_own_by_what_was_kept(tmp_path: Path) -> None:
    path, other = two(tmp_path)
    assert kzt("list", "-t", other).returncode == 0
    (tmp_path / "seeds").rename(tmp_path / "other-seeds")
    assert "there is no event 'came'" in kzt("list", "-t", other).stderr
    assert path.exists()


GARDENS = ["rows: [beans, peas]\n", "- a\n- b\n", "a: b: c\n", "seeds\n"]


@pytest.mark.parametrize("content", mostly_slow(GARDENS, GARDENS[::2]))
def test_a_folder_without_a_card_is_somebody_elses(content: str, tmp_path: Path) -> None:
    path = write(tmp_path, timeline())
    write(tmp_path, content, "seeds/garden.yaml")
    run = kzt("check", path)
    assert run.returncode == 0, run.stdout
    (line,) = [line for line in run.stderr.splitlines() if "left out" in line]
    assert str(tmp_path / "seeds") in line
    assert kzt("list", "-t", path).returncode == 0


@pytest.mark.parametrize("content", ["", "\n", "id: '001'\nmentions: [\n", "\0\n", "sha256: x\n"])
def test_a_card_that_is_damaged_is_not_passed_over(content: str, tmp_path: Path) -> None:
    path = write(tmp_path, timeline())
    write(tmp_path, content, "seeds/001.yaml")
    assert kzt("check", path).returncode == 1


def test_a_card_beside_what_is_none_is_read_and_the_other_said(tmp_path: Path) -> None:
    path = folder(tmp_path, CAME, CITED, DISMISSED)
    write(tmp_path, "rows: [beans]\n", "seeds/garden.yaml")
    run = kzt("check", path)
    assert run.returncode == 1
    assert "seeds/garden.yaml" in run.stdout

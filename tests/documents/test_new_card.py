"""What `kzt seeds add` refuses and says, and the commands it names next."""

from __future__ import annotations

import datetime as dt
import shlex
from pathlib import Path

import pytest
import yaml

from tests.commands import Ended, bash, kzt
from tests.conftest import ROOT
from tests.documents.test_ledger import CAME, CITED, DISMISSED, folder
from tests.files import HEAD, write
from tests.sampling import mostly_slow
from tests.tui.terminal import terminal

PAGE = "The envoy came on 4 March 2011 and stayed for 30 days."
EMPTY = HEAD.replace("events:\n", "events: []\n")


def added(page: Path, of: Path, **options: str) -> Ended:
    given = {"published": "2012-02-03", "title": "A page", **options}
    words = [part for name, value in given.items() for part in (f"--{name}", value)]
    return kzt("seeds", "add", page, *words, "-t", of)


def next_commands(run: Ended) -> list[list[str]]:
    """Return the commands in what a run said, as a shell reads them."""
    lines = [part for part in run.stderr.split("`")[1::2] if part.startswith(("kzt ", "cp "))]
    return [shlex.split(line) for line in lines]


def test_a_timeline_that_is_not_there_is_refused(tmp_path: Path) -> None:
    write(tmp_path, EMPTY, "mine.yaml")
    run = added(write(tmp_path, PAGE, "page.txt"), tmp_path / "mien.yaml")
    assert run.returncode == 1
    assert f"there is no timeline {tmp_path / 'mien.yaml'}" in run.stderr
    assert "mine.yaml" in run.stderr
    assert not (tmp_path / "seeds").exists()


@pytest.mark.parametrize("options", mostly_slow([{}, {"id": "other"}], [{"id": "other"}]))
def test_the_commands_that_follow_can_be_pasted(options: dict[str, str], tmp_path: Path) -> None:
    of = write(tmp_path / "my 'own' dir", EMPTY, "my timeline.yaml")
    page = write(tmp_path / "odd dir" / "é", PAGE, "My Page (1).TXT")
    run = added(page, of, **options)
    copy, walk, extract, cite = next_commands(run)
    assert "1 of" in kzt(*walk[1:], "--documents", page.parent, input="q\n").stdout
    refused = kzt(*walk[1:])
    assert refused.returncode == 1
    assert f"neither in {of.parent / 'seeds'} nor beside the timeline" in refused.stderr
    assert f"Copy it to {copy[2]}, or" in refused.stderr
    assert extract[-4:] == ["--track", "home", "--topic", "talks"]
    stubs = kzt(*extract[1:])
    assert stubs.returncode == 0, stubs.stderr
    events = yaml.load(stubs.stdout, Loader=yaml.BaseLoader)
    card = options.get("id", "my-page-1")
    assert {event["sources"][0]["source"] for event in events} == {card}
    of.write_text(HEAD + stubs.stdout, encoding="utf-8")
    assert kzt(*cite[1:]).returncode == 0
    assert copy[0] == "cp"
    Path(copy[2]).write_bytes(b"Another text.")
    assert f"{copy[2]} is not the text that the card" in kzt(*walk[1:]).stderr
    Path(copy[2]).write_bytes(Path(copy[1]).read_bytes())
    assert "matches the text" in kzt("coverage", "-t", of).stdout
    assert kzt("check", of).returncode == 0


def test_nothing_is_to_be_copied_where_the_text_is_found(tmp_path: Path) -> None:
    of = write(tmp_path, EMPTY)
    run = added(write(tmp_path, PAGE, "page.txt"), of)
    assert [words[0] for words in next_commands(run)] == ["kzt"] * 3
    assert "matches the text" in kzt("coverage", "-t", of).stdout


def test_a_text_without_dates_is_not_to_be_walked_through(tmp_path: Path) -> None:
    of = write(tmp_path, EMPTY)
    run = added(write(tmp_path, "Nothing happened.", "page.txt"), of)
    assert run.returncode == 0
    assert "no date is found in" in run.stderr
    assert next_commands(run) == []
    elsewhere = added(write(tmp_path / "away", "Nothing at all.", "other.txt"), of)
    assert [words[0] for words in next_commands(elsewhere)] == ["cp"]


def test_a_text_is_not_to_be_copied_over_another(tmp_path: Path) -> None:
    of = write(tmp_path, EMPTY)
    assert added(write(tmp_path / "seeds", PAGE, "page.txt"), of).returncode == 0
    run = added(write(tmp_path / "away", f"{PAGE} So it was.", "page.txt"), of, id="later")
    assert f"{tmp_path / 'seeds' / 'page.txt'} is another text" in run.stderr
    assert [words[0] for words in next_commands(run)] == ["kzt"] * 3


def test_one_text_has_one_card(tmp_path: Path) -> None:
    of = write(tmp_path, EMPTY)
    page = write(tmp_path, PAGE, "page.txt")
    assert added(page, of).returncode == 0
    run = added(write(tmp_path, PAGE, "again.txt"), of, id="again")
    assert run.returncode == 1
    assert "this text has a card already" in run.stderr
    assert str(tmp_path / "seeds" / "page.yaml") in run.stderr
    assert [path.name for path in (tmp_path / "seeds").iterdir()] == ["page.yaml"]


def test_a_text_that_is_added_again_is_gone_on_with(tmp_path: Path) -> None:
    """Its stubs stand in the timeline already: nothing is said of another id."""
    of = write(tmp_path, EMPTY)
    page = write(tmp_path, PAGE, "page.txt")
    stubs = kzt(*next_commands(added(page, of))[1][1:]).stdout
    of.write_text(HEAD + stubs, encoding="utf-8")
    again = added(page, of)
    assert again.returncode == 1
    assert "--id" not in again.stderr
    assert f"`kzt seeds cite -t {of}`" in again.stderr
    (tmp_path / "seeds" / "page.yaml").unlink()
    anew = added(page, of)
    assert anew.returncode == 0, anew.stderr
    assert "1 open date; 1 cited by events that are there" in anew.stderr
    assert kzt("check", of).returncode == 0


def test_another_text_under_a_name_that_is_taken_gets_another_id(tmp_path: Path) -> None:
    of = write(tmp_path, EMPTY)
    assert added(write(tmp_path, PAGE, "page.txt"), of).returncode == 0
    run = added(write(tmp_path / "b", f"{PAGE} So it was.", "page.txt"), of)
    assert run.returncode == 1
    assert "the card of another text" in run.stderr
    assert "another --id" in run.stderr


@pytest.mark.slow
def test_what_is_not_given_is_asked_for_on_a_terminal(tmp_path: Path) -> None:
    of = write(tmp_path, EMPTY)
    page = write(tmp_path, PAGE, "page.txt")
    run = kzt("seeds", "add", page, "--published", "2012", "-t", of)
    assert run.returncode == 2
    assert "--title is missing" in run.stderr
    with terminal("seeds", "add", str(page), "-t", str(of)) as asking:
        for question, answer in (("own date", "2012-02-03"), ("title", "A page"), ("Who", "Us")):
            asking.until(question)
            asking.type(f"{answer}\r")
        assert asking.ended() == 0
    card = yaml.safe_load((tmp_path / "seeds" / "page.yaml").read_text(encoding="utf-8"))
    assert (card["issued"], card["title"], card["publisher"]) == ("2012-02-03", "A page", "Us")


@pytest.mark.slow
def test_lines_pasted_as_a_title_are_one_and_answer_no_other_question(tmp_path: Path) -> None:
    of = write(tmp_path, EMPTY)
    page = write(tmp_path, PAGE, "page.txt")
    with terminal("seeds", "add", str(page), "--published", "2012", "-t", str(of)) as asking:
        asking.until("title")
        asking.type("\x1b[200~A page\rof two lines\x1b[201~\r")
        asking.until("Who")
        asking.type("\r")
        assert asking.ended() == 0
    card = yaml.safe_load((tmp_path / "seeds" / "page.yaml").read_text(encoding="utf-8"))
    assert (card["title"], card["publisher"]) == ("A page of two lines", "publisher not stated")


@pytest.mark.slow
@pytest.mark.parametrize("command", ["coverage", "seeds", "check"])
def test_it_is_said_which_timeline_is_meant_where_none_is_named(
    command: str, tmp_path: Path
) -> None:
    first = kzt(command, cwd=tmp_path).stderr.partition("\n")[0]
    assert "this is the built-in timeline" in first
    assert "-t" not in first
    write(tmp_path, EMPTY, "my own.yaml")
    write(tmp_path, "rows: [beans]\n", "garden.yaml")
    first = kzt(command, cwd=tmp_path).stderr.partition("\n")[0]
    assert "this is the built-in timeline" in first
    assert "; for the one in this folder: -t 'my own.yaml'" in first
    write(tmp_path, EMPTY, "a.yaml")
    first = kzt(command, cwd=tmp_path).stderr.partition("\n")[0]
    assert "; for one of those in this folder: -t a.yaml or -t 'my own.yaml'" in first
    assert "garden" not in first
    named = kzt(command, "-t", "my own.yaml", cwd=tmp_path)
    assert "built-in" not in named.stderr


@pytest.mark.parametrize(
    "words", [("cite",), ("dismiss", "000", "--rest", "--reason", "none"), ("walk",)]
)
def test_no_card_is_changed_of_a_timeline_that_was_not_meant(
    words: tuple[str, ...], tmp_path: Path
) -> None:
    write(tmp_path, EMPTY, "mine.yaml")
    before = {path: path.read_bytes() for path in (ROOT / "seeds").iterdir()}
    run = kzt("seeds", *words, cwd=tmp_path)
    assert run.returncode == 2
    assert "-t mine.yaml" in run.stderr
    assert {path: path.read_bytes() for path in (ROOT / "seeds").iterdir()} == before


@pytest.mark.parametrize("url", ["not a url", "javascript:alert(1)", "gazette.example", "/tmp/x"])
def test_an_address_is_one(url: str, tmp_path: Path) -> None:
    run = added(write(tmp_path, PAGE, "page.txt"), write(tmp_path, EMPTY), url=url)
    assert run.returncode == 2
    assert "--url: " in run.stderr
    assert "not a web address" in run.stderr
    assert not (tmp_path / "seeds").exists()


def test_a_space_in_an_address_is_to_be_written_as_one_writes_it(tmp_path: Path) -> None:
    of, page = write(tmp_path, EMPTY), write(tmp_path, PAGE, "page.txt")
    run = added(page, of, url="https://example.org/a b")
    assert run.returncode == 2
    assert "'https://example.org/a b' is not a web address" in run.stderr
    assert "Write the space as %20." in run.stderr
    assert added(page, of, url="https://example.org/a%20b").returncode == 0
    card = of.parent / "seeds" / "page.yaml"
    card.write_text(card.read_text().replace("a%20b", "a b"))
    assert kzt("check", of).returncode == 0
    strict = kzt("check", "--strict", of).stdout
    assert f"{card}:" in strict
    assert "Write the space as %20." in strict


def test_a_document_is_not_published_later_than_now(tmp_path: Path) -> None:
    of, page = write(tmp_path, EMPTY), write(tmp_path, PAGE, "page.txt")
    today = dt.datetime.now(dt.UTC).date()
    for date in ("2095", str(today + dt.timedelta(days=3))):
        run = added(page, of, published=date)
        assert run.returncode == 2
        assert f"--published: {date} is still to come" in run.stderr
    assert added(page, of, published=str(today)).returncode == 0


@pytest.mark.parametrize("text", ["", "\n \n", "\ufeff"])
def test_an_empty_file_is_refused(text: str, tmp_path: Path) -> None:
    run = added(write(tmp_path, text, "page.txt"), write(tmp_path, EMPTY))
    assert run.returncode == 1
    assert "page.txt is empty" in run.stderr
    assert not (tmp_path / "seeds").exists()


@pytest.mark.parametrize(
    "head",
    mostly_slow(
        ["<!DOCTYPE html>", "\n<html lang=en>", "<?xml version='1'?><html>"], ["\n<html lang=en>"]
    ),
)
def test_a_page_of_html_is_said_to_be_one(head: str, tmp_path: Path) -> None:
    run = added(write(tmp_path, f"{head}<p>{PAGE}</p>", "page.html"), write(tmp_path, EMPTY))
    assert run.returncode == 0
    assert "is a page of HTML" in run.stderr
    plain = added(write(tmp_path, f"On <html> tags. {PAGE}", "x.txt"), tmp_path / "events.yaml")
    assert "HTML" not in plain.stderr


def test_another_timeline_in_the_folder_is_told_of(tmp_path: Path) -> None:
    of = write(tmp_path, EMPTY, "mine.yaml")
    write(tmp_path, EMPTY, "yours.yaml")
    write(tmp_path, "rows: [beans]\n", "garden.yaml")
    run = added(write(tmp_path, PAGE, "page.txt"), of)
    assert "yours.yaml beside it reads" in run.stderr
    assert str(tmp_path / "mine-seeds") in run.stderr
    assert "garden" not in run.stderr
    write(tmp_path, EMPTY, "his.yaml")
    run = added(write(tmp_path, f"{PAGE} More.", "more.txt"), of)
    assert "kzt: his.yaml and yours.yaml beside it read " in run.stderr


def test_where_the_cards_are_anothers_a_new_one_goes_to_a_folder_of_its_own(tmp_path: Path) -> None:
    first = folder(tmp_path, CAME, CITED, DISMISSED)
    before = kzt("coverage", "-t", first).stdout
    of = write(tmp_path, EMPTY, "mine.yaml")
    assert added(write(tmp_path, "On 5 May 2011.", "page.txt"), of).returncode == 0
    assert (tmp_path / "mine-seeds" / "page.yaml").is_file()
    assert "5 May 2011" in kzt("coverage", "-t", of).stdout
    assert kzt("coverage", "-t", first).stdout == before


def test_somebody_elses_folder_of_that_name_is_left_alone(tmp_path: Path) -> None:
    of = write(tmp_path, EMPTY, "mine.yaml")
    write(tmp_path, "rows: [beans]\n", "seeds/garden.yaml")
    assert added(write(tmp_path, PAGE, "page.txt"), of).returncode == 0
    assert [path.name for path in (tmp_path / "seeds").iterdir()] == ["garden.yaml"]
    assert kzt("check", of).returncode == 0


def test_a_folder_is_told_to_be_one(tmp_path: Path) -> None:
    run = added(tmp_path, write(tmp_path, EMPTY))
    assert run.returncode == 2
    assert f"{tmp_path} is a folder" in run.stderr
    assert "Name the file" in run.stderr


@pytest.mark.slow
def test_where_a_card_is_larger_than_files_may_be_it_is_not_sent_elsewhere(tmp_path: Path) -> None:
    of, page = write(tmp_path, EMPTY), write(tmp_path, PAGE, "page.txt")
    words = f"seeds add {page} --published 2012 --title A -t {of}"
    run = bash(f"ulimit -f 0; kzt {words}; echo $?", tmp_path)
    assert run.stdout == "1\n"
    assert "page.yaml cannot be written: File too large" in run.stderr
    assert "`ulimit -f` shows and sets the limit" in run.stderr
    assert not list((tmp_path / "seeds").iterdir())

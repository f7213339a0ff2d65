"""Bytes that are not UTF-8 in arguments, answers and names of files: told, or carried safely."""

from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path

import pytest

from kztimeline.loading.locations import user_state
from tests.commands import Argument, Ended, kzt
from tests.documents.test_ledger import CAME, CITED, DISMISSED, SHORT, folder
from tests.files import write
from tests.sampling import mostly_slow

STRAY = b"b\xff"
TEXTS: dict[str, tuple[Argument, ...]] = {
    "QUERY": ("export", b"nuclear or b\xff", "--format", "json"),
    "QUERY to a file": ("export", b"nuclear or b\xff", "-o", "q.sqlite"),
    "QUERY without a word": ("list", b"-b\xff"),
    "QUERY of a view": ("views", "make", "zz", b"nuclear or b\xff"),
    "QUERY of values": ("values", "topic", STRAY),
    "ID": ("show", STRAY),
    "ID|QUERY": ("briefing", STRAY),
    "DATE": ("office", STRAY),
    "FIELD": ("values", STRAY),
    "NAME": ("views", "delete", STRAY),
    "KIND": ("schema", STRAY),
    "SUBJECT": ("help", STRAY),
    "CARD": ("seeds", "walk", STRAY),
    "SPAN": ("seeds", "dismiss", "001", STRAY, "--reason", "so"),
    "COMMAND": (STRAY,),
    "--format": ("seeds", "--format", STRAY),
    "--format of a choice": ("check", "--format", STRAY),
    "--limit": ("list", "--limit", STRAY),
    "--sort": ("list", b"--sort=b\xff"),
    "--as-of": ("list", "--as-of", STRAY),
    "--columns": ("export", "--columns", STRAY),
    "--title": ("briefing", "--title", STRAY),
    "--title of a card": ("seeds", "add", "page.txt", "--published", "2012", "--title", STRAY),
    "--title of a timeline": ("new", "n.yaml", "--span", "1991", "--track", "A", "--title", STRAY),
    "--title of an import": ("import", "in.csv", "--title", STRAY),
    "--track": ("extract", "page.txt", "--format", "stubs", "--track", STRAY),
    "--reason": ("seeds", "dismiss", "001", "--rest", "--reason", STRAY),
}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a timeline, its card and its text, in which commands run."""
    folder(tmp_path, CAME, CITED)
    write(tmp_path, "It was 5 May 2011.", "page.txt")
    write(tmp_path, "date,title,url\n2001-02-03,It began,https://a.example\n", "in.csv")
    monkeypatch.setenv("KZT_TIMELINE", str(tmp_path / "events.yaml"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def files(folder: Path) -> dict[str, bytes]:
    return {str(each): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def assert_told(run: Ended, *words: str) -> None:
    assert (run.returncode, run.stdout) == (2, ""), run.stderr
    problem, remedy = run.stderr.splitlines()
    assert remedy.startswith("    ")
    for word in words:
        assert word in problem


@pytest.mark.parametrize("which", mostly_slow(TEXTS, ["QUERY", "ID", "--limit", "--title"]))
def test_an_argument_that_is_no_text_is_told(which: str, here: Path) -> None:
    before = files(here)
    assert_told(kzt(*TEXTS[which]), f"kzt: {which.split(' ')[0]}: the byte 0xFF in ", "b\\xff'")
    assert files(here) == before
    assert not user_state().exists()


WRITTEN: dict[str, tuple[Argument, ...]] = {
    "--schema": (
        "new",
        "--title",
        "T",
        "--span",
        "1991",
        "--track",
        "A",
        "--schema",
        b"b\xff.yaml",
    ),
    "--package": ("export", "-o", b"b\xff.csv", "--package", "--schema"),
    "FILE": ("seeds", "add", b"p\xff.txt", "--published", "2012", "--title", "T"),
    "FILE to import": ("import", b"in\xff.csv", "-o", "i.yaml"),
}


@pytest.mark.parametrize("which", WRITTEN)
def test_a_name_that_would_be_written_is_told(which: str, here: Path) -> None:
    for name in ("page.txt", "in.csv"):
        odd = os.fsencode(name[0:1] if name == "page.txt" else "in") + b"\xff" + name[-4:].encode()
        (here / os.fsdecode(odd)).write_bytes((here / name).read_bytes())
    before = files(here)
    assert_told(kzt(*WRITTEN[which]), f"kzt: {which.split(' ')[0]}: the byte 0xFF in ")
    assert files(here) == before


@pytest.mark.slow
def test_a_name_that_need_not_be_written_may_be_odd(here: Path) -> None:
    odd = here / os.fsdecode(b"b\xff.yaml")
    (here / "events.yaml").rename(odd)
    for words in (
        ["check"],
        ["list"],
        ["seeds"],
        ["seeds", "cite"],
        ["export", "-o", b"b\xff.csv"],
    ):
        run = kzt(*words, "-t", odd)
        assert run.returncode == 0, run.stderr
    assert (here / os.fsdecode(b"b\xff.csv")).is_file()
    for ending in ("html", "ics", "sqlite", "xlsx", "md", "txt", "bib"):
        assert kzt("export", "-t", odd, "-o", f"o.{ending}").returncode == 0
    assert (
        kzt("new", "--title", "T", "--span", "1991", "--track", "A", b"n\xff.yaml").returncode == 0
    )
    assert kzt("extract", odd, "--format", "jsonl").stdout.startswith(
        '{"document": "b\\udcff.yaml"'
    )


def test_a_name_in_a_list_is_carried_in_every_format(here: Path) -> None:
    odd = os.fsdecode(b"b\xff.yaml")
    asked = ("config", "-t", odd)
    (first, *_) = json.loads(kzt(*asked, "--format", "json").stdout)["places"]
    assert first["path"] == odd
    assert json.loads(kzt(*asked, "--format", "jsonl").stdout.split("\n")[0])["path"] == odd
    rows = list(csv.DictReader(io.StringIO(kzt(*asked, "--format", "csv").stdout)))
    assert rows[0]["path"] == "b .yaml"
    for ending in ("txt", "md", "html"):
        assert kzt(*asked, "-o", f"places.{ending}").returncode == 0
        assert "b .yaml" in (here / f"places.{ending}").read_text(encoding="utf-8")
    state = os.fsdecode(b"/nowhere/\xff")
    run = kzt("config", "--format", "json", env={**os.environ, "XDG_STATE_HOME": state})
    assert f"{state}/kztimeline" in {each["path"] for each in json.loads(run.stdout)["places"]}


def test_a_view_that_was_saved_with_such_a_byte_ends_no_list(here: Path) -> None:
    assert kzt("views", "make", "zz", "envoy").returncode == 0
    (kept,) = user_state().glob("views*.json")
    kept.write_text(kept.read_text(encoding="utf-8").replace("envoy", "envoy \\udcff"))
    for format in ("json", "csv", "markdown", "html", "text", "jsonl"):
        run = kzt("views", "--format", format)
        assert (run.returncode, "Traceback" in run.stderr) == (0, False), run.stderr
        assert "envoy" in run.stdout


@pytest.mark.parametrize("errors", ["strict", "surrogateescape"])
def test_an_answer_that_is_no_text_is_told_and_asked_again(errors: str, tmp_path: Path) -> None:
    path = folder(tmp_path, CAME, CITED, DISMISSED.replace("dismissed:", "anchor:"))
    encoding = {**os.environ, "PYTHONIOENCODING": f"utf-8:{errors}"}
    walk = ("seeds", "walk", "-t", path)
    run = kzt(*walk, input=b"Envoy c\xff comes\nx a day\n", env=encoding)
    assert run.returncode == 0
    assert "the byte 0xFF in the text is not UTF-8\n    Write it in UTF-8." in run.stderr
    assert "1 step written" in run.stderr


def test_what_was_asked_is_written_as_it_is_shown(here: Path) -> None:
    asked = "envoy or x\x1b[31m or \x9b0m\n"
    for ending in ("ics", "md", "html", "json", "csl.json", "txt"):
        assert kzt("export", asked, "-o", f"q.{ending}").returncode == 0
        written = (here / f"q.{ending}").read_bytes().replace(b"\r\n ", b"").decode()
        assert not {"\x1b", "\x9b"} & {*written}
        if ending in ("ics", "md", "html", "json"):
            assert "envoy or x [31m or  0m" in written
    for ending in ("md", "html", "txt"):
        assert kzt("briefing", asked, "-o", f"b.{ending}").returncode == 0
        assert "\x1b" not in (here / f"b.{ending}").read_text(encoding="utf-8")
    assert kzt("export", asked, "-o", "q.csv", "--package").returncode == 0
    assert "Query: envoy or x [31m or  0m" in (here / "q.datapackage.json").read_text()


def test_the_text_of_a_card_may_lie_in_an_odd_folder(here: Path) -> None:
    odd = here / os.fsdecode(b"t\xff")
    write(odd, SHORT.upper(), "001.txt")
    for format in ("json", "csv", "text"):
        run = kzt("coverage", "--documents", odd, "--format", format)
        assert (run.returncode, "another hash" in run.stdout) == (1, True), run.stderr

"""What became of a date is taken back: `seeds reopen`, `u` in a later walk, `seeds cite`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands import Ended, kzt
from tests.documents.test_fates import LENGTH, OPEN, ledger
from tests.documents.test_ledger import CAME, SHORT, card, citing, folder, mention
from tests.documents.test_walk import WHOLE, events, files, mentions, of, walk
from tests.files import HEAD
from tests.tui.terminal import terminal

__all__ = ["of"]


def reopen(of: Path, *dates: str, card: str = "page", code: int = 0) -> Ended:
    run = kzt("seeds", "reopen", card, *dates, "-t", of)
    assert run.returncode == code, run.stdout + run.stderr
    assert kzt("check", of).returncode == 0
    return run


def fates(of: Path) -> list[object]:
    return [each.get("cited_by") or each.get("dismissed") for each in mentions(of)]


@pytest.mark.slow
def test_a_reason_is_taken_back(of: Path) -> None:
    walk(of, *WHOLE)
    before = files(of)
    assert "1 date opened again" in reopen(of, "2").stderr
    assert "dismissed" not in mentions(of)[1]
    assert events(of)[0]["id"] == "envoy-arrives"
    kzt("seeds", "dismiss", "page", "--rest", "--reason", "a length of time", "-t", of)
    assert files(of) == before


@pytest.mark.slow
def test_an_event_goes_with_the_only_date_it_cites(of: Path) -> None:
    walk(of, *WHOLE)
    before = files(of)
    run = reopen(of, "1", code=1)
    assert "envoy-arrives would cite nothing any more" in run.stderr
    assert "--with-events" in run.stderr
    assert files(of) == before
    run = reopen(of, "1", "--with-events")
    assert "removed envoy-arrives" in run.stderr
    assert [event["id"] for event in events(of)] == ["two-countries-sign-a-treaty"]
    assert fates(of)[0] is None
    reopen(of, "two-countries-sign-a-treaty", "--with-events")
    assert events(of) == []
    assert [bool(each) for each in fates(of)] == [False, True, False, False, True, True]
    run = walk(of, "Envoy lands", "1", "", "")
    assert [event["id"] for event in events(of)] == ["envoy-lands"]


def test_an_event_that_cites_more_stays(of: Path) -> None:
    walk(of, *WHOLE)
    reopen(of, "4")
    event = events(of)[1]
    assert len(event["sources"][0]["spans"]) == 1  # type: ignore[index]
    assert fates(of)[2:4] == [["two-countries-sign-a-treaty"], None]


@pytest.mark.slow
def test_spans_and_events_name_dates_too(of: Path) -> None:
    walk(of, *WHOLE)
    span = str(mentions(of)[1]["span"])
    reopen(of, span)
    assert fates(of)[1] is None
    run = reopen(of, span, code=1)
    assert "is open" in run.stderr
    for unknown in ("77", "0", "nobody", "1-2", "-"):
        assert "has no such date" in reopen(of, unknown, code=1).stderr
    run = kzt("seeds", "reopen", "page", "-t", of)
    assert (run.returncode, "1 “4 March 2011” (envoy-arrives)" in run.stderr) == (2, True)
    assert "Did you mean page?" in kzt("seeds", "reopen", "pag", "1", "-t", of).stderr


@pytest.mark.parametrize(
    ("date", "code", "told"),
    [
        ("9" * 5000, 1, "has no such date"),
        ("5-3", 2, "the span 5-3 ends at or before its start"),
        (f"{'9' * 20}-{'9' * 21}", 2, "is not a span"),
    ],
    ids=["a number", "a span", "a long span"],
)
def test_a_date_that_cannot_be_is_told(date: str, code: int, told: str, of: Path) -> None:
    walk(of, "x background", "q")
    run = reopen(of, date, code=code)
    assert told in run.stderr
    assert "Traceback" not in run.stderr


def test_what_others_link_with_is_not_removed(of: Path) -> None:
    walk(of, *WHOLE)
    text = of.read_text(encoding="utf-8")
    link = "  links:\n  - to: envoy-arrives\n    kind: succeeds\n    basis: 'Our reading: so.'\n"
    of.write_text(text.rstrip("\n") + "\n" + link, encoding="utf-8")
    assert kzt("check", of).returncode == 0
    before = files(of)
    run = reopen(of, "1", "--with-events", code=1)
    assert "nothing is written" in run.stderr
    assert "envoy-arrives" in run.stderr
    assert files(of) == before


ONE_A_LINE = """    sources:
      - source: '001'
        says: The page says so.
        spans:
          # the day
          - {day}
          - {rest}
"""
IN_BRACKETS = """    sources:
      - source: '001'
        spans: ['{day}', {rest}] # both
        says: The page says so.
"""


@pytest.mark.parametrize("layout", [ONE_A_LINE, IN_BRACKETS])
def test_all_else_of_an_event_stands_as_it_stood(layout: str, tmp_path: Path) -> None:
    head = citing("came", "2011-03-04", SHORT, SHORT).partition("    sources:")[0]
    day, rest = "18-30", f"42-{len(SHORT) - 1}"
    cited = f"{OPEN}    cited_by: [came]\n", f"{LENGTH}    cited_by:\n      # why\n      - came\n"
    path = folder(tmp_path, head + layout.format(day=day, rest=rest), *cited)
    assert kzt("check", path).returncode == 0
    reopen(path, "2", card="001")
    assert path.read_text(encoding="utf-8") == (
        HEAD + head + layout.format(day=day, rest=rest).replace(f"          - {rest}\n", "")
    ).replace(f", {rest}]", "]")
    assert ledger(path) == card(SHORT, cited[0], f"{LENGTH}      # why\n")


def test_a_citation_that_its_event_has_no_more_is_taken_out(tmp_path: Path) -> None:
    """The span is removed from the event by hand; `seeds cite` does the rest."""
    text = f"{SHORT} On 5 March 2011 he spoke."
    day = mention(text, "4 March 2011", "2011-03-04", "cited_by: [late, came] # two")
    after = mention(text, "5 March 2011", "2011-03-05", "cited_by:\n      - late\n      - came")
    late = citing("late", "2011-03-05", text, "5 March 2011")
    path = folder(tmp_path, CAME + late, day, after, text=text)
    said = kzt("check", path)
    assert said.returncode == 1
    assert f"`kzt seeds cite -t {path}`, which takes the event out of the card" in said.stdout
    run = kzt("seeds", "cite", "-t", path)
    assert run.returncode == 0, run.stderr
    assert "late no longer cites “4 March 2011” at 18-30" in run.stderr
    assert "came no longer cites “5 March 2011”" in run.stderr
    assert ledger(path) == card(
        text,
        day.replace("[late, came]", "[came]"),
        after.replace("      - came\n", ""),
    )
    assert kzt("check", path).returncode == 0
    assert "no longer" not in kzt("seeds", "cite", "-t", path).stderr


def test_the_last_citation_leaves_the_date_open(tmp_path: Path) -> None:
    gone = f"{LENGTH}    cited_by: [came]\n"
    path = folder(tmp_path, CAME, f"{OPEN}    cited_by: [came]\n", gone)
    run = kzt("seeds", "cite", "-t", path)
    assert "1 date changed, 1 still open" in run.stderr
    assert ledger(path) == card(SHORT, f"{OPEN}    cited_by: [came]\n", LENGTH)
    assert kzt("check", path).returncode == 0


def test_a_statement_loses_a_citation_as_well(tmp_path: Path) -> None:
    path = folder(tmp_path, CAME, f"{OPEN}    cited_by: [came]\n", LENGTH)
    stated = "statements:\n  - cited_by: [came]\n    states: He stayed.\n    span: 35-53\n"
    written = tmp_path / "seeds" / "001.yaml"
    written.write_text(ledger(path) + stated, encoding="utf-8")
    assert kzt("check", path).returncode == 1
    run = kzt("seeds", "cite", "-t", path)
    assert "came no longer cites “He stayed.” at 35-53" in run.stderr
    assert ledger(path).endswith("statements:\n  - states: He stayed.\n    span: 35-53\n")
    assert kzt("check", path).returncode == 0


@pytest.mark.slow
def test_a_later_walk_goes_back_through_what_an_earlier_one_wrote(of: Path) -> None:
    run = walk(of, *WHOLE[:5], "q")
    assert f"`kzt seeds reopen page NUMBER -t {of}`" in run.stderr
    assert "or u at the start of the next walk" in run.stderr
    before = files(of)
    run = walk(of, "u", "", "q")
    assert "    dismissed: a length of time\n" in run.stdout
    assert files(of) == before
    run = walk(of, "u", "u", "o", "", "u", "q")
    assert "    cited by Envoy arrives (envoy-arrives)\n" in run.stdout
    assert files(of) == before
    run = walk(of, "u", "u", "o", "y", "Envoy lands", "2", "", "", "q")
    assert [event["id"] for event in events(of)] == ["envoy-lands"]
    assert fates(of)[:2] == [["envoy-lands"], "a length of time"]
    before = files(of)
    walk(of, "u", "u", "u", "u", "q")
    walk(of, "u", "o", "x no", "u", "u", "q")
    assert files(of) == before


def test_a_walk_with_nothing_open_names_the_way_back(of: Path) -> None:
    walk(of, *WHOLE)
    run = walk(of)
    assert f"`kzt seeds reopen page -t {of}` lists its dates" in run.stderr


@pytest.mark.slow
def test_on_a_terminal_it_is_asked_whether_an_event_may_go(of: Path) -> None:
    walk(of, *WHOLE)
    for answer, left in (("n\r", 2), ("y\r", 1)):
        with terminal("seeds", "reopen", "page", "1", "-t", str(of)) as asking:
            asking.until("Remove from the timeline?")
            asking.type(answer)
            asking.ended()
        assert len(events(of)) == left

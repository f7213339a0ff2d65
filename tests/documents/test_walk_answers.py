"""What is typed in a walk is kept, or its loss is told: forms, commands, interruptions, files."""

from __future__ import annotations

import os
from io import StringIO
from pathlib import Path

import pytest
import yaml

from kztimeline.cli.curate.walk.command import walk_card
from kztimeline.loading.examination import card_of
from tests.commands import kzt, kzt_unread
from tests.documents.test_walk import PAGE, added, events, files, mentions, of, walk
from tests.sampling import mostly_slow
from tests.tui.terminal import Terminal, terminal

__all__ = ["of"]


def timeline(of: Path) -> dict[str, list[dict[str, object]]]:
    read = yaml.load(of.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert isinstance(read, dict)
    return read


def test_an_empty_answer_is_asked_again_and_nothing_is_lost(of: Path) -> None:
    run = walk(of, "Envoy arrives", "", "", "2", "", "", "q")
    assert run.stderr.count("something is needed here") == 2
    (event,) = events(of)
    assert (event["title"], event["track"]) == ("Envoy arrives", "away")


def test_going_back_says_what_is_not_written(of: Path) -> None:
    before = files(of)
    run = walk(of, "Envoy arrives", "1", "u", "q")
    assert "not written: “Envoy arrives”" in run.stderr
    assert run.stdout.count("Title, or ?") == 2
    assert files(of) == before


@pytest.mark.parametrize("end", ["q", None])
def test_stopping_says_what_is_not_written(end: str | None, of: Path) -> None:
    run = walk(of, "Envoy arrives", "1", *([end] if end else []))
    assert "not written: “Envoy arrives”" in run.stderr
    assert "0 steps written, 6 dates still open" in run.stderr


@pytest.mark.slow
def test_ctrl_d_and_ctrl_c_say_it_too(of: Path) -> None:
    for key in ("\x04", "\x03"):
        with terminal("seeds", "walk", "-t", str(of)) as walking:
            walking.until("1 of 6")
            walking.type("Envoy arrives\r")
            walking.until("Track")
            walking.type(key)
            walking.until("not written: “Envoy arrives”")
            assert walking.ended() == 0


@pytest.mark.parametrize(
    ("typed", "said", "fate"),
    [
        ("x no visit", "y", {"dismissed": "no visit"}),
        ("x no visit", "", {"cited_by": ["envoy-arrives"]}),
        ("c a later one", "", {"cited_by": ["envoy-arrives"]}),
    ],
)
def test_a_command_in_place_of_a_summary_is_asked_about(
    typed: str, said: str, fate: dict[str, object], of: Path
) -> None:
    run = walk(of, "Envoy arrives", "1", typed, said, "", "q")
    assert f"“{typed}” is a command as well" in run.stdout
    assert mentions(of)[0] | fate == mentions(of)[0]
    if "cited_by" in fate:
        assert events(of)[0]["summary"] == typed
    else:
        assert "not written: “Envoy arrives”" in run.stderr


def test_commands_may_be_typed_at_a_question_that_takes_no_text(of: Path) -> None:
    run = walk(of, "Envoy arrives", "x no visit", "y", "q")
    assert "not written: “Envoy arrives”" in run.stderr
    assert mentions(of)[0]["dismissed"] == "no visit"


def test_a_track_may_have_the_letter_of_a_command(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    begin = ("--title", "T", "--span", "1991/2024", "--track", "Home", "--track", "Union")
    assert kzt("new", path, *begin).returncode == 0
    added(path, "The envoy came on 4 March 2011.")
    walk(path, "Envoy arrives", "u", "", "")
    assert events(path)[0]["track"] == "union"


def test_words_for_commands_are_understood(of: Path) -> None:
    run = walk(of, "help", "quit", "never")
    assert "TITLE" in run.stdout
    assert "never" not in run.stdout


def test_each_question_explains_itself(of: Path) -> None:
    run = walk(of, "Envoy arrives", "?", "1", "?", "", "?", "", "q")
    assert run.stdout.count("u goes back, q stops.") == 3
    assert "1 for key events, 2, or 3 for details" in run.stdout


def test_importance_and_actors_are_typed_in_one_line(of: Path) -> None:
    new = ("1 Jane Doe; Home Office", "p", "b")
    walk(of, "Envoy arrives", "1", "", *new, "", "Two sign", "", "", "3, doe, home", "q")
    assert kzt("check", of).returncode == 0
    one, two = events(of)
    assert (one["importance"], one["actors"]) == ("1", ["home-office", "jane-doe"])
    assert (two["importance"], two["actors"]) == ("3", ["home-office", "jane-doe"])
    assert timeline(of)["actors"] == [
        {"id": "home-office", "name": "Home Office", "kind": "body"},
        {"id": "jane-doe", "name": "Jane Doe", "kind": "person"},
    ]


def test_an_id_does_not_end_in_a_word_that_leads_on(of: Path) -> None:
    walk(of, "Soviet troops cut road and rail traffic to the half of Berlin", "1", "", "", "q")
    assert events(of)[0]["id"] == "soviet-troops-cut-road-and-rail-traffic"


def test_importance_1_is_not_offered_and_asks_for_a_second_source(of: Path) -> None:
    run = walk(of, "Envoy arrives", "1", "", "1", "", "Two sign", "", "", "", "q")
    assert "importance 1 needs a second, independent source" in run.stdout
    assert "enter: 1" not in run.stdout
    assert [event["importance"] for event in events(of)] == ["1", "2"]


def test_the_usual_importance_is_offered(of: Path) -> None:
    first = ("Envoy arrives", "1", "", "3", "", "Two sign", "", "", "", "q")
    run = walk(of, *first)
    assert "Importance and actors (enter: 2, none)" in run.stdout
    assert "Importance and actors (enter: 3, none)" in run.stdout
    assert [event["importance"] for event in events(of)] == ["3", "3"]


def test_a_name_that_several_have_is_asked_again(of: Path) -> None:
    run = walk(of, "Envoy arrives", "1", "", "Jane Doe, John Doe", "p", "p", "q")
    assert len(timeline(of)["actors"]) == 2
    run = walk(of, "", "Two sign", "2", "", "doe", "4", "john", "q")
    assert "'doe' means several: jane-doe, john-doe" in run.stderr
    assert "importance is 1 to 3, not 4" in run.stderr
    assert events(of)[1]["actors"] == ["john-doe"]


OUT_OF_RANGE = ["7", "0", "12", "-1", "1.5", "4 Jane Doe", "0, Home Office"]


@pytest.mark.parametrize("typed", mostly_slow(OUT_OF_RANGE, OUT_OF_RANGE[::3]))
def test_an_importance_out_of_range_is_called_one(typed: str, of: Path) -> None:
    run = walk(of, "Envoy arrives", "1", "", typed, "3", "q")
    number = typed.replace(",", "").split()[0]
    assert f"importance is 1 to 3, not {number}" in run.stderr
    assert "no actor" not in run.stderr
    (event,) = events(of)
    assert event["importance"] == "3"
    assert "actors" not in event


@pytest.mark.parametrize("typed", ["1, 7", "2 3", "3,3"])
def test_a_second_importance_is_called_one(typed: str, of: Path) -> None:
    run = walk(of, "Envoy arrives", "1", "", typed, "", "q")
    assert "importance is given once, and no actor is called" in run.stderr


def test_actors_may_be_called_by_numbers(of: Path) -> None:
    run = walk(of, "Envoy arrives", "1", "", "2 9 Lives, 10 Downing Street", "b", "o", "q")
    assert [each["name"] for each in timeline(of)["actors"]] == ["10 Downing Street", "9 Lives"]
    run = walk(of, "", "Two sign", "2", "", "9 Lives", "q")
    assert "importance is 1 to 3" not in run.stderr
    assert events(of)[1]["actors"] == ["9-lives"]


def test_topics_are_several_and_may_be_new(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    begin = ("--title", "T", "--span", "1991/2024", "--track", "Home")
    topics = ("--topic", "Trade", "--topic", "Visits")
    assert kzt("new", path, *begin, *topics).returncode == 0
    assert [each["id"] for each in timeline(path)["topics"]] == ["trade", "visits"]
    added(path, "The envoy came on 4 March 2011 and left on 9 March 2011. He met us on 7 May 2011.")
    run = walk(
        path,
        *("Envoy arrives", "1 2", "", ""),
        *("Envoy leaves", "", "", ""),
        *("Envoy meets us", "Visits, Food", "n", "trade, Food", "y", "", ""),
    )
    assert "Topic: 1 Trade, 2 Visits (enter: Trade, Visits)" in run.stdout
    found = [event["topics"] for event in events(path)]
    assert found == [["trade", "visits"], ["trade", "visits"], ["trade", "food"]]
    assert kzt("check", path).returncode == 0


def test_dates_in_doubt_are_numbered(of: Path) -> None:
    added(of, "On 3/4/2011 the envoy left.", "doubt.txt")
    run = walk(of, "Envoy leaves", "3", "2", "", "1", "", "", card=("doubt",))
    assert "Date, in doubt: 1 2011-0" in run.stdout
    assert "there is no date number 3 here\n    Type 1 to 2, or a date such as" in run.stderr
    (event,) = events(of)
    second = run.stdout.partition(", 2 ")[2][:10]
    assert event["date"] == second
    assert str(event["inference"]).startswith("“3/4/2011” can mean 2011-0")
    assert kzt("check", of).returncode == 0


def test_what_gives_no_date_is_named_in_words(of: Path) -> None:
    text = "At 5 p.m. they met. Every Monday she swam. He was 40 years old. They left at dawn."
    added(of, text, "times.txt")
    shown = walk(of, *[""] * 9, card=("times",)).stdout
    for words in (
        "a time of day  “5 p.m.”",
        "a repeated time  “Every Monday”",
        "a time of day  “d",
    ):
        assert words in shown
    listed = kzt("coverage", "-t", of).stdout
    assert "5 p.m. (a time of day)" in listed
    assert "no date (" not in shown + listed


@pytest.mark.slow
def test_a_timeline_that_became_faulty_is_waited_for(of: Path) -> None:
    sound = of.read_text(encoding="utf-8")
    with terminal("seeds", "walk", "-t", str(of)) as walking:
        walking.until("1 of 6")
        of.write_text(sound.replace("events:", "evnets:"), encoding="utf-8")
        walking.type("x no\r")
        walking.until("evnets")
        walking.type("\r")
        walking.until("Mend it and press enter")
        of.write_text(sound, encoding="utf-8")
        walking.type("\r")
        walking.until("2 of 6")
        walking.type("q\r")
        assert walking.ended() == 0
    assert of.read_text(encoding="utf-8") == sound


@pytest.mark.slow
def test_ending_beside_a_faulty_timeline_says_so(of: Path) -> None:
    with terminal("seeds", "walk", "-t", str(of)) as walking:
        walking.until("1 of 6")
        of.write_text("events: 3\n", encoding="utf-8")
        walking.type("\x04")
        walking.until("is faulty now")
        assert walking.ended() == 0


@pytest.mark.slow
def test_an_editor_may_save_the_card_while_a_form_is_open(of: Path) -> None:
    card = of.parent / "seeds" / "page.yaml"
    with terminal("seeds", "walk", "-t", str(of)) as walking:
        walking.until("1 of 6")
        walking.type("Envoy arrives\r")
        walking.until("Track")
        card.write_text(card.read_text(encoding="utf-8") + "# mine\n", encoding="utf-8")
        walking.type("1\r")
        walking.until("Summary")
        walking.type("\r")
        walking.until("Importance")
        walking.type("\r")
        walking.until("2 of 6")
        walking.type("q\r")
        assert walking.ended() == 0
    assert card.read_text(encoding="utf-8").endswith("# mine\n")
    assert mentions(of)[0]["cited_by"] == ["envoy-arrives"]


def test_a_reader_that_has_gone_loses_nothing(of: Path) -> None:
    before = files(of)
    run = kzt_unread("seeds", "walk", "-t", of)
    assert "Traceback" not in run.stderr
    assert files(of) == before


def test_a_card_that_may_not_be_written_leaves_the_timeline_alone(
    of: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As the superuser may write anything, the system is asked by a stand-in."""
    card = of.parent / "seeds" / "page.yaml"
    may = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != card and may(path, mode))
    monkeypatch.setattr("sys.stdin", StringIO("Envoy arrives\n1\n\n\nx no\nq\n"))
    before = files(of)
    document = card_of(card, card.read_bytes()).document
    assert document is not None
    walk_card(of, card, document, PAGE)
    said = capsys.readouterr().err
    assert said.count("page.yaml: Permission denied") == 2
    assert "not written: “Envoy arrives”" in said
    assert files(of) == before


def pasted(text: str) -> str:
    """What a terminal sends for a text that is pasted."""
    return f"\x1b[200~{text}\x1b[201~\r"


@pytest.mark.slow
def test_lines_pasted_into_the_walk_are_one_answer(of: Path) -> None:
    with terminal("seeds", "walk", "-t", str(of)) as walking:
        walking.until("1 of 6")
        walking.type(pasted("Envoy arrives\rin the capital"))
        walking.until("Track")
        walking.type("1\r")
        walking.until("Summary")
        walking.type(pasted("The envoy arrives\r\rin the\tcapital."))
        walking.until("Importance")
        walking.type("\r")
        walking.until("2 of 6")
        walking.type(pasted("x not\rthis visit"))
        walking.until("3 of 6")
        walking.type("q\r")
        assert walking.ended() == 0
    (event,) = events(of)
    assert event["title"] == "Envoy arrives in the capital"
    assert event["summary"] == "The envoy arrives in the capital."
    assert mentions(of)[1]["dismissed"] == "not this visit"


EVENT = ("Envoy arrives\r", "Track", "1\r", "Summary", "\r", "Importance", "\r")


def answer(walking: Terminal, *steps: str) -> None:
    """Type the first, third, … of some texts, and wait for the second, fourth, … ."""
    for number, text in enumerate(steps):
        walking.until(text) if number % 2 else walking.type(text)


SECOND = ((EVENT[0].replace("arrives", "comes"), *EVENT[1:]), ("x other\r",), ("r all\r",))


@pytest.mark.slow
@pytest.mark.parametrize("first", mostly_slow([EVENT, ("x no visit\r",)], [EVENT]))
@pytest.mark.parametrize("second", mostly_slow(SECOND, SECOND[1:2]))
def test_what_another_walk_made_of_a_date_stays(
    first: tuple[str, ...], second: tuple[str, ...], of: Path
) -> None:
    with (
        terminal("seeds", "walk", "-t", str(of)) as one,
        terminal("seeds", "walk", "-t", str(of)) as other,
    ):
        other.until("1 of 6")
        one.until("1 of 6")
        answer(one, *first)
        one.until("2 of 6")
        before = files(of)
        answer(other, *second)
        other.until("nothing is written: it was changed meanwhile")
        other.until("2 of 6")
        assert files(of) == before
        other.type("x for it\r")
        other.until("3 of 6")
    assert mentions(of)[1]["dismissed"] == "for it"


@pytest.mark.slow
@pytest.mark.parametrize("change", ["inserted", "removed"])
def test_an_answer_is_of_the_date_that_was_shown_wherever_it_stands_now(
    change: str, of: Path
) -> None:
    card = of.parent / "seeds" / "page.yaml"
    with terminal("seeds", "walk", "-t", str(of)) as walking:
        walking.until("1 of 6")
        walking.type("\r")
        walking.until("2 of 6")
        text = card.read_text(encoding="utf-8")
        head, mark, entries = text.partition("\nmentions:\n")
        first = entries[: entries.index("- ", 4)]
        changed = entries.removeprefix(first)
        if change == "inserted":
            new = first.replace("21-33", "4-9").replace("4 March 2011", "envoy")
            changed = new + entries
        card.write_text(f"{head}{mark}{changed}", encoding="utf-8")
        walking.type("x of the second\r")
        walking.until("nothing is written: it was changed meanwhile")
        walking.type("x of the second\r")
        walking.until("x: of the second")
    assert [each["text"] for each in mentions(of) if "dismissed" in each] == ["30 days"]


@pytest.mark.slow
def test_an_event_removed_meanwhile_is_not_cited(of: Path) -> None:
    walk(of, "Envoy arrives", "1", "", "", "q")
    text = of.read_text(encoding="utf-8")
    with terminal("seeds", "walk", "-t", str(of)) as walking:
        walking.until("2 of 6")
        of.write_text(text.replace("id: envoy-arrives", "id: envoy-comes"), encoding="utf-8")
        walking.type("c envoy\r")
        walking.until("nothing is written: it was changed meanwhile")
        walking.until("2 of 6")


@pytest.mark.slow
def test_a_title_that_another_walk_took_is_no_dead_end(of: Path) -> None:
    with (
        terminal("seeds", "walk", "-t", str(of)) as one,
        terminal("seeds", "walk", "-t", str(of)) as other,
    ):
        other.until("1 of 6")
        other.type("\r")
        other.until("2 of 6")
        one.until("1 of 6")
        answer(one, *EVENT)
        one.until("2 of 6")
        other.type("d 2011-04\r")
        form = (EVENT[0], "from what", "counted\r", *EVENT[1:])
        answer(other, *form)
        other.until("nothing is written")
        other.screen.reset()
        answer(other, *form)
        other.until("3 of 6")
    assert [each["id"] for each in events(of)] == ["envoy-arrives", "envoy-arrives-2"]


@pytest.mark.parametrize("end", mostly_slow(["q", "", "u", None], ["u", None]))
def test_a_date_that_no_event_holds_is_said_not_to_be_kept(end: str | None, of: Path) -> None:
    before = files(of)
    run = walk(of, "", "d 2005-03-12", *([end] if end is not None else []))
    assert run.stderr.count("not kept: 2005-03-12, since no event was written") == 1
    assert files(of) == before
    assert "nowhere before" in walk(of, "?").stdout


def test_a_date_that_an_event_holds_is_kept(of: Path) -> None:
    run = walk(of, "d 2005-03-12", "Envoy arrives", "the gazette", "1", "", "", "q")
    assert "not kept" not in run.stderr
    assert events(of)[0]["date"] == "2005-03-12"


def test_a_letter_that_can_be_no_answer_is_offered_as_a_command_alone(of: Path) -> None:
    run = walk(of, "x", "x", "", "no visit", "q")
    assert "“x” is a command, and no answer here: y does it, enter asks again" in run.stdout
    assert "takes it as the answer" not in run.stdout
    assert mentions(of)[0]["dismissed"] == "no visit"


@pytest.mark.parametrize("first", ["x", "x no visit"])
def test_words_typed_where_a_command_is_asked_about_are_the_answer(first: str, of: Path) -> None:
    walk(of, "Envoy arrives", "1", first, "The envoy arrives.", "", "q")
    assert events(of)[0]["summary"] == "The envoy arrives."


def test_a_command_typed_where_one_is_asked_about_is_asked_about_in_turn(of: Path) -> None:
    run = walk(of, "x", "x", "x background", "y", "q")
    assert "“x background” is a command as well" in run.stdout
    assert mentions(of)[0]["dismissed"] == "background"


def test_an_event_that_is_cited_instead_does_not_take_the_typed_date(of: Path) -> None:
    walk(of, "Envoy arrives", "1", "", "", "q")
    same = walk(of, "d 2011-03-04", "c envoy", "q")
    assert "not kept" not in same.stderr
    run = walk(of, "d 2005-03-12", "c envoy", "q")
    assert "not kept: 2005-03-12" in run.stderr
    assert "1 step written" in run.stderr

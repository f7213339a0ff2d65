"""`kzt seeds walk`: an event or a reason for each date, step by step, and nothing lost."""

from __future__ import annotations

import atexit
import random
import re
import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest
import yaml

from tests.commands import Ended, kzt
from tests.files import HEAD, write
from tests.sampling import mostly_slow
from tests.tui.terminal import terminal

PAGE = """\
The envoy arrived on 4 March 2011. She stayed for 30 days. The treaty was signed in May 2011,
and in May 2011 the two parliaments debated it. It lapsed in 2031. One day it may return.
"""
DATES = 6
HOME = "--track", "Home"


@cache
def begun() -> Path:
    """A folder with a new timeline and the card of a page, made once for all tests."""
    folder = Path(mkdtemp())
    atexit.register(shutil.rmtree, folder)
    path = folder / "mine.yaml"
    begin = ("--title", "Envoys", "--span", "1991/2024", "--track", "Home", "--track", "Away")
    assert kzt("new", path, *begin).returncode == 0
    added(path, PAGE)
    return folder


@pytest.fixture
def of(tmp_path: Path) -> Path:
    """A new timeline with the card of a page."""
    shutil.copytree(begun(), tmp_path, dirs_exist_ok=True)
    return tmp_path / "mine.yaml"


def added(of: Path, text: str, name: str = "page.txt") -> None:
    page = write(of.parent, text, name)
    given = ("--published", "2012-06-01", "--title", "A page", "--publisher", "The Gazette")
    run = kzt("seeds", "add", page, *given, "-t", of)
    assert run.returncode == 0, run.stderr


def walk(of: Path, *answers: str, card: tuple[str, ...] = ()) -> Ended:
    """Walk with some answers, one a line; after the last there is nothing more."""
    run = kzt("seeds", "walk", *card, "-t", of, input="".join(f"{line}\n" for line in answers))
    assert run.returncode == 0, run.stderr
    return run


def events(of: Path) -> list[dict[str, object]]:
    read = yaml.load(of.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    found: list[dict[str, object]] = read["events"]
    return found


def mentions(of: Path, name: str = "page") -> list[dict[str, object]]:
    text = (of.parent / "seeds" / f"{name}.yaml").read_text(encoding="utf-8")
    found: list[dict[str, object]] = yaml.load(text, Loader=yaml.BaseLoader)["mentions"]
    return found


def files(of: Path) -> dict[str, bytes]:
    return {
        str(each.relative_to(of.parent)): each.read_bytes()
        for each in of.parent.rglob("*")
        if each.is_file()
    }


WHOLE = (
    *("Envoy arrives", "2", "The envoy arrives in the capital.", ""),
    "x a length of time",
    *("Two countries sign a treaty", "", "", ""),
    "c",
    "x a forecast",
    "x",
)


def test_a_title_makes_an_event_of_a_date(of: Path) -> None:
    assert len(mentions(of)) == DATES
    run = walk(of, *WHOLE)
    first, second = events(of)
    at = PAGE.index("4 March 2011")
    assert first == {
        "id": "envoy-arrives",
        "date": "2011-03-04",
        "track": "away",
        "topics": ["general"],
        "title": "Envoy arrives",
        "summary": "The envoy arrives in the capital.",
        "importance": "2",
        "sources": [{"source": "page", "spans": [f"{at}-{at + 12}"]}],
    }
    assert (second["date"], second["track"]) == ("2011-05", "away")
    assert second["summary"] == "Two countries sign a treaty."
    fates = [each.get("cited_by") or each.get("dismissed") for each in mentions(of)]
    two = ["two-countries-sign-a-treaty"]
    assert fates == [
        *(["envoy-arrives"], "a length of time", two, two, "a forecast", "a length of time"),
    ]
    assert "6 steps written, 0 dates still open; " in run.stderr
    assert "has 2 events" in run.stderr


def test_what_a_walk_leaves_passes_every_check(of: Path) -> None:
    walk(of, *WHOLE)
    for command in (("check", "--strict"), ("coverage",)):
        run = kzt(*command, "-t", of)
        assert run.returncode == 0, run.stdout + run.stderr


def test_each_date_is_shown_with_its_sentence_and_how_it_is_read(of: Path) -> None:
    shown = walk(of, "", "", "", "", "", "").stdout
    assert "1 of 6  2011-03-04 (4 Mar 2011)  “4 March 2011”" in shown
    assert "    The envoy arrived on «4 March 2011».\n" in shown
    assert "2 of 6  a length of time  “30 days”" in shown
    assert shown.index("«4 March 2011»") < shown.index("«30 days»") < shown.index("«2031»")


def test_what_is_left_is_shown_the_next_time(of: Path) -> None:
    before = files(of)
    walk(of, *[""] * DATES)
    assert files(of) == before
    walk(of, *WHOLE[:4], "q")
    run = walk(of, "", "q")
    assert "1 of 6" not in run.stdout
    assert run.stdout.index("2 of 6") < run.stdout.index("3 of 6")
    assert "5 dates still open" in run.stderr


def test_nothing_is_open_after_a_whole_walk(of: Path) -> None:
    walk(of, *WHOLE)
    run = walk(of)
    assert "nothing is open" in run.stderr
    assert run.stdout == ""


def test_a_number_without_end_is_no_track(of: Path) -> None:
    run = walk(of, "Envoy arrives", "9" * 5000, "u", "q")
    assert "is none of them\n    Type its number, 1 to 2, or its name." in run.stderr


def test_the_first_event_of_a_new_timeline_gives_way(of: Path) -> None:
    run = walk(of, *WHOLE[:4], "q")
    text = of.read_text(encoding="utf-8")
    assert run.stdout.count("removed, still as `kzt new` wrote it: first-event, ") == 1
    for gone in ("first-event", "jane-smith", "example-page"):
        assert gone not in text
    assert "# People, offices, bodies and states" in text
    assert "# Importance is 1 for key events" in text


WRITTEN_OVER = {
    "title": ("The first event, to be replaced by yours", "Mine"),
    "summary": ("One to three sentences on what happened.", "Mine."),
    "what a source says": ("What the page says of it.", "Mine."),
    "importance": ("importance: 2\n  actors", "importance: 3\n  actors"),
    "date": ("first-event\n  date: '1991'", "first-event\n  date: '1992'"),
    "place": ("  importance: 2\n", "  importance: 2\n  place: Mine\n"),
    "comment": ("  importance: 2\n", "  importance: 2\n  # Mine.\n"),
}


@pytest.mark.parametrize(
    ("before", "after"),
    mostly_slow(WRITTEN_OVER.values(), [*WRITTEN_OVER.values()][::3], several=True),
    ids=WRITTEN_OVER,
)
def test_a_first_event_of_which_anything_was_written_over_stays(
    before: str, after: str, of: Path
) -> None:
    text = of.read_text(encoding="utf-8").replace(before, after, 1)
    assert after in text
    of.write_text(text, encoding="utf-8")
    run = walk(of, *WHOLE[:4], "q")
    assert "removed" not in run.stdout
    assert {event["id"] for event in events(of)} == {"first-event", "envoy-arrives"}
    kept = of.read_text(encoding="utf-8")
    assert kept[: kept.index("- id: envoy-arrives")] == text
    assert kzt("check", of).returncode == 0


IN_PART = [
    ("The title of the page", "A page", "example-page", "first-event, jane-smith"),
    ("https://example.org/page", "https://a.example", "example-page", "first-event, jane"),
    ("name: Jane Smith", "name: Ann Lee", "jane-smith", "first-event, example-page"),
    ("[J. Smith]", "[J. Smith, Mrs. S.]", "jane-smith", "first-event, example-page"),
]


@pytest.mark.parametrize(
    ("before", "after", "kept", "gone"), mostly_slow(IN_PART, IN_PART[::3], several=True)
)
def test_a_first_source_or_actor_of_which_anything_was_written_over_stays(
    before: str, after: str, kept: str, gone: str, of: Path
) -> None:
    of.write_text(of.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")
    run = walk(of, *WHOLE[:4], "q")
    assert f"removed, still as `kzt new` wrote it: {gone}" in run.stdout
    text = of.read_text(encoding="utf-8")
    assert after in text
    assert f"- id: {kept}\n" in text
    assert kzt("check", of).returncode == 0


def test_undo_brings_back_every_byte(of: Path) -> None:
    before = files(of)
    run = walk(of, *WHOLE, *["u"] * DATES, "q")
    assert files(of) == before
    assert "nothing was done" not in run.stderr
    assert "nothing was done before this date" in walk(of, "u").stderr


def test_undo_returns_to_what_was_left_for_later(of: Path) -> None:
    run = walk(of, "", "u", "q")
    assert run.stdout.count("1 of 6") == 2


def test_undo_takes_a_reason_back(of: Path) -> None:
    run = walk(of, "x wrogn", "u", "q")
    assert "x: wrogn" not in run.stdout.partition("2 of 6")[2].partition("1 of 6")[2]


@pytest.mark.slow
def test_undo_heeds_what_was_saved_meanwhile(of: Path) -> None:
    with terminal("seeds", "walk", "-t", str(of)) as walking:
        walking.until("1 of 6")
        walking.type("x no\r")
        walking.until("2 of 6")
        card = of.parent / "seeds" / "page.yaml"
        changed = card.read_text(encoding="utf-8") + "# mine\n"
        card.write_text(changed)
        walking.type("u\r")
        walking.until("was changed since")
        walking.type("q\r")
        assert walking.ended() == 0
    assert card.read_text(encoding="utf-8") == changed


@pytest.mark.slow
def test_what_an_editor_saves_meanwhile_stays(of: Path) -> None:
    with terminal("seeds", "walk", "-t", str(of)) as walking:
        walking.until("1 of 6")
        of.write_text(of.read_text(encoding="utf-8").replace("title: Envoys", "title: Two envoys"))
        walking.type("Envoy arrives\r")
        walking.until("Track")
        walking.type("1\r")
        walking.until("Summary")
        walking.type("\r")
        walking.until("Importance")
        walking.type("\r")
        walking.until("2 of 6")
        walking.type("q\r")
        assert walking.ended() == 0
    assert "title: Two envoys" in of.read_text(encoding="utf-8")
    assert [event["id"] for event in events(of)] == ["envoy-arrives"]


@pytest.mark.slow
def test_ctrl_c_loses_only_what_is_half_typed(of: Path) -> None:
    with terminal("seeds", "walk", "-t", str(of)) as walking:
        walking.until("1 of 6")
        walking.type("x no\r")
        walking.until("2 of 6")
        walking.type("\r")
        walking.until("3 of 6")
        walking.type("Two countries sign\r")
        walking.until("Track")
        walking.type("\x03")
        walking.until("1 step written, 5 dates still open")
        assert walking.ended() == 0
    assert mentions(of)[0]["dismissed"] == "no"
    assert events(of)[0]["id"] == "first-event"
    assert kzt("check", of).returncode == 0


def test_a_walk_killed_between_its_two_files_is_mended(of: Path) -> None:
    card = of.parent / "seeds" / "page.yaml"
    before = card.read_bytes()
    walk(of, *WHOLE[:4], "q")
    after = card.read_bytes()
    card.write_bytes(before)
    assert kzt("check", of).returncode == 1
    run = walk(of, "q")
    assert "1 date cited by events of yours already" in run.stderr
    assert card.read_bytes() == after
    assert "1 of 6" not in run.stdout


def test_a_date_is_never_invented(of: Path) -> None:
    run = walk(of, "", "Envoy stays", "", "2011", "", "", "u", "q")
    assert run.stderr.count("something is needed here") == 3
    assert "not written: “Envoy stays”" in run.stderr
    assert events(of)[0]["id"] == "first-event"
    walk(of, "", "Envoy stays", "31 feb 2011", "mar 2011", "“4 March” before it", "1", *["", ""])
    (event,) = events(of)
    assert (event["date"], event["inference"]) == ("2011-03", "“4 March” before it")
    assert kzt("check", of).returncode == 0


def test_another_date_needs_what_it_is_inferred_from(of: Path) -> None:
    run = walk(of, "d 2011-03-05", "Envoy arrives", "the log of the port", "1", "", "", "q")
    assert "1 of 6  2011-03-05 (5 Mar 2011)" in run.stdout
    (event,) = events(of)
    assert (event["date"], event["inference"]) == ("2011-03-05", "the log of the port")
    wider = walk(of, "", "d 2011", "d 31 feb", "q")
    assert "'31 feb' is not a date" in wider.stderr or "31 feb" in wider.stderr


def test_a_doubtful_date_is_marked_and_must_be_typed(of: Path) -> None:
    added(of, "On Friday, 4 May 2011 the envoy left.", "doubt.txt")
    run = walk(of, "Envoy leaves", "", "2011-05-04", "1", "", "", card=("doubt",))
    assert "2011-05-04 (4 May 2011), in doubt" in run.stdout
    assert "something is needed here" in run.stderr
    (event,) = events(of)
    assert event["date"] == "2011-05-04"


def test_an_event_outside_the_span_says_why(of: Path) -> None:
    run = walk(of, "", "", "", "", "Treaty lapses", "1", "", "", "its term", "q")
    assert "outside the span" in run.stdout
    assert events(of)[0]["outside_span"] == "its term"
    assert kzt("check", of).returncode == 0


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("T" * 81, "81 characters, at most 80 fit"),
        ("An\u00a0envoy", "looks like a space"),
        ("z", "'z' is not a command"),
        ("Z", "'Z' is not a command"),
        ("c", "no event is named above"),
        ("c nobody", "no event has 'nobody'"),
        ("c first-event", "no event has 'first-event'"),
        ("x y", "'y' is not text"),
        ("d 2011-13", "there is no month 13"),
        ("x an\u200benvoy", "U+200B"),
    ],
)
def test_what_cannot_be_is_said_and_asked_again(answer: str, said: str, of: Path) -> None:
    before = files(of)
    run = walk(of, answer, "q")
    assert said in run.stderr
    assert files(of) == before


def test_an_event_is_cited_by_words_of_its_title(of: Path) -> None:
    run = walk(of, *WHOLE[:6], "", "", "", "c ENVOY arr", "c two treaty", "c e", "q")
    assert [each.get("cited_by") for each in mentions(of)[3:5]] == [
        ["envoy-arrives"],
        ["two-countries-sign-a-treaty"],
    ]
    assert "'e' stands in 2 events" in run.stderr
    spans = [event["sources"][0]["spans"] for event in events(of)]  # type: ignore[index]
    assert [len(each) for each in spans] == [2, 2]
    assert kzt("check", of).returncode == 0


def test_the_rest_is_dismissed_at_once(of: Path) -> None:
    walk(of, *WHOLE[:4], "r background")
    assert [each.get("dismissed") for each in mentions(of)] == [None, *["background"] * 5]
    assert kzt("coverage", "-t", of).returncode == 0


def test_capitals_are_commands_too(of: Path) -> None:
    assert "step" in walk(of, "Q").stderr
    assert "TITLE" in walk(of, "?", "q").stdout


def test_more_of_the_text_is_shown(of: Path) -> None:
    run = walk(of, "w", "q")
    assert "parliaments debated it" in run.stdout
    assert "«4 March 2011». She stayed" in run.stdout


def test_without_the_text_it_says_where_it_is_looked_for(of: Path) -> None:
    (of.parent / "page.txt").unlink()
    run = kzt("seeds", "walk", "-t", of)
    assert run.returncode == 1
    assert f"page.txt, is neither in {of.parent / 'seeds'} nor beside the timeline" in run.stderr
    assert "--documents" in run.stderr
    elsewhere = of.parent / "texts"
    write(elsewhere, PAGE, "page.txt")
    run = kzt("seeds", "walk", "-t", of, "--documents", elsewhere, input="q\n")
    assert "«4 March 2011»" in run.stdout


def test_unknown_cards_and_faulty_timelines_are_refused(of: Path) -> None:
    run = kzt("seeds", "walk", "pgae", "-t", of)
    assert (run.returncode, "Did you mean page?" in run.stderr) == (1, True)
    of.write_text("events: 3\n", encoding="utf-8")
    run = kzt("seeds", "walk", "-t", of)
    assert run.returncode == 1
    assert "mine.yaml:" in run.stderr


def test_several_cards_follow_one_another(of: Path) -> None:
    added(of, "Talks began on 7 July 2011.", "talks.txt")
    run = walk(of, "r background", "", "Talks begin", "1", "", "", "")
    assert [event["id"] for event in events(of)] == ["talks-begin"]
    assert mentions(of, "talks")[0]["cited_by"] == ["talks-begin"]
    assert run.stderr.count("still open") == 2


def test_what_a_document_holds_is_not_obeyed_by_the_terminal(of: Path) -> None:
    added(of, "On 7 July 2011 \x1b]0;x\x07 it rained.", "odd.txt")
    run = walk(of, "q", card=("odd",))
    assert "\x1b" not in run.stdout + run.stderr


@pytest.mark.parametrize("seed", mostly_slow(range(6), range(2)))
def test_whatever_is_answered_the_timeline_stays_sound(seed: int, of: Path) -> None:
    """Random answers, among them nonsense; then everything is taken back."""
    chance = random.Random(seed)
    words = [
        *("", "", "x", "x gone", "c", "c envoy", "u", "w", "?", "d 2011", "d x", "1", "2"),
        *("o", "y", "p", "1 Jane Doe; Home Office", "3 jane", "talks, energy"),
        *("Envoy speaks", "Envoy: speaks # twice", "'Quoted' it is", "- dash", "2012", "no", "é"),
    ]
    before = files(of)
    run = walk(of, *[chance.choice(words) for _ in range(60)])
    check = kzt("check", of)
    assert check.returncode == 0, check.stdout + run.stdout
    assert files(of).keys() == before.keys()
    assert "Traceback" not in run.stderr
    left = int(re.findall(r"(\d+) dates? still open", run.stderr)[-1])
    assert left == sum(not ({"cited_by", "dismissed"} & each.keys()) for each in mentions(of))


def test_a_timeline_in_its_own_layout_keeps_it(tmp_path: Path) -> None:
    """Indented entries, comments, brackets and Windows line ends stay as they are."""
    text = (
        HEAD + "  # the first\n  - {id: one, date: 1992, track: home, topics: [talks], title: T,"
        " summary: S., importance: 2, sources: [{source: gazette, says: So.}]}\n"
        "  # the end\n"
    ).replace("\n", "\r\n")
    path = tmp_path / "own.yaml"
    path.write_bytes(text.encode())
    added(path, PAGE)
    walk(path, "Envoy arrives", "1", "2", "", "", "c one", "q")
    written = path.read_bytes().decode()
    assert [event["id"] for event in events(path)] == ["one", "envoy-arrives"]
    assert "\n" not in written.replace("\r\n", "")
    assert "  # the first\r\n  - {id: one, date: 1992" in written
    assert "  # the end\r\n" in written


def test_a_date_that_cannot_be_is_said_to_be_none(tmp_path: Path) -> None:
    of = tmp_path / "mine.yaml"
    begin = ("--title", "T", "--span", "1991/2024", "--track", "Home")
    assert kzt("new", of, *begin).returncode == 0
    text = "He left on June 31. They met on 13/13/2005. She came two days later. It was in May."
    added(of, text)
    page = of.parent / "seeds" / "page.yaml"
    card = page.read_text(encoding="utf-8")
    assert kzt("coverage", "-t", of).stdout.count("June has no day 31") == 1
    assert "13/13/2005 (a date that cannot be told: neither figure is a month)" in (
        kzt("coverage", "-t", of).stdout
    )
    shown = walk(of, "He leaves", "q").stdout
    assert "a date that cannot be told: June has no day 31  “June 31”" in " ".join(
        shown.split("\n")
    )
    assert "“June 31” is a date that cannot be told: June has no day 31" in shown
    # A card of an extraction that weighed nothing says no more than that there is no date.
    plain = card.replace("  anchor: 'doubtful: June has no day 31'\n", "")
    assert plain != card
    page.write_text(plain, encoding="utf-8")
    assert "June 31 (a date of a year that is not known)" in kzt("coverage", "-t", of).stdout


def test_a_date_in_doubt_is_told_by_what_it_can_be(of: Path) -> None:
    page = of.parent / "seeds" / "page.yaml"
    card = page.read_text(encoding="utf-8")
    doubted = "  kind: relative\n  anchor: 'doubtful: 2011-05 (0.53) or 2010-05 (0.40)'\n"
    changed = re.sub(
        r"(  text: May 2011\n)  kind: date\n  date: '2011-05'\n", rf"\1{doubted}", card, count=1
    )
    assert changed != card
    page.write_text(changed, encoding="utf-8")
    assert "May 2011 (2011-05 or 2010-05)" in kzt("coverage", "-t", of).stdout

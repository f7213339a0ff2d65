"""`kzt seeds cite` and `dismiss`: many mentions of a card at once, and nothing else changed."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kztimeline.documents.card_editing import with_mentions
from kztimeline.documents.fates import anchor_in_words, cited_by_spans, dismissed, is_open
from kztimeline.loading.examination import card_of
from kztimeline.timeline.model import Timeline
from tests.commands import kzt
from tests.conftest import ROOT
from tests.documents.test_ledger import CAME, SHORT, card, citing, folder, mention
from tests.files import HEAD, timeline, write
from tests.sampling import mostly_slow

OPEN = mention(SHORT, "4 March 2011", "2011-03-04", "anchor: a day")
LENGTH = mention(SHORT, "30 days", "2011-03", "anchor: a length").replace(
    "kind: date", "kind: duration"
)


def ledger(path: Path) -> str:
    return (path.parent / "seeds" / "001.yaml").read_text(encoding="utf-8")


@pytest.mark.slow
def test_events_are_named_from_their_spans(tmp_path: Path) -> None:
    path = folder(tmp_path, CAME, OPEN, LENGTH)
    assert kzt("check", path).returncode == 1
    run = kzt("seeds", "cite", "-t", path)
    assert run.returncode == 0, run.stderr
    assert "1 date changed, 1 still open" in run.stderr
    assert ledger(path) == card(SHORT, OPEN + "    cited_by: [came]\n", LENGTH)
    assert kzt("check", path).returncode == 0
    again = kzt("seeds", "cite", "-t", path)
    assert "0 dates changed" in again.stderr
    run = kzt("seeds", "dismiss", "001", "--rest", "--reason", "a length: 30 days", "-t", path)
    assert run.returncode == 0, run.stderr
    assert ledger(path).endswith("    dismissed: 'a length: 30 days'\n")
    assert kzt("coverage", "-t", path).returncode == 0


LAYOUTS: dict[str, Callable[[str], str]] = {
    "comments": lambda text: (
        text.replace("    kind:", "    # why\n    kind:") + "    # the end\n# end\n"
    ),
    "no line end": lambda text: text.rstrip("\n"),
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "flush with its key": lambda text: text.replace("\n  ", "\n"),
    "a key after": lambda text: re.sub(
        r"^(language: en\n)(.*)", r"\2\1", text, flags=re.DOTALL | re.MULTILINE
    ),
    "a text in lines": lambda text: text.replace("anchor: a day", "anchor: >\n      a\n      day"),
    "a text that goes on": lambda text: text.replace("anchor: a day", "anchor: 'a\n\n      day'"),
    "cited by none": lambda text: text.replace("anchor: a day", "cited_by: []"),
    "cited by another": lambda text: text.replace("anchor: a day", "cited_by: [late] # so"),
    "one a line": lambda text: text.replace("anchor: a day", "cited_by:\n      - late"),
    "one a line, flush": lambda text: text.replace("anchor: a day", "cited_by:\n    - late"),
    "another order": lambda text: text.replace(
        "  - span: 18-30\n    text: 4 March 2011\n", "  - text: 4 March 2011\n    span: 18-30\n"
    ),
    "BOM": lambda text: f"\ufeff{text}",
}
LATE = citing("late", "2011-03-04", SHORT, "came on 4 March 2011")


@pytest.mark.parametrize("layout", mostly_slow(LAYOUTS, [*LAYOUTS][::3]))
def test_all_else_stands_as_it_stood(layout: str, tmp_path: Path) -> None:
    path = folder(tmp_path, CAME + LATE)
    before = LAYOUTS[layout](card(SHORT, OPEN, LENGTH)).encode()
    written = path.parent / "seeds" / "001.yaml"
    written.write_bytes(before)
    document = card_of(written, before).document
    assert document is not None
    run = kzt("seeds", "cite", "-t", path)
    assert run.returncode == 0, run.stderr
    now = card_of(written, written.read_bytes()).document
    assert now is not None
    assert sorted(now.mentions[0].cited_by) == ["came", "late"]
    assert now.mentions[1] == document.mentions[1]
    old, new = before.splitlines(), written.read_bytes().splitlines()
    kept = [line for line in old if b"cited_by" not in line]
    assert [line for line in new if line in kept] == kept
    assert len(new) - len(old) <= 1
    assert kzt("check", path).returncode == 0


def test_what_cannot_be_edited_safely_is_written_anew_or_left(tmp_path: Path) -> None:
    path = folder(tmp_path, CAME)
    flow = "  - {span: 18-30, text: 4 March 2011, kind: date, date: 2011-03-04}\n"
    write(tmp_path, card(SHORT, flow), "seeds/001.yaml")
    assert kzt("seeds", "cite", "-t", path).returncode == 0
    assert "- came" in ledger(path)
    commented = card(SHORT, flow + "# mind this\n")
    write(tmp_path, commented, "seeds/001.yaml")
    run = kzt("seeds", "cite", "-t", path)
    assert run.returncode == 1
    assert "seeds/001.yaml: " in run.stderr
    assert ledger(path) == commented


def test_a_date_that_is_not_the_events_stays_open(tmp_path: Path) -> None:
    event = citing("came", "2011-03-05", SHORT, SHORT)
    path = folder(tmp_path, event, OPEN, LENGTH)
    assert "0 dates changed" in kzt("seeds", "cite", "-t", path).stderr
    inferred = citing("came", "2011-03-05", SHORT, SHORT, inference="The next day.")
    path.write_text(HEAD + inferred, encoding="utf-8")
    assert "2 dates changed, 0 still open" in kzt("seeds", "cite", "-t", path).stderr
    path = folder(tmp_path, event, OPEN, LENGTH)
    run = kzt("seeds", "cite", "--every", "-t", path)
    assert run.returncode == 1
    assert "would not pass" in run.stderr
    assert ledger(path) == card(SHORT, OPEN, LENGTH)


def test_what_was_dismissed_and_is_cited_now_is_named(tmp_path: Path) -> None:
    path = folder(tmp_path, CAME, OPEN + "    dismissed: background\n", LENGTH)
    remedy = f"It is dismissed: `kzt seeds reopen 001 18-30 -t {path}` opens it in "
    assert remedy in kzt("check", path).stdout
    run = kzt("seeds", "cite", "-t", path)
    assert "dismisses '4 March 2011' at 18-30, which came cites" in run.stderr
    assert f"`kzt seeds reopen 001 18-30 -t {path}` opens it" in run.stderr
    assert kzt("seeds", "reopen", "001", "18-30", "-t", path).returncode == 0
    run = kzt("seeds", "cite", "-t", path)
    assert "1 date changed" in run.stderr
    assert "dismisses" not in run.stderr
    assert kzt("check", path).returncode == 0


def test_the_date_that_check_names_is_the_one_that_cite_takes(tmp_path: Path) -> None:
    text = "It began in the spring of 1981, and on 5 May 1981 they met."
    spring = mention(text, "the spring of 1981", "1981-03~/1981-05~", "anchor: a season")
    day = mention(text, "5 May 1981", "1981-05-05", "anchor: a day")
    path = folder(tmp_path, citing("met", "1981-05-05", text, text), spring, day, text=text)
    path.write_text(path.read_text().replace("span: 1991/2024", "span: 1980/2024"))
    at = f"'5 May 1981' at {text.index('5 May')}-{text.index(' they met')}"
    said = kzt("check", path).stdout
    assert at in said
    assert f"as `kzt seeds cite -t {path}` does" in said
    assert kzt("seeds", "cite", "-t", path).returncode == 0
    assert ledger(path) == card(text, spring, day + "    cited_by: [met]\n")
    assert kzt("check", path).returncode == 0


def test_where_cite_takes_no_date_check_does_not_send_there(tmp_path: Path) -> None:
    path = folder(tmp_path, citing("came", "2011-03-05", SHORT, SHORT), OPEN, LENGTH)
    assert "0 dates changed" in kzt("seeds", "cite", "-t", path).stderr
    said = kzt("check", path).stdout
    assert f"Its date is 2011-03-04: write that and run `kzt seeds cite -t {path}`" in said


def test_the_old_id_of_an_event_renamed_is_taken_out(tmp_path: Path) -> None:
    path = folder(tmp_path, CAME, OPEN + "    cited_by: [arrived]\n", LENGTH)
    said = kzt("check", path).stdout
    assert f"remove it from `cited_by`, as `kzt seeds cite -t {path}` does" in said
    run = kzt("seeds", "cite", "-t", path)
    assert "taken out, since there is no such event: arrived" in run.stderr
    assert ledger(path) == card(SHORT, OPEN + "    cited_by: [came]\n", LENGTH)
    assert kzt("check", path).returncode == 0
    assert "taken out" not in kzt("seeds", "cite", "-t", path).stderr


@pytest.mark.parametrize("damage", ["", "  - id: [\n"])
def test_the_events_of_another_timeline_stay(damage: str, tmp_path: Path) -> None:
    path = folder(tmp_path, "", OPEN + "    cited_by: [came]\n", LENGTH)
    path.write_text(HEAD.replace("events:\n", "events: []\n"), encoding="utf-8")
    write(tmp_path, HEAD + CAME + damage, "other.yaml")
    before = ledger(path)
    assert kzt("seeds", "cite", "-t", path).returncode == 0
    assert ledger(path) == before


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ([], 2, "--reason is missing"),
        (["--reason", "so"], 2, "no date is named"),
        (["--reason", " so", "--rest"], 2, "--reason: the text begins or ends with a space"),
        (["--reason", "so", "--kind", "age"], 2, "The card has date, duration."),
        (["--reason", "so", "18-29"], 1, "Did you mean 18-30?"),
        (["--reason", "so", "0-3"], 1, "no date of the card 001 stands there"),
        (["--reason", "so", "x"], 2, "'x' is not a span"),
        (["--reason", "so", "18-30", "0-3"], 1, "no date of the card 001 stands there"),
    ],
)
def test_what_is_to_be_dismissed_is_named(
    words: list[str], code: int, said: str, tmp_path: Path
) -> None:
    path = folder(tmp_path, "", OPEN, LENGTH)
    path.write_text(HEAD.replace("events:\n", "events: []\n"), encoding="utf-8")
    before = ledger(path)
    run = kzt("seeds", "dismiss", "001", *words, "-t", path)
    assert run.returncode == code
    assert said in run.stderr
    assert ledger(path) == before
    run = kzt("seeds", "dismiss", "01", "--rest", "--reason", "so", "-t", path)
    assert (run.returncode, "there is no card '01'" in run.stderr) == (1, True)


def test_what_is_cited_is_not_dismissed(tmp_path: Path) -> None:
    path = folder(tmp_path, CAME, OPEN + "    cited_by: [came]\n", LENGTH)
    run = kzt("seeds", "dismiss", "001", "18-30", "--reason", "so", "-t", path)
    assert run.returncode == 1
    assert "is cited by came" in run.stderr
    assert kzt("seeds", "dismiss", "001", "--rest", "--reason", "so", "-t", path).returncode == 0
    assert ledger(path).count("dismissed: so") == 1


@pytest.mark.parametrize("words", [("--rest", "--kind", "duration"), ("--kind", "duration")])
def test_the_rest_of_a_kind_is_no_other_kind(words: tuple[str, ...], tmp_path: Path) -> None:
    path = folder(tmp_path, CAME, OPEN, LENGTH)
    run = kzt("seeds", "dismiss", "001", *words, "--reason", "a length", "-t", path)
    assert "1 date changed, 1 still open" in run.stderr
    length = LENGTH.removesuffix("\n") + "\n    dismissed: a length\n"
    assert ledger(path) == card(SHORT, OPEN, length)


def test_the_rest_of_a_card_that_another_timeline_cites_is_not_dismissed(tmp_path: Path) -> None:
    path = folder(tmp_path, CAME, OPEN, LENGTH)
    other = write(tmp_path, timeline(), "other.yaml")
    before = ledger(path)
    words = ("seeds", "dismiss", "001", "--rest", "--reason", "so")
    run = kzt(*words, "-t", other)
    assert run.returncode == 1
    assert f"no event of {other} cites the card 001, and {path} does" in run.stderr
    assert f"-t {path}" in run.stderr
    assert ledger(path) == before
    run = kzt(*words, "-t", path)
    assert (run.returncode, "no event of" in run.stderr) == (0, False)


def test_the_rest_of_a_card_that_nobody_cites_is_dismissed_and_that_said(tmp_path: Path) -> None:
    path = folder(tmp_path, "", OPEN, LENGTH)
    path.write_text(timeline(), encoding="utf-8")
    run = kzt("seeds", "dismiss", "001", "--rest", "--reason", "so", "-t", path)
    assert run.returncode == 0
    assert f"no event of {path} cites the card 001\n" in run.stderr
    assert ledger(path).count("dismissed: so") == 2


@pytest.mark.parametrize("number", range(5))
def test_the_ledger_of_the_built_in_timeline_can_be_filled(
    number: int, builtin: Timeline, tmp_path: Path
) -> None:
    """Strip a card of its events; what comes back is what a careful reader had written."""
    document = builtin.documents[number]
    path = Path(shutil.copy(ROOT / "seeds" / f"{document.id}.yaml", tmp_path))
    content = path.read_bytes()
    assert with_mentions(path, content, document, document.mentions) == content
    stripped = re.sub(r"    cited_by:\n(?:    - .*\n)+", "", content.decode()).encode()
    bare = card_of(path, stripped).document
    assert bare is not None
    assert sum(map(is_open, bare.mentions)) > sum(map(is_open, document.mentions))
    now = cited_by_spans(bare, builtin.events)
    card = card_of(path, with_mentions(path, stripped, bare, now)).document
    assert card is not None
    assert card.mentions == now
    pairs = [(n, event) for n, each in enumerate(document.mentions) for event in each.cited_by]
    assert sum(event in now[n].cited_by for n, event in pairs) >= 0.8 * len(pairs)
    everything = cited_by_spans(bare, builtin.events, every=True)
    for made, written in zip(everything, document.mentions, strict=True):
        assert set(made.cited_by) >= set(written.cited_by)
    rest = {index for index, each in enumerate(now) if is_open(each)}
    closed = dismissed(replace(bare, mentions=now), rest, "left: over")
    assert not any(map(is_open, closed))


def two_cards(tmp_path: Path, second: str) -> Path:
    """Return a timeline with an event that cites a passage of each of two cards."""
    at = SHORT.index("came on 4 March 2011")
    also = f"      - source: '002'\n        spans: [{at}-{at + len('came on 4 March 2011')}]\n"
    path = folder(tmp_path, CAME + also, OPEN, LENGTH)
    write(tmp_path, SHORT, "seeds/002.txt")
    write(tmp_path, card(SHORT, second).replace("'001'", "'002'"), "seeds/002.yaml")
    return path


def test_all_cards_are_cited_at_once(tmp_path: Path) -> None:
    path = two_cards(tmp_path, OPEN)
    run = kzt("seeds", "cite", "-t", path)
    assert run.returncode == 0, run.stderr
    assert run.stderr.count("1 date changed") == 2
    assert kzt("check", path).returncode == 0


def test_where_one_card_cannot_be_edited_none_is(tmp_path: Path) -> None:
    flow = "  - {span: 18-30, text: 4 March 2011, kind: date, date: 2011-03-04}\n# mind this\n"
    path = two_cards(tmp_path, flow)
    before = [(path.parent / "seeds" / f"00{n}.yaml").read_bytes() for n in (1, 2)]
    run = kzt("seeds", "cite", "-t", path)
    assert run.returncode == 1
    assert "002.yaml: the mentions are not written one key a line" in run.stderr
    assert "changed" not in run.stderr
    assert [(path.parent / "seeds" / f"00{n}.yaml").read_bytes() for n in (1, 2)] == before


@pytest.mark.parametrize(
    ("anchor", "words"),
    [
        ("published 2005-03-14", "publication on 14 Mar 2005"),
        ("publication date 2012-03", "publication in March 2012"),
        ("the conference of 2011-06-02", "the conference of 2 Jun 2011"),
        ("“Since 1991” in the same sentence", "“Since 1991” in the same sentence"),
        ("“two days” at 1005-1013", "“two days” at 1005-1013"),
        ("January 1996", "January 1996"),
        ("the day 2011-13-40", "the day 2011-13-40"),
    ],
)
def test_what_a_date_was_counted_from_has_its_dates_in_words(anchor: str, words: str) -> None:
    assert anchor_in_words(anchor) == words

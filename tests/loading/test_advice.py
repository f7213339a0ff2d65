"""Whoever does what `kzt check` says of a mistaken file has a sound one, and has lost nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kztimeline.loading.findings import Finding
from kztimeline.loading.loader import examine
from tests.commands import kzt
from tests.conftest import ROOT
from tests.files import write

SOUND = (ROOT / "examples" / "marbury-v-madison.yaml").read_text(encoding="utf-8")
SECOND = "- id: marshall-confirmed-1801\n"
SOURCE = "  - source: archives-judiciary-act\n"


def findings_of(text: str, *, strict: bool = False) -> list[Finding]:
    """Return what is wrong with a text."""
    return examine(Path("nowhere/events.yaml"), text.encode(), strict=strict)[0]


def line_of(text: str, part: str) -> int:
    """Return the line on which the first `part` of a text begins."""
    return text[: text.index(part)].count("\n") + 1


def written(right: str, instead: str, text: str = SOUND) -> str:
    """Return the sound file with something else written in one place."""
    assert right in text
    return text.replace(right, instead, 1)


def deeper(text: str, by: int) -> str:
    """Return the sound file with its events indented by more spaces."""
    head, events = text.split("\nevents:\n")
    lines = (" " * by + line for line in events.splitlines())
    return "\n".join([head, "events:", *lines, ""])


@pytest.mark.parametrize("events_at", [0, 2, 4])
@pytest.mark.parametrize("at", range(8))
@pytest.mark.parametrize("dash", ["- ", ""], ids=["with a dash", "without"])
@pytest.mark.parametrize("below_a_note", [False, True], ids=["below a list", "below a note"])
def test_a_new_entry_is_told_once_with_its_indent(
    events_at: int, at: int, dash: str, below_a_note: bool
) -> None:
    text = deeper(SOUND, events_at)
    right = " " * events_at + SECOND
    if below_a_note:
        text = text.replace(right, " " * events_at + "  note: The first of its kind.\n" + right)
    mistaken = written(right, " " * at + dash + SECOND[2:], text)
    if mistaken == text:
        return
    (found,) = findings_of(mistaken)
    assert found.line == line_of(text, right)
    count = f"{events_at} space"
    if dash:
        assert f"Indent it by {count}" in found.remedy or f"indented by {count}" in found.remedy
    else:
        assert "dash" in found.problem or "a new entry begins here" in found.problem
        assert f"Write `- id: …`, indented by {count}" in found.remedy


@pytest.mark.parametrize(
    ("right", "mistaken", "begins"),
    [
        (SOURCE, "    source: archives-judiciary-act\n", "source"),
        ("- id: politics\n", "  id: politics\n", "id"),
        ("- id: britannica-election\n", "  id: britannica-election\n", "id"),
        ("  - by: Henry Adams\n", "    by: Henry Adams\n", "by"),
        ("- id: court\n", "  id: court\n", "id"),
        ("- id: judiciary-act-1789\n", "  id: judiciary-act-1789\n", "id"),
    ],
)
def test_any_entry_without_its_dash_is_told_once(right: str, mistaken: str, begins: str) -> None:
    (found,) = findings_of(written(right, mistaken))
    assert found.line == line_of(SOUND, right)
    assert f"Write `- {begins}: …`, indented by" in found.remedy


def test_each_of_several_entries_without_a_dash_is_told() -> None:
    text = written("- id: votes-counted-1801", "  id: votes-counted-1801")
    found = findings_of(written(SECOND, f"  {SECOND[2:]}", text))
    assert [each.line for each in found] == [
        line_of(SOUND, SECOND),
        line_of(SOUND, "- id: votes-counted-1801"),
    ]


def test_a_mention_of_a_card_without_its_dash_is_told_once(tmp_path: Path) -> None:
    mention = "  {}span: {}\n    text: x\n    kind: date\n    date: 2011\n    dismissed: so\n"
    card = tmp_path / "seeds" / "001.yaml"
    card.parent.mkdir()
    card.write_text(f"id: '001'\nmentions:\n{mention.format('- ', '1-2')}"
                    f"{mention.format('  ', '3-4')}", encoding="utf-8")  # fmt: skip
    (found,) = examine(tmp_path / "events.yaml", SOUND.encode())[0]
    assert (found.file, found.line) == (str(card), 8)
    assert "Write `- span: …`, indented by 2 spaces as on line 3." in found.remedy


AGAIN = {
    "the same list": (SECOND, f"events:\n{SECOND}"),
    "a list of an entry": ("  - law\n  title", "  - law\n  topics:\n  - elections\n  title"),
    "the heading": ("  copy_hosts:\n", "timeline:\n  copy_hosts:\n"),
}


@pytest.mark.parametrize("name", AGAIN)
def test_a_list_that_begins_again_loses_no_entry(name: str) -> None:
    text = written(*AGAIN[name])
    (found,) = findings_of(text)
    assert "stands twice" in found.problem
    assert found.remedy.startswith("Remove this line alone")
    lines = text.splitlines()
    del lines[found.line - 1]
    assert findings_of("\n".join([*lines, ""])) == []


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        (f"{SOUND}topics: []\n", "which is empty"),
        (f"{SOUND}events:\n", "which is empty"),
        (
            written("  - law\n  title", "  - law\n  topics: [elections]\n  title"),
            "which is to have the entries of both",
        ),
    ],
)
def test_of_two_lists_the_one_to_be_removed_is_named(text: str, remedy: str) -> None:
    (found,) = findings_of(text)
    assert found.remedy.startswith("Remove one of them")
    assert remedy in found.remedy


def test_a_list_that_begins_again_elsewhere_is_to_be_moved() -> None:
    entry = "- id: q\n  title: Q\n  publisher: Q\n  URL: https://q.example/q\n"
    (found,) = findings_of(f"{SOUND}sources:\n{entry}")
    at = line_of(SOUND, "\nsources:") + 1
    assert f"Move what is below it to the end of 'sources' on line {at}" in found.remedy


def test_a_file_pasted_twice_is_told_once() -> None:
    (found,) = findings_of(SOUND + SOUND)
    assert "the file begins again here" in found.problem


SUMMARY = SOUND[SOUND.index("  summary: The act sets up") : SOUND.index("  importance: 1")]
MARKS = ["<<<<<<< HEAD", "||||||| base", "=======", ">>>>>>> abc"]
HOLDING_TEXTS = {
    "plain": SUMMARY,
    "folded": "  summary: >-\n    The act sets up\n    three levels.\n",
    "literal": "  summary: |\n    The act sets up\n    three levels.\n",
    "quoted": "  summary: 'The act sets up\n    three levels.'\n",
}


@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=ascii)
@pytest.mark.parametrize("indent", ["", "  ", "    ", "      "])
@pytest.mark.parametrize("kind", HOLDING_TEXTS)
@pytest.mark.parametrize("mark", MARKS)
def test_what_a_merge_has_left_is_never_read_as_text(
    mark: str, kind: str, indent: str, line_end: str
) -> None:
    first, *rest = HOLDING_TEXTS[kind].splitlines()
    text = written(SUMMARY, "\n".join([first, f"{indent}{mark}", *rest, ""]))
    found = findings_of(text.replace("\n", line_end))
    assert [each.line for each in found] == [line_of(SOUND, SUMMARY) + 1]
    assert "merge" in found[0].problem
    assert "Remove the line" in found[0].remedy
    assert findings_of(text.replace(f"{indent}{mark}\n", "")) == []


@pytest.mark.parametrize("indent", ["", "  ", "    "])
@pytest.mark.parametrize("ancestor", ["", "||||||| base\n    to the officials\n"])
def test_an_indented_merge_is_told_once(indent: str, ancestor: str) -> None:
    ours, theirs = "    to act.\n", "    to act now.\n"
    merge = f"<<<<<<< HEAD\n{ours}{ancestor}=======\n{theirs}>>>>>>> b\n"
    merge = "".join(line if line[:1] == " " else indent + line for line in merge.splitlines(True))
    text = written("    officials to act, the very power at stake later.\n", merge)
    (found,) = findings_of(text)
    assert (found.line, found.column) == (line_of(SOUND, SUMMARY) + 1, len(indent) + 1)
    assert "Keep one side" in found.remedy
    assert findings_of(text.replace(merge, ours)) == []


def test_each_mark_that_is_left_is_told() -> None:
    text = written(SECOND, f"=======\n{SECOND}")
    found = findings_of(written("tracks:\n", ">>>>>>> abc\ntracks:\n", text))
    assert [each.source_line for each in found] == [">>>>>>> abc", "======="]


def test_a_line_of_other_signs_is_no_mark() -> None:
    sound = "  summary: |\n    The act\n    ========\n    <<<<<<<HEAD\n    sets up three.\n"
    assert findings_of(written(SUMMARY, sound)) == []


def test_a_file_cut_within_a_word_is_told_of_though_nothing_else_is_wrong(tmp_path: Path) -> None:
    start = SOUND.index("says: Elected on February 17")
    path = write(tmp_path, SOUND[: start + 20])
    run = kzt("check", path)
    assert run.returncode == 0
    assert "5 events, nothing wrong" in run.stderr
    assert f"{path}: it may have been cut short, since line" in run.stderr
    assert "cut short" not in kzt("check", write(tmp_path, SOUND)).stderr


@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=ascii)
def test_strict_says_that_the_last_line_ends_with_a_newline(tmp_path: Path, line_end: str) -> None:
    whole = SOUND.replace("\n", line_end)
    path = tmp_path / "events.yaml"
    path.write_bytes(whole.rstrip().encode())
    run = kzt("check", "--strict", path)
    assert run.returncode == 1
    assert run.stdout.count("cut short") == 1
    assert "end its last line with a newline" in run.stdout
    path.write_bytes(whole.encode())
    assert "cut short" not in kzt("check", "--strict", path).stdout


def test_a_card_cut_short_is_told_of(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    events = write(tmp_path, (ROOT / "events.yaml").read_text(encoding="utf-8"))
    card = next(iter(sorted((tmp_path / "seeds").glob("*.yaml"))))
    card.write_text(card.read_text(encoding="utf-8").rstrip(), encoding="utf-8")
    run = kzt("check", events)
    assert run.returncode == 0
    assert f"{card}: it may have been cut short" in run.stderr


TWICE = {
    "topic 'law'": ("  topics:\n  - law\n", "  - law\n"),
    "actor 'us-congress'": ("  - us-congress\n  - washington\n", "  - us-congress\n"),
    "source 'archives-order'": ("  - archives-order\n", "  - archives-order\n"),
}


@pytest.mark.parametrize("what", TWICE)
def test_what_is_listed_twice_is_told_at_its_second_line(what: str) -> None:
    right, again = TWICE[what]
    text = written(right, right + again)
    (found,) = findings_of(text)
    assert found.line == line_of(SOUND, right) + right.count("\n")
    assert found.problem == f"the {what} is listed here already"
    lines = text.splitlines(True)
    del lines[found.line - 1]
    assert "".join(lines) == SOUND

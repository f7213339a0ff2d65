"""What changes a text without showing is found, wherever it stands; what belongs there is not."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path

import pytest

from kztimeline.loading.findings import Finding
from kztimeline.loading.loader import examine
from kztimeline.text.letters.unseen import in_place, unseen, without_unseen
from tests.commands import kzt
from tests.files import event, timeline, write

# A text with something that does not show, the character it is about, a word of the problem.
HIDDEN = {
    "left-to-right mark": ("the en\u200evoy", "U+200E", "left-to-right mark"),
    "right-to-left override": ("the \u202eenvoy", "U+202E", "cannot be seen"),
    "isolate": ("the \u2066envoy\u2069", "U+2066", "cannot be seen"),
    "Arabic letter mark": ("the\u061c envoy", "U+061C", "cannot be seen"),
    "zero width space": ("the en\u200bvoy", "U+200B", "cannot be seen"),
    "zero width joiner": ("the en\u200dvoy", "U+200D", "cannot be seen"),
    "zero width non-joiner": ("the en\u200cvoy", "U+200C", "cannot be seen"),
    "word joiner": ("the\u2060envoy", "U+2060", "cannot be seen"),
    "invisible times": ("2\u2062x", "U+2062", "cannot be seen"),
    "soft hyphen": ("the en\u00advoy", "U+00AD", "soft hyphen"),
    "byte order mark": ("the \ufeffenvoy", "U+FEFF", "byte order mark"),
    "grapheme joiner": ("the en\u034fvoy", "U+034F", "cannot be seen"),
    "Hangul filler": ("the \u3164envoy", "U+3164", "cannot be seen"),
    "variation selector": ("the envoy\ufe0f speaks", "U+FE0F", "cannot be seen"),
    "further selector": ("the envoy\U000e0101", "U+E0101", "cannot be seen"),
    "tag character": ("the envoy\U000e0065", "U+E0065", "cannot be seen"),
    "no character": ("the envoy\ufdd0", "U+FDD0", "cannot be seen"),
    "no-break space": ("the\u00a0envoy", "U+00A0", "looks like a space"),
    "narrow no-break space": ("5\u202f000", "U+202F", "looks like a space"),
    "thin space": ("5\u2009000", "U+2009", "looks like a space"),
    "ideographic space": ("the\u3000envoy", "U+3000", "looks like a space"),
    "no-break hyphen": ("anti\u2011nuclear", "U+2011", "looks like a hyphen"),
    "ligature": ("the o\ufb03ce", "U+FB03", "looks like 'ffi'"),
    "older sign for a letter": ("\u212bngström", "U+00C5", "'Å' is written as U+212B"),
    "replacement character": ("the en\ufffdoy", "U+FFFD", "lost"),
    "private use": ("the envoy \ue001", "U+E001", "typeface"),
    "accent apart": (
        "the cafe\u0301",
        "U+00E9",
        "'é' is written as two characters, e and an accent",
    ),
    "ring apart": ("A\u030alesund", "U+00C5", "two characters, A and an accent"),
    "Cyrillic in a Latin word": ("the env\u043ey", "U+043E", "mixes alphabets"),
    "Greek in a Latin word": ("the env\u03bfy", "U+03BF", "mixes alphabets"),
    "Latin in a Cyrillic word": ("Алмaты", "U+0061", "mixes alphabets"),
    "Cyrillic in an acronym": ("the OSC\u0415", "U+0415", "mixes alphabets"),
}

# What looks alike and belongs where it stands.
IN_PLACE = (
    "Қазақстан Республикасы",
    "Нұрсұлтан Назарбаев (Nursultan Nazarbayev)",
    "ОБСЕ и OSCE",
    "Größe, Ålesund, São Tomé, İstanbul, naïve",
    "“the envoy’s” – visit — and more…",
    "می\u200cخواهم",  # a non-joiner within a Persian word
    "क्\u200dष",  # a joiner in Devanagari
    "\U0001f469\u200d\U0001f4bb",  # a joiner between emoji
    "❤\ufe0f and 1\ufe0f\u20e3",  # selectors after signs
    "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",  # a flag
    "葛\U000e0100城",  # a variant of an ideograph
    "２０１２年、神\ufa19社",  # full width and a variant ideograph, as in a Japanese name
    "№ 5, 20 °C, ½, x², €5",
    "תל אביב and القاهرة",
)


def findings_of(text: str) -> list[Finding]:
    return examine(Path("nowhere/events.yaml"), text.encode())[0]


@pytest.mark.parametrize("name", HIDDEN)
def test_what_does_not_show_is_found_at_its_place(name: str) -> None:
    hidden, code, problem = HIDDEN[name]
    line = f"    place: {hidden}"
    found = findings_of(timeline(event(place=hidden)))
    assert {each.source_line for each in found} == {line}
    first = found[0]
    assert (code in first.problem + first.remedy, problem in first.problem) == (True, True)
    at = line.rfind(chr(int(code[2:], 16)))
    if at < 0:  # it is made of the characters here
        composed = unicodedata.normalize("NFC", line)
        at = next(n for n in range(len(composed)) if line[n] != composed[n])
    assert first.column == at + 1
    assert first.remedy


@pytest.mark.parametrize("text", IN_PLACE)
def test_what_belongs_there_is_let_stand(text: str) -> None:
    assert findings_of(timeline(event(place=text))) == []
    assert without_unseen(text) == text


FIELDS = (
    *("title: Two countries", "name: Home", "name: Talks", "name: Jane Smith", "[Smyth]"),
    *("title: Envoy", "title: What", "publisher: The", "URL: https", "issued: 1992"),
    *("id: gazette", "id: one", "date: 1992-03-02", "track: away", "[talks]", "summary: The"),
    *("importance: 2", "[smith]", "source: gazette", "says: The"),
)


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_is_looked_at(field: str) -> None:
    text = timeline()
    assert field in text
    hidden = text.replace(field, f"{field[:-1]}\u200b{field[-1]}", 1)
    found = [each for each in findings_of(hidden) if "U+200B" in each.problem]
    assert len(found) == 1
    assert found[0].source_line[found[0].column - 1] == "\u200b"


@pytest.mark.parametrize(
    "escape", [r"\u200b", r"\xad", r"\uFEFF", r"\U000E0065", r"\_", r"e\u0301"]
)
def test_an_escape_hides_nothing(escape: str) -> None:
    (found,) = findings_of(timeline(event(place=f'"the en{escape}voy"')))
    assert escape in found.source_line
    assert "U+" in found.problem + found.remedy


def test_one_kind_is_said_once_a_line() -> None:
    found = findings_of(timeline(event(place="a\u00a0b\u00a0c\u200bd", note="e\u00a0f")))
    assert [(each.problem[:6], each.source_line.strip()[:5]) for each in found] == [
        ("U+00A0", "place"),
        ("U+200B", "place"),
        ("U+00A0", "note:"),
    ]


def test_check_shows_the_place_in_a_process(tmp_path: Path) -> None:
    bad = write(tmp_path, timeline(event(place="the \u202eenvoy")))
    run = kzt("check", bad)
    assert run.returncode == 1
    place, shown, caret, remedy = run.stdout.splitlines()
    assert re.search(r":\d+:16: U\+202E \(right-to-left override\) cannot be seen$", place)
    assert shown.index("envoy") == caret.index("^") + 1
    assert "\u202e" not in run.stdout
    assert remedy.strip() == "Remove it."
    given = json.loads(kzt("check", "--format", "json", bad).stdout)
    assert [(each["line"], each["column"]) for each in given] == [(int(place.split(":")[1]), 16)]


def test_a_text_in_one_line_is_as_long_as_it_was() -> None:
    text = "December\r\n \u00a0\t16\u200b,\x0c2011"
    assert in_place(text) == "December     16 , 2011"
    assert len(in_place(text)) == len(text)


@pytest.mark.slow
def test_a_long_text_is_looked_through_at_once() -> None:
    for unit in ("a", "é", "\u200b", "e\u0301", "A\u0430", "\U000e0067", "\n\u00a0", "Алматы "):
        assert sum(1 for _ in unseen(unit * 50_000)) <= 50_000

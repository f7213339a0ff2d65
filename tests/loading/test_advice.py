"""Whoever does what `kzt check` says of a mistaken file has a sound one, and has lost nothing."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from kztimeline.loading.findings import Finding
from kztimeline.loading.loader import examine
from tests.commands import kzt
from tests.conftest import ROOT
from tests.files import write
from tests.sampling import mostly_slow

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
@pytest.mark.parametrize("at", mostly_slow(range(8), [0, 3, 4]))
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


LAST = SOUND.count("\n") + 1


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        (f"{SOUND}topics: []\n", f"Remove the one on line {LAST}, which is empty."),
        (f"{SOUND}events:\n", f"Remove the one on line {LAST}, which is empty."),
        (
            written("  - law\n  title", "  - law\n  topics: [elections]\n  title"),
            "which is to have the entries of both",
        ),
    ],
    ids=["an empty list", "nothing", "two with entries"],
)
def test_of_two_lists_the_one_to_be_removed_is_named(text: str, remedy: str) -> None:
    (found,) = findings_of(text)
    assert found.remedy.startswith("Remove ")
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


@pytest.mark.parametrize("line_end", mostly_slow(["\n", "\r\n"], ["\n"]), ids=ascii)
@pytest.mark.parametrize("indent", mostly_slow(["", "  ", "    ", "      "], ["", "    "]))
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


@pytest.mark.slow
def test_a_file_cut_within_a_word_is_told_of_though_nothing_else_is_wrong(tmp_path: Path) -> None:
    start = SOUND.index("says: Elected on February 17")
    path = write(tmp_path, SOUND[: start + 20])
    run = kzt("check", path)
    assert run.returncode == 0
    assert "5 events, nothing wrong" in run.stderr
    assert f"{path}: it may have been cut short, since line" in run.stderr
    assert "cut short" not in kzt("check", write(tmp_path, SOUND)).stderr
    path.write_bytes(SOUND.encode("utf-16"))
    assert "cut short" not in kzt("check", path).stdout


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


@pytest.mark.slow
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


IN_BLOCKS = {
    "one line less": ((6, 4), 1, "Indent it by 6 spaces, as the first line"),
    "no deeper than the key": ((6, 2), 1, "Indent it by 6 spaces, as the first line"),
    "at the margin": ((6, 0), 1, "Indent it by 6 spaces, as the first line"),
    "several lines less": ((8, 6, 6), 1, "Indent it, and what follows of the text, by 8 spaces"),
    "a later line less": ((4, 6, 3), 2, "Indent it by 4 spaces, as the first line"),
    "none deeper than the key": ((2, 2), 0, "Indent it, and what follows of the text, by 4 spaces"),
}


@pytest.mark.parametrize("sign", ["|", ">", ">-", "|+"])
@pytest.mark.parametrize("name", IN_BLOCKS)
def test_a_line_of_a_block_is_told_its_indent(name: str, sign: str) -> None:
    indents, at, remedy = IN_BLOCKS[name]
    block = "".join(f"{' ' * indent}The act.\n" for indent in indents)
    (found,) = findings_of(written(SUMMARY, f"  summary: {sign}\n{block}"))
    assert found.line == line_of(SOUND, SUMMARY) + 1 + at
    assert remedy in found.remedy
    assert "join" not in found.remedy
    mended = f"  summary: {sign}\n" + "".join(
        f"{' ' * max(indents[0], 4)}The act.\n" for _ in indents
    )
    assert findings_of(written(SUMMARY, mended)) == []


@pytest.mark.parametrize("sign", ["|9", ">9-", "|7"])
def test_a_block_whose_sign_asks_for_another_indent(sign: str) -> None:
    (found,) = findings_of(written(SUMMARY, f"  summary: {sign}\n    The act.\n"))
    assert found.line == line_of(SOUND, SUMMARY)
    plain = sign.replace("9", "").replace("7", "")
    assert found.remedy.startswith(f"Write {plain} without the number.")


def test_spaces_on_an_empty_line_above_a_block() -> None:
    (found,) = findings_of(written(SUMMARY, "  summary: |\n         \n    The act.\n"))
    assert found.line == line_of(SOUND, SUMMARY) + 1
    assert "Remove them" in found.remedy


def test_a_line_of_a_text_that_begins_with_a_dash() -> None:
    text = written("    officials to act", "    - officials to act")
    (found,) = findings_of(text)
    assert found.source_line.startswith("    - officials")
    assert (
        found.remedy == "Quote the whole text, from its first word to its last, or drop the dash."
    )
    quoted = text.replace("summary: The act sets", "summary: 'The act sets", 1)
    assert findings_of(quoted.replace("power at stake later.", "power at stake later.'", 1)) == []


ESCAPES = {
    r"\ud800": "stands for no character",
    r"\U00110000": "stands for no character",
    r"\x4 q": "begins no escape",
    r"\u12": "begins no escape",
    r"\q": "begins no escape",
    r"\ud83d\ude00": "as JSON has it",
}


@pytest.mark.parametrize("end", ['"', ' x"', '\n    and more"'])
@pytest.mark.parametrize("escape", ESCAPES)
def test_a_backslash_in_double_quotes_is_pointed_at(escape: str, end: str) -> None:
    title = "title: President Washington signs the first Judiciary Act"
    text = written(title, f'title: "President {escape}{end}')
    (found,) = findings_of(text)
    assert ESCAPES[escape] in found.problem
    assert found.source_line[found.column - 1 :].startswith(escape)
    if "JSON" in found.problem:
        assert r"\U0001F600" in found.remedy
        assert findings_of(text.replace(escape, r"\U0001F600")) == []


STRAYS = {
    "a comment of C": ("  track: politics\n", "  // note\n", "Write `# note`."),
    "a comment of C at the margin": ("  date: '1789-09-24'\n", "// note\n", "Write `# note`."),
    "a comment of C, deeper": ("  date: '1789-09-24'\n", "    // note\n", "Write `# note`."),
    "a comment of HTML": ("  importance: 1\n", "  <!-- note -->\n", "Write `# note`."),
    "a comment of INI": ("  - law\n", "  ; note\n", "Write `# note`."),
    "a word": ("  date: '1789-09-24'\n", "  politics\n", "`key: politics`"),
    "a word, deeper": ("  date: '1789-09-24'\n", "    politics\n", "`key: politics`"),
    "a word at the margin": ("  date: '1789-09-24'\n", "politics\n", "`key: politics`"),
    "a word below an item": ("  - law\n", "  and more\n", "Indent it by 4 spaces"),
    "a line in quotes": ("  date: '1789-09-24'\n", '  "place: Here"\n', "off: `place: Here`"),
    "a dash before a key": ("  date: '1789-09-24'\n", "  - place: Here\n", "Remove the dash"),
    "a second key": ("  date: '1789-09-24'", ", place: Here", "line of its own: `place: Here`"),
    "a comma": ("  date: '1789-09-24'", ",", "Remove it"),
    "a semicolon": ("  date: '1789-09-24'", ";", "Remove it"),
    "a comma and JSON": ("  date: '1789-09-24'\n", '  "place": "Here",\n', "Remove it"),
    "a key behind an item": ("  - us-congress", " place: Here", "`place:` on a line of its own"),
    "a comma behind a key": ("  topics:", ",", "Remove it: `topics:`"),
    "a value above a list": ("  topics:", " law", "Put it into the list, as `- law`"),
    "an item without its dash": ("  actors:\n", "  adams\n", "Write `- adams`, or remove it."),
    "a dash before a key below a list": ("  - law\n", "  - place: Here\n", "dash before `place`"),
    "a comment within": (SUMMARY.split("\n")[0] + "\n", "    # note\n", "above the entry"),
    "a comment behind": (SUMMARY.split("\n")[0], " # note", "above the entry"),
}


@pytest.mark.parametrize("name", STRAYS)
def test_what_has_strayed_into_an_entry_is_pointed_at(name: str) -> None:
    right, stray, remedy = STRAYS[name]
    text = written(right, right + stray)
    (found,) = findings_of(text)
    assert found.line == line_of(SOUND, right) + right.count("\n")
    assert remedy in found.remedy


INSTEAD = {
    "an address for a source": (
        "source: archives-judiciary-act",
        "https://x.example",
        "source: ID",
    ),
    "an id for a source": (
        "source: archives-judiciary-act",
        "archives-judiciary-act",
        "source: archives-judiciary-act",
    ),
    "an id for an event": ("id: marshall-confirmed-1801", "marshall-x", "id: marshall-x"),
    "an id for a link": ("to: votes-counted-1801", "votes-counted-1801", "to: votes-counted-1801"),
    "a name for a side": ("by: Henry Adams", "Henry Adams", "by: Henry Adams"),
}


@pytest.mark.parametrize("name", INSTEAD)
def test_an_entry_that_begins_with_a_value_is_told_its_key(name: str) -> None:
    right, instead, remedy = INSTEAD[name]
    (found,) = findings_of(written(f"- {right}\n", f"- {instead}\n"))
    assert found.line == line_of(SOUND, f"- {right}\n")
    assert found.remedy.startswith(f"Write `- {remedy}`.")


@pytest.mark.parametrize("bullet", ["•", "•  ", "* ", "+ ", "– ", "·", "▪ "])
@pytest.mark.parametrize("indent", ["", "  ", "    "])
def test_a_bullet_of_another_kind_is_told_once_a_list(bullet: str, indent: str) -> None:
    right = "  - us-congress\n  - washington\n"
    mistaken = f"{indent}{bullet}us-congress\n{indent}{bullet}washington\n"
    (found,) = findings_of(written(right, mistaken))
    assert found.line == line_of(SOUND, right)
    assert "an ordinary hyphen" in found.remedy
    assert "`- us-congress`" in found.remedy


@pytest.mark.parametrize("key", ["timeline", "[events]"])
def test_a_file_of_another_format_is_named(key: str) -> None:
    (found,) = findings_of(f'[{key}]\ntitle = "x"\nspan = "1789/1803"\n')
    assert "written as TOML" in found.problem
    assert f"Write YAML: `{key.strip('[]')}:` on a line of its own" in found.remedy


def of_event(key: str, value: str) -> str:
    """Return the sound file with another value of a key in its first event."""
    head, events = SOUND.split("\nevents:\n")
    pattern = rf"(?m)^([- ] {key}:)(?: .*)?\n(?:  - .*\n(?:    .*\n)*|    .*\n)*"
    changed, count = re.subn(pattern, lambda match: f"{match[1]}{value}\n", events, count=1)
    assert count == 1
    return f"{head}\nevents:\n{changed}"


UNFIT = {
    "an empty summary": ("summary", " ''", "Write `summary: some text`."),
    "an empty block": ("summary", " |", "Write `summary: some text`."),
    "a summary of spaces": ("summary", " '  '", "Write `summary: some text`."),
    "no summary": ("summary", "", "Write `summary: some text`."),
    "a comment for a title": ("title", " # one", "is a comment unless quoted"),
    "no date": ("date", "", "Write a date such as 2012,"),
    "an empty date": ("date", " ''", "Write a date such as 2012,"),
    "a mapping for a date": ("date", " {a: b}", "Write a date such as 2012,"),
    "no id": ("id", "", "Write an id of a-z, 0-9"),
    "an empty id": ("id", " ''", "Write an id of a-z, 0-9"),
    "no track": ("track", "", "The tracks are court, politics."),
    "an empty track": ("track", " ''", "The tracks are court, politics."),
    "a list for a track": ("track", " [court]", "`track: court`"),
    "an item for a track": ("track", "\n  - court", "`track: court`"),
    "a list in a list": ("topics", " [[law]]", "Remove the inner brackets"),
    "an item in an item": ("topics", "\n  - - law", "the second dash"),
    "a bullet read as text": ("topics", "\n    • law", "an ordinary hyphen: `- law`"),
    "an importance in words": ("importance", " high", "Write a whole number from 1 to 3."),
    "no importance": ("importance", "", "Write a whole number from 1 to 3."),
    "half an importance": ("importance", " 1.5", "Write a whole number from 1 to 3."),
    "an id for a source": (
        "sources",
        "\n  - warren",
        "`- source: warren`, and below that `says: …`",
    ),
    "an id for the sources": ("sources", " warren", "`- source: …`, and below that `says: …`"),
    "a name for a source": ("sources", " [The Times]", "`- source: …`, and below that `says: …`"),
}


@pytest.mark.parametrize("name", UNFIT)
def test_a_value_that_does_not_fit_is_told_what_does(name: str) -> None:
    key, value, remedy = UNFIT[name]
    found = [each for each in findings_of(of_event(key, value)) if "no event" not in each.problem]
    assert len(found) == 1
    assert remedy in found[0].remedy
    assert "leave the key out" not in found[0].remedy


@pytest.mark.parametrize("links", [" some-id", " [some-id]", "\n  - some-id", " {to: some-id}"])
def test_what_is_to_be_a_link_is_told_its_keys(links: str) -> None:
    (found,) = findings_of(written(SECOND, f"  links:{links}\n{SECOND}"))
    assert "`- to: " in found.remedy
    assert "and below that `kind: …` and `basis: …`." in found.remedy


def test_a_section_that_is_none_is_told_the_keys_of_an_entry() -> None:
    (found,) = findings_of(re.sub(r"(?s)\nevents:.*", "\nevents: none\n", SOUND))
    assert "`- id: …`, and below that `date: …`, `track: …`" in found.remedy


@pytest.mark.parametrize("content", ["", "# a comment\n", "\n\n"])
def test_an_empty_card_is_told_the_keys_of_a_card(content: str, tmp_path: Path) -> None:
    events = write(tmp_path, SOUND)
    card = write(tmp_path, "id: '001'\nmentions: []\n", "seeds/001.yaml")
    write(tmp_path, content, "seeds/002.yaml")
    found = [each for each in examine(events, SOUND.encode())[0] if each.file != str(card)]
    assert [each.problem for each in found] == ["the file is empty"]
    assert found[0].remedy.startswith("Write the keys id, file, sha256, characters, title,")
    assert "timeline, tracks" not in found[0].remedy

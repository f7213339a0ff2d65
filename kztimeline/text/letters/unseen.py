"""Letters that change a text without showing, and letters that show as others.

A word with one of them in it looks right and is found by no search. Joiners and
variation selectors stand where a script or a sign needs them, as in Unicode's
IDNA context rules (RFC 5892, appendix A) and its emoji sequences (UTS 51).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from kztimeline.text.patterns import pattern

_SPACES: Final = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_HYPHENS: Final = "\u2010\u2011"
_FILLERS: Final = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"
_SELECTORS: Final = "\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef"
_FORMAT: Final = (  # general category Cf, without the Arabic and Syriac signs that show
    "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f"
)
_CONTROLS: Final = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029"
_NO_CHARACTERS: Final = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
_PRIVATE: Final = "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"
_LIGATURES: Final = "\ufb00-\ufb06"
_LOST: Final = "\ufffd"
STRANGE: Final = (
    f"[{_SPACES}{_HYPHENS}{_FILLERS}{_SELECTORS}{_FORMAT}{_CONTROLS}"
    f"{_NO_CHARACTERS}{_PRIVATE}{_LIGATURES}{_LOST}]"
)
"""The pattern of a character that does not show, or shows as another."""
_STRANGE: Final = pattern(STRANGE)
_IS_SPACE: Final = pattern(f"[{_SPACES}]")
_SHOWS: Final = pattern(f"[{_HYPHENS}{_PRIVATE}{_LIGATURES}{_LOST}]")
_WORD: Final = pattern(r"[^\W\d_]+")
_WITHOUT_SPACES: Final = pattern(r"\S+")

_ZWNJ, _ZWJ, _WORD_MARKS = "\u200c", "\u200d", "\u200c\u200d"
_LONGEST_FLAG: Final = 8
_LONGEST_WORD: Final = 40
_FLAG: Final = pattern("\U0001f3f4[\U000e0020-\U000e007f]*$")  # a black flag, then its region
_NAMES: Final = {"\ufeff": "byte order mark", "\u2800": "braille pattern blank"}

# Cyrillic and Greek letters that most typefaces draw as a Latin one.
_AS_LATIN: Final = frozenset("АВЕЅІЇЈЁӘКМНОРСТУХҮԌԚԜаеёәѕіїјорсухһԁԛԝүӏѵкгΑΒΕΖΗΙΚΜΝΟΡΤΥΧοαινρυκγ")
_AS_CYRILLIC: Final = frozenset("ABCEËƏHIÏJKMOPSTXYaceëəiïjopsxyhkrΑΒΕΗΙΚΜΟΡΤΧορκ")


class Unseen(NamedTuple):
    """Something of a text that does not show: where it stands, and what to do.

    `offset` counts code points from the start of the text.
    """

    offset: int
    problem: str
    remedy: str


def unseen(text: str) -> Iterator[Unseen]:
    """Yield what changes `text` without showing, by kind: one for each code point of a line."""
    if _holds_strange(text):
        yield from _characters(text)
    if not text.isascii():
        yield from _uncomposed(text)
        yield from _mixed_words(text)


def put_right(text: str) -> tuple[str, list[str]]:
    """Return a text as it is meant, each letter as one character, and what was changed in words.

    A letter that was lost, means something in one typeface alone or is of another alphabet
    stays: nobody can tell what was meant.
    """
    changes: dict[str, None] = {}

    def changed(match: re.Match[str]) -> str:
        instead, what = (match[0], "") if _in_place(match) else _meant(match[0])
        if what:
            changes[what] = None
        return instead

    if _holds_strange(text):
        text = _STRANGE.sub(changed, text)
    if not text.isascii():
        from kztimeline.text.letters.composing import composed

        whole = composed(text)
        if whole != text:
            changes["letters in pieces, such as e and an accent, are joined (Unicode NFC)"] = None
        text = whole
    return text, list(changes)


def _meant(character: str) -> tuple[str, str]:
    """Return what is meant by a character that does not show, and what changes with that."""
    named = _named(character)
    if _IS_SPACE.match(character):
        return " ", f"{named} is now an ordinary space"
    if character in _HYPHENS:
        return "-", f"{named} is now an ordinary hyphen"
    if re.match(f"[{_LIGATURES}]", character):
        plain = unicodedata.normalize("NFKC", character)
        return plain, f"{named} is now {plain}"
    if _SHOWS.match(character):
        return character, ""
    if _is_control(character):
        return " ", f"the control character {named} is now a space"
    return "", f"{named}, which cannot be seen, is left out"


def with_codes(text: str) -> str:
    """Return `text` with an escape, as of YAML, in place of all that `unseen` reports of it."""
    text = _STRANGE.sub(lambda match: match[0] if _in_place(match) else _escape(match[0]), text)
    at_fault = {fault.offset for fault in unseen(text)}
    if not at_fault:
        return text
    return _WITHOUT_SPACES.sub(
        lambda word: (
            word[0]
            if at_fault.isdisjoint(range(*word.span()))
            else "".join(each if each.isascii() else _escape(each) for each in word[0])
        ),
        text,
    )


def _escape(character: str) -> str:
    code = ord(character)
    return f"\\u{code:04X}" if code <= 0xFFFF else f"\\U{code:08X}"


def without_unseen(text: str) -> str:
    """Return `text` as it looks: strange spaces and controls as spaces, what hides left out."""
    return _STRANGE.sub(_as_it_looks, text) if _holds_strange(text) else text


def _holds_strange(text: str) -> bool:
    """Tell whether some character of `text` is strange, looking at each kind of it once."""
    return _STRANGE.search("".join(set(text))) is not None


def in_place(text: str) -> str:
    """Return `text` in one line of as many characters: a space for each that does not show."""
    spaced = "".join(" " if character.isspace() else character for character in text)
    return _STRANGE.sub(
        lambda match: match[0] if _in_place(match) or _SHOWS.match(match[0]) else " ", spaced
    )


def _as_it_looks(match: re.Match[str]) -> str:
    character = match[0]
    if _in_place(match) or _SHOWS.match(character):
        return character
    return " " if _IS_SPACE.match(character) or unicodedata.category(character) == "Cc" else ""


def _characters(text: str) -> Iterator[Unseen]:
    said: set[str] = set()
    last = 0
    for match in _STRANGE.finditer(text):
        if _in_place(match):
            continue
        if "\n" in text[last : match.start()]:
            said.clear()
        last = match.start()
        if match[0] not in said:
            yield Unseen(match.start(), *_wording(match[0]))
            said.add(match[0])


def _wording(character: str) -> tuple[str, str]:
    named = _named(character)
    if _IS_SPACE.match(character):
        return f"{named} looks like a space and is none", "Write an ordinary space."
    if character in _HYPHENS:
        return f"{named} looks like a hyphen and is none", "Write an ordinary hyphen, -."
    if character == _LOST:
        return f"{named} stands where a letter was lost", "Write the letter."
    if re.match(f"[{_LIGATURES}]", character):
        plain = unicodedata.normalize("NFKC", character)
        return f"{named} looks like {plain!r} and is not", f"Write {plain}."
    if _is_control(character):
        return f"the text holds the control character {named}", "Remove it."
    if unicodedata.category(character) == "Co":
        return f"{named} means nothing outside one typeface", "Write what it stands for."
    return f"{named} cannot be seen", "Remove it."


def _is_control(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Zl", "Zp")


def _named(character: str) -> str:
    """Return the code of a character, with its name; controls have none."""
    code = f"U+{ord(character):04X}"
    if unicodedata.category(character) == "Cc":
        return code
    name = _NAMES.get(character) or unicodedata.name(character, "no letter").lower()
    return f"{code} ({name})"


def _uncomposed(text: str) -> Iterator[Unseen]:
    # Most texts hold no letter in pieces: what words those is loaded where there is one.
    if not unicodedata.is_normalized("NFC", text):
        from kztimeline.text.letters.composing import uncomposed

        yield from (Unseen(*found) for found in uncomposed(text))


def _in_place(match: re.Match[str]) -> bool:
    """Tell whether a joiner, selector or tag stands where its script or sign needs it."""
    text, start, character = match.string, match.start(), match[0]
    before, after = text[start - 1 : start], text[start + 1 : start + 2]
    if character in _WORD_MARKS:
        if _joins(before) and _joins(after):
            return True
        return character == _ZWJ and _is_sign(before) and _is_sign(after)
    if character in "\ufe0e\ufe0f":
        return _is_sign(before) or before in tuple("#*0123456789©®‼⁉™ℹ")
    if "\ufe00" <= character <= "\ufe0d" or "\U000e0100" <= character <= "\U000e01ef":
        return _is_ideograph(before) or unicodedata.category(before or " ") == "Sm"
    if character in "\u180b\u180c\u180d\u180f":
        return "\u1800" <= before <= "\u18af"
    if "\U000e0020" <= character <= "\U000e007f":
        return _FLAG.search(text, max(0, start - _LONGEST_FLAG), start) is not None
    return False


def _joins(character: str) -> bool:
    """Tell whether a letter is of a script that is written with joiners."""
    return "\u0600" <= character <= "\u109f" or "\u1780" <= character <= "\u18af"


def _is_sign(character: str) -> bool:
    if not character:
        return False
    return unicodedata.category(character) in ("So", "Sk", "Sm") or character in "\ufe0f\ufe0e"


def _is_ideograph(character: str) -> bool:
    return (
        "\u3400" <= character <= "\u9fff"
        or "\uf900" <= character <= "\ufaff"
        or ("\U00020000" <= character <= "\U0003ffff")
    )


def _mixed_words(text: str) -> Iterator[Unseen]:
    """Report words with a letter of another alphabet that looks like one of their own."""
    start = 0
    for line in text.split("\n"):
        if not line.isascii():
            yield from _mixed_in_line(line, start)
        start += len(line) + 1


def _mixed_in_line(line: str, start: int) -> Iterator[Unseen]:
    for match in _WORD.finditer(line):
        word = match[0]
        if word.isascii():
            continue
        scripts = [_script(letter) for letter in word]
        mixed = {"LATIN", "CYRILLIC", "GREEK"} & {*scripts}
        if len(mixed) < 2:
            continue
        for own in sorted(mixed, key=scripts.count, reverse=True):
            looks = _AS_CYRILLIC if own == "CYRILLIC" else _AS_LATIN
            foreign = [n for n, script in enumerate(scripts) if script in mixed - {own}]
            if all(word[n] in looks for n in foreign):
                yield _mixed(start + match.start(), word, foreign[0], own)
                break


def _mixed(start: int, word: str, foreign: int, own: str) -> Unseen:
    letter = word[foreign]
    return Unseen(
        start + foreign,
        f"{_shown(word)} mixes alphabets: "
        f"{letter!r} (U+{ord(letter):04X}) is {_script(letter).title()}",
        f"Write the whole word in {own.title()} letters.",
    )


@lru_cache(maxsize=4096)
def _script(letter: str) -> str:
    """Return the first word of a letter's name, which names its script."""
    return unicodedata.name(letter, "").partition(" ")[0]


def _shown(word: str) -> str:
    """Return a word in quotes, the middle of a very long one left out."""
    return repr(word if len(word) <= _LONGEST_WORD else f"{word[:20]}…{word[-10:]}")

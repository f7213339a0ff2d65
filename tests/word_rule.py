"""The rule of words as it is documented, tried out on every word of every text.

Nothing here is quick, and nothing is shared with the program but what is tested on its own:
which letters are plain, how Cyrillic is written in Latin letters, and the key of a name.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import NamedTuple

from kztimeline.text.letters.romanization import in_latin, name_key

ENDINGS = ("'s", "'t", "'d", "'m", "'ll", "'re", "'ve")
SIGNS = "$%€#@"


class Word(NamedTuple):
    text: str
    start: int
    end: int


def bare(text: str) -> str:
    """Accents and curly apostrophes off, one character for one."""
    one_by_one = []
    for character in text:
        plain = unicodedata.normalize("NFD", character)[0]
        one_by_one.append({"’": "'", "‘": "'", "–": "-"}.get(plain, plain))
    return "".join(one_by_one)


def words(text: str) -> list[Word]:
    """The words of a text, found letter by letter."""
    text = bare(text)
    found = []
    at = 0
    while at < len(text):
        if text[at] in SIGNS:
            found.append(Word(text[at], at, at + 1))
            at += 1
        elif not text[at].isalnum():
            at += 1
        else:
            end = end_of_word(text, at)
            found.append(Word(text[at:end], at, end))
            at = end
    return found


def end_of_word(text: str, start: int) -> int:
    end = start
    while end < len(text) and text[end].isalnum():
        end += 1
    if text[start:end].isdigit():
        end = end_of_number(text, start, end)
    elif end == start + 1 and text[start].isalpha():
        end = end_of_initials(text, start)
    return end_of_ending(text, end)


def end_of_number(text: str, start: int, end: int) -> int:
    """Where 2,000 and 97.7 end: thousands have three digits, a date has two points."""
    if start > 1 and text[start - 1] in ".," and text[start - 2].isdigit():
        return end
    first = end
    while text[end : end + 1] == "," and digits(text, end + 1) == 3:
        end += 4
    many = digits(text, end + 1)
    after = end + 1 + many
    a_date = text[after : after + 1] == "." and digits(text, after + 1)
    if text[end : end + 1] == "." and many and not a_date:
        end = after
    return end if not text[end : end + 1].isalnum() else first


def digits(text: str, start: int) -> int:
    end = start
    while end < len(text) and text[end].isdigit():
        end += 1
    return end - start


def end_of_initials(text: str, start: int) -> int:
    """Where U.S. ends: single letters with a dot between them, and perhaps one after."""
    end = start + 1
    while (
        text[end : end + 1] == "."
        and text[end + 1 : end + 2].isalpha()
        and not text[end + 2 : end + 3].isalnum()
    ):
        end += 2
    if end > start + 1 and text[end : end + 1] == ".":
        end += 1
    return end


def end_of_ending(text: str, end: int) -> int:
    for ending in ENDINGS:
        after = end + len(ending)
        if text[end:after].lower() == ending and not text[after : after + 1].isalnum():
            return after
    return end


class Compared(NamedTuple):
    """A word as the rule looks at it."""

    stems: set[str]
    ending: str
    in_capitals: set[str]
    is_name: bool
    has_dots: bool
    is_cyrillic: bool
    usual: str

    @property
    def with_ending(self) -> set[str]:
        return {stem + self.ending for stem in self.stems}

    @property
    def keys(self) -> set[str]:
        return {key for stem in self.stems if stem.isalpha() and len(key := name_key(stem)) >= 4}


def compared(word: str) -> Compared:
    ending = next((e for e in ENDINGS if word.lower().endswith(e)), "")
    stem = word[: len(word) - len(ending)]
    has_dots = "." in stem and stem[0].isalpha()
    written = in_latin(stem.replace(".", "") if has_dots else stem)
    without_s = {w[:-1] if w.endswith("s") else w for w in written}
    capitals = {w.lower() for w in without_s if w == w.upper() and sum(map(str.isalpha, w)) >= 2}
    is_name = written[0][0].isupper()
    alphabets = {unicodedata.name(letter, "").split()[0] for letter in stem if letter.isalpha()}
    small = {w.lower() for w in written}
    cyrillic = alphabets == {"CYRILLIC"}
    return Compared(small, ending, capitals, is_name, has_dots, cyrillic, written[0].lower())


class Rule(NamedTuple):
    """How a word or phrase is asked for in one timeline."""

    whole: bool = False
    capitals: bool = False
    ordinary: frozenset[str] = frozenset()

    def meets(self, wanted: str, word: str, *, begins: bool) -> bool:
        """Tell whether a word of a text is what a word of a query wants."""
        asked, there = compared(wanted), compared(word)
        asked_capitals = asked.stems if asked.has_dots else asked.in_capitals
        if self.capitals and asked_capitals:
            return bool(asked_capitals & there.in_capitals)
        if asked.is_cyrillic and asked.in_capitals and len(wanted) <= 4:
            begins = False
        is_name = there.is_name and there.usual not in self.ordinary
        if (is_name or asked.is_name or asked.is_cyrillic == there.is_cyrillic) and (
            any(t.startswith(a) for a in asked.with_ending for t in there.with_ending)
            if begins
            else asked.with_ending & (there.with_ending | there.stems)
        ):
            return True
        if asked.ending or not is_name or asked.usual in self.ordinary:
            return False
        if asked.keys & there.keys:
            return True
        return begins and any(
            len(a) >= 5 and t.startswith(a) for a in asked.keys for t in there.keys
        )

    def stands_in(self, query: str, text: str) -> bool:
        """Tell whether the words of a word or phrase stand one after the other in a text."""
        asked = [word.text for word in words(query)]
        there = [word.text for word in words(text)]
        last = len(asked) - 1
        return any(
            all(
                self.meets(word, there[at + number], begins=not self.whole and number == last)
                for number, word in enumerate(asked)
            )
            for at in range(len(there) - last)
        )


def wants_capitals(query: str) -> bool:
    """Tell whether a word of a query is an acronym."""
    asked = [compared(word.text) for word in words(query)]
    return any(word.in_capitals or word.has_dots for word in asked)


def ordinary_words(rows: list[list[str]]) -> frozenset[str]:
    """The words that stand in small letters in one of twenty texts that have them, or more."""
    small: Counter[str] = Counter()
    large: Counter[str] = Counter()
    for texts in rows:
        for word in {word.text for text in texts for word in words(text)}:
            (large if word[0].isupper() else small)[compared(word).usual] += 1
    return frozenset(word for word in small if 20 * small[word] >= large[word])


def holding(
    query: str, whole: bool, texts_of_events: list[list[str]], others: list[list[str]]
) -> list[bool]:
    """Tell for each event, by its texts, whether it answers a word or phrase.

    Args:
        query: The word or phrase.
        whole: Whether it is in quotes.
        texts_of_events: The texts of each event, its own and those of what it names.
        others: The texts of the timeline: each event's own, each actor's and so on.
    """
    ordinary = ordinary_words(others)
    for capitals in (True, False):
        rule = Rule(whole, capitals, ordinary)
        found = [any(rule.stands_in(query, text) for text in texts) for texts in texts_of_events]
        if any(found) or not wants_capitals(query):
            return found
    return found

"""Tells a number that names something, such as a page, a flight, a house or a film."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.finding.clauses.clause_words import OPENING_QUOTES
from kztimeline.documents.extraction.finding.lexicon import MEASURES
from kztimeline.documents.extraction.finding.quantities import is_part_of_length

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase

_ACTING = frozenset({
    verbs.Form.PAST, verbs.Form.HAD, verbs.Form.HAVE, verbs.Form.WAS, verbs.Form.IS,
    verbs.Form.WILL, verbs.Form.WOULD,
})  # fmt: skip
# What goes on behind "the 20th", where a noun would be named by it.
NEXT_CLAUSE = frozenset({
    "although", "as", "because", "but", "for", "he", "i", "if", "it", "like", "nobody", "she", "so",
    "than", "that", "then", "there", "they", "though", "unless", "was", "we", "were", "when",
    "where", "which", "while", "who", "with", "without", "you",
})  # fmt: skip
FIGURES = frozenset({"DAY_NUMBER", "TWO_DIGITS", "THREE_DIGITS", "YEAR", "AMOUNT"})
_SHORT_LABELS = frozenset({"art", "arts", "ch", "fig", "fn", "para", "paras", "ref", "sec"})
# They have the year and a number within it: "decision 2005/14".
_NUMBERED_BY_YEAR = frozenset({
    "application", "communication", "complaint", "decision", "document", "judgment", "opinion",
    "petition", "ruling", "view", "views",
})  # fmt: skip
_LISTING = frozenset({"AND", "CLOSE", "COMMA", "DAY_NUMBER", "THREE_DIGITS", "TWO_DIGITS", "YEAR"})
# What a line of a cable begins with that names other cables, or the cable itself.
_REFERRING = re.compile(r"\s*REF(?:TEL)?S?\b", re.IGNORECASE)
_CLASSIFIED = re.compile(
    r"\s*(?:UNCLAS(?:SIFIED)?|CONFIDENTIAL|SECRET|[A-Z](?:\s[A-Z]){5,})\b", re.IGNORECASE
)
_LINE = 120
_LONGEST_LIST = 16
_LABELS_OF_SEVERAL = frozenset({
    "articles", "cases", "chapters", "conventions", "flights", "nos", "numbers", "orders", "pages",
    "paragraphs", "resolutions", "routes", "sections", "server", "windows",
})  # fmt: skip
_CLOSING_QUOTES = frozenset({'"', "”", "’"})
_STREETS = frozenset({
    "ave", "avenue", "blvd", "boulevard", "drive", "highway", "lane", "parkway", "rd", "road", "st",
    "street", "terrace",
})  # fmt: skip
_WHEN = frozenset({
    "AFTER", "BEFORE", "BY", "IN", "POSSESSIVE", "PREPOSITION", "SINCE", "THE", "UNTIL",
})  # fmt: skip
_STATISTICS_REACH = 12
_PERSONS = ("children", "men", "women")
_NO_PERSONS = frozenset({"abdomen", "acumen", "omen", "regimen", "specimen"})
_MAKES = frozenset({
    "audi", "bentley", "bmw", "buick", "cadillac", "chevrolet", "chevy", "chrysler", "datsun",
    "dodge",
    "ferrari", "fiat", "ford", "honda", "hyundai", "isuzu", "jeep", "kamaz", "lada", "lexus",
    "mazda", "mercedes", "mercedes-benz", "mitsubishi", "moskvich", "nissan", "oldsmobile",
    "peugeot", "plymouth", "pontiac", "porsche", "renault", "saab", "skoda", "subaru", "suzuki",
    "toyota", "volga", "volkswagen", "volvo",
})  # fmt: skip
_MODEL = re.compile(r"\bAudi\sQ\d\b")
_OF_SEVERAL = frozenset({"ever", "in", "since", "that", "when"})
_OF_QUARTERS = MEASURES | {"deliveries", "report"}
# Lists of what is in the sky, whose entries have numbers: "NGC 1999".
_CATALOGUES = frozenset({"2MASS", "BD", "HIP", "KIC", "NGC", "PGC", "PKS", "PSR", "SAO", "UGC"})
# And letters that stand for other things as well.
_SHORT_CATALOGUES = frozenset({"GJ", "HD", "HR", "IC", "SN"})
_SKY = re.compile(
    r"\b(?:asteroids?|astronomers?|clusters?|comets?|exoplanets?|galax(?:y|ies)|nebulae?|planets?"
    r"|pulsars?|quasars?|stars?|supernovae?|telescopes?)\b",
    re.IGNORECASE,
)
_MEASURED = frozenset({
    "acre", "bed", "foot", "gallon", "hectare", "kg", "kilometer", "kilometre", "km", "meter",
    "metre", "mile", "mw", "page", "pound", "seat", "strong", "ton", "tonne", "watt", "word",
    "yard",
})  # fmt: skip
_NEAR = 100
# What an asteroid has behind its year: "1997 XF11".
_DESIGNATION = re.compile(r"\s[A-Z]{2}\d{0,3}\b")


def is_address(phrase: Phrase) -> bool:
    """Tell "the 2000 block of Korl Street" and "at 1900 Marsh Avenue", which are no years."""
    if phrase.word_after() == "block":
        return True
    written = phrase.tokens.word(phrase.last + 1), phrase.tokens.word(phrase.last + 2)
    is_street = phrase.after() == "NAME" and any(
        word[:1].isupper() and word.lower() in _STREETS for word in written
    )
    return is_street and phrase.before() in ("AT", "COMMA", "NAME", "ON", "TO")


def is_no_part_of_year(phrase: Phrase) -> bool:
    """Tell "the last quarter of an hour", "her Audi Q3" and the quartile "Q1" from quarters.

    So is "this is the first quarter that it made a profit", which counts them.
    """
    counted = phrase.word_after() in _OF_SEVERAL and phrase.word_before() in ("is", "was", "’s")
    return is_part_of_length(phrase) or _is_of_a_car(phrase) or _is_quartile(phrase) or counted


def _is_of_a_car(phrase: Phrase) -> bool:
    """Tell the model of "her Audi Q3" from the quarter of "Audi Q3 sales"."""
    if not phrase.has("QUARTER_LABEL") or phrase.has("YEAR") or phrase.before() == "IN":
        return False
    if phrase.word_after() in _OF_QUARTERS:
        return False
    if phrase.word_before() in _MAKES:
        return True
    is_thing = phrase.has("THE") or phrase.before() == "A" or phrase.word_before() in verbs.OWNED
    return is_thing and _MODEL.search(phrase.text_before(_NEAR)) is not None


def _is_quartile(phrase: Phrase) -> bool:
    """Tell the part of a sample in "the first quartile, Q1," from a part of a year."""
    before = phrase.text_before(_STATISTICS_REACH)
    return phrase.has("QUARTER_LABEL") and ("quartile" in before.lower() or "IQR" in before)


def is_of_persons(phrase: Phrase, is_plain: bool) -> bool:
    """Tell the number of "1709 schoolchildren" from the year of "in 2005 gunmen attacked".

    `is_plain` says that prose has the figure for a year without saying so.
    """
    thing = phrase.word_after() if phrase.after() == "WORD" else ""
    is_when = is_plain and phrase.before() in _WHEN
    return thing.endswith(_PERSONS) and thing not in _NO_PERSONS and not is_when


def is_of_a_class(phrase: Phrase) -> bool:
    """Tell the year of the graduate in "Ann Dray, AM'39, died"; it is a part of a name."""
    is_joined = phrase.start == phrase.tokens.ends[phrase.first - 1] if phrase.first else False
    return phrase.has("SHORT_YEAR") and is_joined and phrase.before() == "NAME"


def is_of_a_length(phrase: Phrase) -> bool:
    """Tell the figure of "a 1000-km pipeline" and "the 1500-meter final" from a year."""
    return phrase.after() == "HYPHEN" and phrase.word_after(2) in _MEASURED


def is_of_a_club(phrase: Phrase) -> bool:
    """Tell the number in the name of a club: "1860 Munich", "TSV 1860"."""
    is_of_munich = phrase.text == "1860" and phrase.word_after() in ("munich", "münchen")
    return is_of_munich or phrase.tokens.word(phrase.first - 1) in ("TSV", "SV", "FC", "VfL")


def is_of_table(phrase: Phrase, amount: int) -> bool:
    """Tell the figure that stands before a label in a table: "9,300 Week Ago"."""
    return amount > 1 and phrase.has("UNIT") and phrase.has("AMOUNT", "THREE_DIGITS", "YEAR")


def is_of_a_model(phrase: Phrase) -> bool:
    """Tell the year of make of "her 1987 Chevrolet", in which nothing happened."""
    return phrase.word_after() in _MAKES


def is_labelled(phrase: Phrase) -> bool:
    """Tell the number of a page or a flight, of "decision 2005/14" and "Resolutions 70 and 73"."""
    before = phrase.before(2) if phrase.before() == "DOT" else phrase.before()
    of_year = "/" in phrase.text and phrase.word_before() in _NUMBERED_BY_YEAR
    is_short = phrase.word_before() == "." and phrase.word_before(2).lower() in _SHORT_LABELS
    is_short = is_short or _is_of_bill(phrase) or _is_of_pages(phrase)
    is_lot = phrase.word_before() in ("lot", "lots") and phrase.before(2) != "A"
    named = before == "LABEL" or of_year or is_short or is_lot or _is_referred_to(phrase)
    return named or _is_in_catalogue(phrase) or _is_labelled_of_several(phrase)


def _is_in_catalogue(phrase: Phrase) -> bool:
    """Tell a galaxy, "UGC 1810", and an asteroid, "1997 XF11", from a year."""
    before = phrase.tokens.word(phrase.first - 1)
    if before in _CATALOGUES:
        return True
    if before in _SHORT_CATALOGUES:
        around = phrase.text_before(_NEAR), phrase.text_after(_NEAR)
        return any(map(_SKY.search, around))
    is_body = before.lower() in ("asteroid", "comet", "planet")
    return is_body and _DESIGNATION.match(phrase.text_after(_NEAR)) is not None


def _is_of_bill(phrase: Phrase) -> bool:
    """Tell the number of "H.R. 1885" and "S. 1867" from the year of "the U.S. 1998 election"."""
    tokens, at = phrase.tokens, phrase.first - 2
    of_house = [tokens.word(at - steps) for steps in (2, 1, 0)] == ["H", ".", "R"]
    of_senate = tokens.word(at) == "S" and tokens.symbol(at - 1) not in ("DOT", "NAME", "THE")
    # "Smith, S. 1998. The making of war" is of that year.
    is_author = tokens.symbol(at - (3 if of_house else 1)) == "COMMA"
    return phrase.word_before() == "." and (of_house or of_senate) and not is_author


def _is_of_pages(phrase: Phrase) -> bool:
    """Tell the pages of a journal: "92 (6): 1087-1101"."""
    issue = [phrase.before(steps) for steps in (2, 3, 4, 5)]
    in_brackets = (issue[0], issue[2]) == ("CLOSE", "OPEN") and {issue[1], issue[3]} <= FIGURES
    return phrase.word_before() == ":" and in_brackets


def _is_referred_to(phrase: Phrase) -> bool:
    """Tell the number of a cable: "REF: (A) DUSHANBE 1987", or "UNCLAS BISHKEK 2012" on its own."""
    line = phrase.text_before(_LINE).rpartition("\n")[2]
    is_name = phrase.tokens.word(phrase.first - 1)[:1].isupper()
    if _REFERRING.match(line):
        return is_name
    ends = phrase.text_after(1) in ("", "\n")
    return is_name and ends and _CLASSIFIED.match(line) is not None


def _is_labelled_of_several(phrase: Phrase) -> bool:
    """Tell a number of "Resolutions 1718, 1874 and 2087" and "resolutions 1970 (2011) and 1973"."""
    tokens, at = phrase.tokens, phrase.first - 1
    while tokens.symbol(at) in _LISTING and phrase.first - at < _LONGEST_LIST:
        at -= 3 if tokens.symbol(at) == "CLOSE" else 1
    numbered = at + 1 == phrase.first or tokens.symbol(at + 1) in FIGURES
    return numbered and tokens.word(at).lower() in _LABELS_OF_SEVERAL


def is_title(phrase: Phrase) -> bool:
    """Tell the name of a book or film: 'the novel "1984"' and '"2001: A Space Odyssey"'."""
    opens = phrase.tokens.word(phrase.first - 1) in OPENING_QUOTES
    return opens and (phrase.word_after() in _CLOSING_QUOTES or phrase.word_after() == ":")


def is_of_a_thing(phrase: Phrase) -> bool:
    """Tell the number of "the 20th floor", "the 3rd Monday" and "by the 18th over" from a day."""
    word = phrase.word_after()
    acts = verbs.form(word) in _ACTING and word[-2:] != "ed"
    is_noun = phrase.after() == "WORD" and word not in NEXT_CLAUSE and not acts
    is_over = word == "over" and phrase.before() != "ON"
    return is_noun or is_over or phrase.after() in ("COUNTED", "NUMBER_WORD", "WEEKDAY")

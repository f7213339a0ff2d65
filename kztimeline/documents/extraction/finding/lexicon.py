"""The English words that temporal expressions are made of, by kind.

Each kind of word is a symbol of the grammar; `WORDS` gives for a word in lower
case its symbol and what it stands for.
"""

from __future__ import annotations

from kztimeline.dates.calendar_names import MONTHS, WEEKDAYS
from kztimeline.documents.extraction.moments import Unit

Meaning = int | Unit | str | None

# The symbols by which a phrase names a month, and a day of one.
MONTH_SYMBOLS = ("MONTH", "WORD_MONTH", "SHORT_MONTH")
DAY_SYMBOLS = ("DAY_NUMBER", "ORDINAL_NUMBER")


def _split(words: str) -> list[str]:
    return words.split()


_MONTHS = [month.lower() for month in MONTHS]
_SHORT_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8,
    "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
# As they are read where a text was scanned.
_MISREAD_MONTHS = {
    month.replace("m", "rn"): number for number, month in enumerate(_MONTHS, 1) if "mb" in month
}
_WEEKDAYS = [weekday.lower() for weekday in WEEKDAYS]
_SHORT_WEEKDAYS = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5,
    "sun": 6,
}  # fmt: skip
_SEASONS = _split("spring summer autumn winter")
_UNITS = {
    "second": Unit.SECOND, "minute": Unit.MINUTE, "hour": Unit.HOUR, "day": Unit.DAY,
    "weekend": Unit.WEEKEND, "week": Unit.WEEK, "month": Unit.MONTH,
    "year": Unit.YEAR, "decade": Unit.DECADE, "millennium": Unit.MILLENNIUM,
}  # fmt: skip
_SMALL_NUMBERS = _split(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_TENS = _split("twenty thirty forty fifty sixty seventy eighty ninety")
_ORDINALS = _split(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_TENTH_ORDINALS = _split(
    "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth"
)
_DECADES = _split("twenties thirties forties fifties sixties seventies eighties nineties")
_DAYPARTS = {
    "morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "nighttime": "TNI",
    "nite": "TNI", "daytime": "TDT", "midnight": "T24:00", "noon": "T12:00", "midday": "T12:00",
    "dawn": "TMO", "dusk": "TEV",
}  # fmt: skip

# What is over within its year, as laws and treaties are not: "the talks of 1998".
HAPPENINGS = frozenset({
    "campaign", "census", "conference", "congress", "coup", "crisis", "election", "elections",
    "exhibition", "famine", "games", "massacre", "negotiations", "olympics", "peace", "protests",
    "rebellion", "reform", "reforms", "revolt", "revolution", "rising", "riots", "settlement",
    "strike", "strikes", "summit", "talks", "uprising", "war",
})  # fmt: skip
# What is counted for a time that is over: "inflation data for March".
MEASURES = frozenset({
    "account", "accounts", "balance", "data", "deficit", "earnings", "estimate", "estimates",
    "exports", "figure", "figures", "imports", "income", "index", "inflation", "loss", "losses",
    "minutes", "numbers", "output", "prices", "production", "profit", "profits", "reading",
    "results", "return", "returns", "revenue", "revenues", "sales", "statistics", "surplus",
    "turnover", "pay", "pensions", "rent", "salaries", "wages",
})  # fmt: skip
# Words that in lower case are other words: "may", "march", "an ad".
CAPITALISED = frozenset(
    {"may", "march", "august", "ad", "ce", "h1", "h2"}
    | _SHORT_MONTHS.keys()
    | _SHORT_WEEKDAYS.keys()
)
# Before a name they tell that it is one.
TITLES = _split("amb capt col dr gen gov lt messrs mr mrs ms prof rep rev sen sgt")
ABBREVIATIONS = frozenset(
    TITLES
    + _split("maj brig adm cpl cmdr hon st mt vs no pp inc ltd jr sr art ca")
    + _split("tue tues thu thur thurs fri")
    + [*_SHORT_MONTHS]
)

# A symbol is a place in the grammar, named for one of its words: what they mean may differ.
_BY_SYMBOL: dict[str, str] = {
    "THE": "the",
    "A": "a an",
    "OF": "of",
    "IN": "in within",
    "ON": "on",
    "AT": "at",
    "PREPOSITION": "from between during throughout before amid",
    "AND": "and or",
    "TO": "to through thru",
    "SINCE": "since",
    "BY": "by",
    "UNTIL": "until till",
    "AFTER": "after",
    "BEFORE": "before",
    "EARLY": "early late",
    "MID": "mid",
    "EDGE": "end beginning start middle close outset onset rest remainder",
    "PORTION": "part portion half stages",
    "LATTER": "latter",
    "ABOUT": "about around approximately roughly",
    "CIRCA": "circa ca c",
    "NEARLY": "nearly almost over under",
    "MORE": "more less fewer",
    "MOST": "most",
    "THAN": "than",
    "LEAST": "least",
    "SOME": "several few many some numerous",
    "COUPLE": "couple dozen",
    "LONG": "long",
    "OLD": "old",
    "AGE": "age",
    "AGED": "aged",
    "AGO": "ago",
    "LATER": "later afterwards afterward thereafter",
    "EARLIER": "earlier beforehand",
    "EVERY": "every each",
    "SINGLE": "other single",
    "PER": "per",
    "EVE": "eve",
    "NEW": "new",
    "TIMES": "once twice thrice times",
    "TODAY": "today tonight yesterday tomorrow",
    "FISCAL": "fiscal financial",
    "LATEST": "latest",
    "PRESENT": "now currently presently nowadays",
    "RECENT": "recently lately recent former formerly",
    "FUTURE": "future",
    "MODERN": "modern present",
    "TIME": "time moment period",
    "QUALITY": "full whole entire consecutive straight additional extra bloody "
    "working business successive",
    "COUNTED": "men women children people troops soldiers officers policemen prisoners detainees "
    "workers miners teachers students pupils families voters deputies members delegates observers "
    "protesters residents refugees migrants others tourists visitors guests patients passengers "
    "doctors nurses engineers employees staff farmers households homes houses apartments schools "
    "hospitals villages towns seats votes signatures voices jobs cases copies pieces units "
    "percent km kilometers kilometres miles million billion trillion meters metres feet tons "
    "tonnes mw gw kw megawatts kilowatts hectares acres liters litres gallons kg kilograms pounds "
    "degrees "
    "aircraft planes helicopters tanks vehicles cars trucks buses ships boats guns rifles missiles "
    "warheads horses sheep cattle camels metric dollars usd eur euros yuan rubles roubles tenge "
    "barrels deaths casualties dead wounded injured words pages lines hrs",
    "LABEL": "article articles page pages p pp no nos number numbers section chapter resolution "
    "flight room route paragraph act volume vol issue point rule form order directive decree model "
    "boeing airbus iso issn isbn figure table line grade level law bill unscr unsc scr hr case "
    "convention protocol channel radio regulation ordinance building suite box apartment "
    "apt file docket exhibit code password passcode pin phone tel telephone fax gate "
    "highway iec gost dial ext extension",
}


def _direction(words: str, shift: int) -> dict[str, tuple[str, Meaning]]:
    return dict.fromkeys(words.split(), ("DIRECTION", shift))


def _words() -> dict[str, tuple[str, Meaning]]:
    words: dict[str, tuple[str, Meaning]] = {}
    for symbol, group in _BY_SYMBOL.items():
        words.update(dict.fromkeys(group.split(), (symbol, None)))
    words |= _direction("last previous preceding prior", -1)
    words["past"] = ("PAST", -1)
    words |= _direction("this same that", 0)
    words["current"] = ("CURRENT", 0)
    words |= _direction("next following coming subsequent ensuing", 1)
    words |= {word: ("MONTH", number) for number, word in enumerate(_MONTHS, 1)}
    words |= {word: ("WORD_MONTH", words[word][1]) for word in ("may", "march")}
    words |= {word: ("SHORT_MONTH", number) for word, number in _SHORT_MONTHS.items()}
    words |= {word: ("MONTH", number) for word, number in _MISREAD_MONTHS.items()}
    words |= {word: ("WEEKDAY", number) for number, word in enumerate(_WEEKDAYS)}
    words |= {word: ("SHORT_WEEKDAY", number) for word, number in _SHORT_WEEKDAYS.items()}
    words |= {f"{word}s": ("WEEKDAYS", number) for number, word in enumerate(_WEEKDAYS)}
    for word, unit in _UNITS.items():
        words |= {word: ("UNIT", unit), f"{word}s": ("UNITS", unit)}
    words |= {"century": ("CENTURY", Unit.CENTURY), "centuries": ("CENTURIES", Unit.CENTURY)}
    words["quarter"] = ("QUARTER", Unit.QUARTER)
    words["quarters"] = ("QUARTERS", Unit.QUARTER)
    words |= {"fortnight": ("UNIT", "fortnight"), "millennia": ("UNITS", Unit.MILLENNIUM)}
    words |= {word: ("NUMBER_WORD", number) for number, word in enumerate(_SMALL_NUMBERS)}
    words |= {word: ("TENS", 20 + 10 * number) for number, word in enumerate(_TENS)}
    words |= {"hundred": ("HUNDRED", 100), "thousand": ("HUNDRED", 1000)}
    words |= {word: ("ORDINAL_WORD", number) for number, word in enumerate(_ORDINALS, 1)}
    words |= {word: ("ORDINAL_WORD", 20 + 10 * n) for n, word in enumerate(_TENTH_ORDINALS)}
    words |= {word: ("DECADE", 1920 + 10 * n) for n, word in enumerate(_DECADES)}
    words |= {word: ("SEASON", n) for n, word in enumerate(_SEASONS, 1)}
    words |= {f"{word}s": ("SEASONS", n) for n, word in enumerate(_SEASONS, 1) if n > 1}
    words |= {"fall": ("WORD_SEASON", 3), "spring": ("WORD_SEASON", 1)}
    words |= {word: ("DAYPART", value) for word, value in _DAYPARTS.items()}
    words |= dict.fromkeys(("christmas", "halloween", "thanksgiving"), ("HOLIDAY", None))
    words["easter"] = ("EASTER", None)
    words |= {
        word: ("FREQUENCY", value)
        for value, group in {
            "P1D": "daily", "XXXX-XX-XXTNI": "nightly", "P1W": "weekly", "P1M": "monthly",
            "P3M": "quarterly", "P1Y": "annually yearly annual", "PT1H": "hourly",
        }.items()
        for word in group.split()
    }  # fmt: skip
    words |= dict.fromkeys(("bc", "bce", "b.c.", "b.c.e."), ("ERA", -1))
    words |= dict.fromkeys(("ad", "ce", "a.d."), ("ERA", 1))
    words |= {f"q{number}": ("QUARTER_LABEL", number) for number in range(1, 5)}
    words |= {f"h{number}": ("HALF_LABEL", number) for number in (1, 2)}
    return words


WORDS = _words()

"""How days with a name are written: feasts, and weekdays that are names, such as "Black Monday"."""

from __future__ import annotations

_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_SAINTS = "Patrick|David|George|Andrew|Valentine|Stephen|Nicholas"
# It is written as each of its peoples says it: Nauryz, Nooruz, Novruz, Norouz, Newroz.
NOWRUZ = r"N(?:[ao][wvu]r[uyi]z|oo?r(?:oo?|ou|u)z|e[wv]r[ou]z)"
# Feasts, fixed and movable, whose day is known in every year.
FEAST = (
    r"(?:Good\sFriday|Ash\sWednesday|(?:Shrove|Fat)\sTuesday|Mardi\sGras|Palm\sSunday"
    r"|(?:Maundy|Holy)\sThursday|Holy\sSaturday|Holy\sWeek|Whit\s?(?:Sunday|sunday|Monday)|Pentecost\sSunday"
    r"|Trinity\sSunday|Ascension\sDay|Advent\sSunday|Boxing\sDay|D-Day|V-?E\sDay|Armistice\sDay"
    rf"|S(?:ain)?t\.?\s(?:{_SAINTS})['’]?s['’]?\sDay|Valentine['’]?s\sDay|May\sDay"
    r"|All\s(?:Saints|Souls)['’]?\sDay|April\sFools?['’]?s?['’]?\sDay|(?:International\s)?"
    r"Women['’]s\sDay|Bastille\sDay|A(?:nzac|NZAC)\sDay|Remembrance\sSunday|Veterans['’]?\sDay"
    r"|Guy\sFawkes\s(?:Night|Day)|(?:International\s)?Labor\sDay|Memorial\sDay|(?:First\s)?Presidents?['’]?s?['’]?\sDay|Day\sof\sthe\sFirst\sPresident"
    r"|Martin\sLuther\sKing,?\s(?:Jr\.?,?\s)?Day|Columbus\sDay|Mother['’]s\sDay|Father['’]s\sDay|Earth\sDay|Human\sRights\sDay|Juneteenth"
    r"|(?:International\s)?Workers['’]\sDay|World\s(?:AIDS|Environment|Health|Press\sFreedom|Refugee|Tourism|Water)"
    r"\sDay|Groundhog\sDay|Victory\sDay|Whitsun|(?:Constitution|Independence|Republic)\sDay"
    r"|Lady\sDay|Midsummer(?:['’]?s)?\s(?:Day|Eve)|Michaelmas(?:\sDay)?(?!\sterm)|Martinmas"
    rf"|Candlemas|Lammas|{NOWRUZ}|Ramadan|Ramazan|(?:[KQ]urban|Uraza)\sBayram"
    r"|(?:Kurban|Oraza)\sAit|Eid[\s-][au]l[\s-](?:Fitr|Adha))\b"
    r"(?!\s(?:Agreement|Accords?|Massacre)\b)"
)
_EPITHETS = (
    "Black|Bloody|Super|Red|White|Blue|Green|Golden|Silver|Grey|Gray|Orange|Big|Great|Cyber|Giving"
    "|Sheffield|Man|Girl|Ruby|Manic|Casual|Freaky|Mad|Holy|Good|Spy|Clean|Blessed|Low|Stir-up|Dark"
    "|Bright|Fat|Ash|Shrove|Palm|Maundy|Trinity|Whit|Passion|Mothering|Plough|Easter(?!\\s)"
)
_BODIES = (
    "Club|Group|Society|Times|Telegraph|Mirror|Express|Post|Mail|Tribune|Herald|Star|Independent"
    "|Circle|Review|Gazette|Standard|Sun|Observer|Agreement|Accords?|Party|School|Mosque|Islands?"
)
# Names that a weekday is a part of; which day they mean, if any, is no matter of publication.
NAMED_WEEKDAY = rf"(?:(?:{_EPITHETS})[\s-]{_WEEKDAY}(?!\w)|{_WEEKDAY}\s(?:{_BODIES})(?!\w))"
TURN = r"(?:[Tt]he\s)?turn\sof\sthe(?=\s(?:[\w-]+\s){0,2}century\b)"
# The first or last day of a month or year; of a battle or a week it is not a day of the calendar.
EDGE_DAY = (
    r"(?<![-\w])(?:[Ff]irst|[Ll]ast|[Ff]inal|[Oo]pening|[Cc]losing)\sday"
    r"(?=\sof\s(?:(?:the|this|last|next|that|same|following|previous)\s){0,2}"
    r"(?:month|year|\d{4}|Jan|Feb|Mar(?:ch)?\b|Apr|May\b|Jun|Jul|Aug|Sep|Oct|Nov|Dec))"
)

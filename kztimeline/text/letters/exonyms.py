"""Names that no rule leads from one to the other: of other languages, and of other times.

What Russian and Kazakh call what English writes its own way, «Трамп» and Trump, «ОБСЕ» and
OSCE, is the same name. What romanization gets right is not listed. What a place was called
at another time is another name, which may be meant.
"""

from __future__ import annotations

from functools import cache
from typing import Final

LONGEST_ENDING: Final = 2
"""How many letters of a case ending may follow a listed name."""
SHORTEST_DECLINED: Final = 4
"""From how many letters on a listed name is looked for with an ending."""

_NAMES: Final = """
Trump трамп; Biden байден; Baker бейкер; Cheney чейни; Rice райс; Powell пауэлл;
Albright олбрайт; Rumsfeld рамсфелд рамсфельд; Christopher кристофер; Gore гор; Cohen коэн коген;
Gates гейтс; Hale хейл; Blake блейк; Burns бернс; Jones джонс; Moser мозер; Hoagland хоагланд
хогланд хоугланд; Fairfax фэрфакс; Ordway ордуэй ордвей; Napper нэппер; Courtney кортни; Rosenblum
розенблюм; Jinping цзиньпин; Xi си; John джон; George джордж; James джеймс; William уильям вильям;
Madeleine мадлен; Condoleezza кондолиза; Joe джо; Mike майк; Antony энтони;
Michael майкл; David дэвид; Kenneth кеннет; Elizabeth элизабет;
Kazakh қазақ; Kazakhstan қазақстан; Russia росси ресей; Moscow москв мәскеу; Ukraine украин; Kyiv
киев київ; China кита қытай; Beijing пекин; Uzbekistan өзбекстан; Tajikistan тәжікстан; Turkmenistan
түрікменстан; Georgia грузи; Germany германи; France франци; Turkey турци; Japan япони; Crimea крым;
Petersburg петербург; New нью; York йорк; Vienna вена вене; Geneva женев; Paris париж; Rome рим;
Lisbon лиссабон; Budapest будапешт; Istanbul стамбул; Shanghai шанхай шанхаи; Seoul сеул; Hague
гааг; Chisinau кишинев кишинэу; Baikonur байқоңыр; Karachaganak қарашығанақ; Tengiz теңіз;
Chevron шеврон; Tengizchevroil тенгизшевройл; Exxon эксон; KazMunaiGas казмунайгаз қазмұнайгаз;
"""
"""For each name in English its other names, without what they end in; entries end in semicolons."""

_LETTERS: Final = """
US сша ақш; USSR ссср кср; UN оон бұұ; EU ес ео; OSCE обсе еқыұ; ODIHR бдипч; CIS снг тмд; SCO шос
шыұ; CSTO одкб ұқшұ; EAEU еаэс еаэо; IAEA магатэ; WTO вто дсұ; IMF мвф хвқ; EBRD ебрр; ILO мот;
USAID юсаид; FBI фбр; CIA цру; NGO нпо үеұ; CICA свмда аөсшк; CPC ктк; TCO тшо; COVID ковид;
"""
"""For each name in capitals, its other names, each in small letters; entries end in semicolons."""


_OF_OTHER_TIMES: Final = """
astana akmola nur-sultan tselinograd akmolinsk; almaty alma-ata verny; semey semipalatinsk;
oskemen ust-kamenogorsk; aktau shevchenko; zhanaozen novy-uzen; atyrau guryev; shymkent chimkent;
taraz dzhambul zhambyl; kyzylorda kzyl-orda; oral uralsk; petropavl petropavlovsk; konaev
kapchagai; aktobe aktyubinsk; kostanay kustanai; turkistan turkestan; baikonur leninsk; kurchatov
semipalatinsk-21; bishkek frunze; kyiv kiev; petersburg leningrad; yekaterinburg sverdlovsk;
"""


def in_english(word: str) -> str:
    """Return what English calls what `word`, in plain small Cyrillic letters, names; or nothing."""
    names, letters = english_names()
    if found := letters.get(word):
        return found
    for length in range(len(word), max(len(word) - LONGEST_ENDING, 1) - 1, -1):
        found = names.get(word[:length])
        if found and (length == len(word) or length >= SHORTEST_DECLINED):
            return found
    return ""


@cache
def english_names() -> tuple[dict[str, str], dict[str, str]]:
    """Return what English calls names, and names in capitals, by their other names, folded."""
    return _read(_NAMES), _read(_LETTERS)


def _read(table: str) -> dict[str, str]:
    from kztimeline.text.letters.folding import fold

    entries = (entry.split() for entry in table.split(";"))
    return {fold(name): english for english, *names in filter(None, entries) for name in names}


@cache
def of_other_times() -> dict[str, tuple[str, ...]]:
    """Return for the name of a place, in small letters, those it had at other times."""
    groups = [entry.split() for entry in _OF_OTHER_TIMES.split(";")]
    return {
        name: tuple(other for other in group if other != name) for group in groups for name in group
    }

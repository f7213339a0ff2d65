"""Names in other alphabets and by other romanizations are the same names."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kztimeline.query import Index, parse_query
from kztimeline.text.letters.romanization import in_latin, name_key
from kztimeline.timeline.model import Timeline
from tests.query.test_query import event, timeline

# Each line: spellings of one name, the last of them as it may stand in a text.
SAME = """
Назарбаев Nazarbaev Назарбаєв Nazarbaïev Nazarbayev
Токаев Тоқаев Tokaev Toqaev Tokayev
Аблязов Abliazov Abliyazov Ablyazov
Жанаозен Жаңаөзен Janaozen Jañaözen Zhanaozen
Кажегельдин Kajegeldin Kazhegeldin
Масимов Мәсімов Masimov Mäsimov Massimov
Сарсенбаев Sarsenbaev Sarsenbayev
Тасмағамбетов Tasmaghambetov Tasmagambetov
Ахметов Ahmetov Akhmetov
Жакиянов Zhaqiyanov Zhakianov Zhakiyanov
Терещенко Tereschenko Tereshchenko
Евгений Evgeniy Yevgeniy Yevgeny
Ельцин Eltsin Yeltsin
Мамай Mamay Mamai
Алиев Aliev Aliyev
Мухтар Мұхтар Muhtar Mukhtar
Ақмола Акмола Aqmola Akmola
Қонаев Конаев Konaev Qonaev
Шымкент Şymkent Shymkent
Азербайджан Azerbaydzhan Azerbaijan
Маңғыстау Мангистау Mangystau
Қазақстан Казахстан Qazaqstan Kazakstan Kazakhstan
Клинтон Klinton Clinton
Вашингтон Vashington Washington
Керри Kerri Kerry
Обама Obama
Трамп Trump
Байден Biden
Байдена Biden
Россия Ресей Russia
Київ Киев Kyiv
США АҚШ US U.S.
ОБСЕ OSCE
НАТО NATO
ШОС SCO
Nazarбаев Назаrбаев Нaзapбaeв Nаzаrbаyev Nazarbayev
Сlinton Сlintоn Clinton
""".strip().splitlines()


@pytest.mark.parametrize("line", SAME, ids=lambda line: line.split()[-1])
def test_any_spelling_finds_any_other(line: str) -> None:
    spellings = line.split()
    whole = timeline(
        *(event(f"e{at}", "2001", f"On {name} today") for at, name in enumerate(spellings)),
        event("none", "2001", "On others today"),
    )
    index = Index(whole)
    expected = list(range(len(spellings)))
    for name in spellings:
        for query in (name, f'"{name}"', unicodedata.normalize("NFD", name)):
            assert list(index.run(parse_query(query, whole)).positions) == expected, query


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("khan", "One hand, Hand"),
        ("хан", "One hand, Hand"),
        ("kazhe", "Kazakhstan"),
        ("жан", "In January"),
        ("дом", "A domestic matter"),
        ("сша", "To use it"),
        ("обс", "The obstacles remain"),
        ("can", "Some Khan"),
        ("clinton", "The clinic"),
        ("may", "The main thing, Main Street"),
        ("qara", "In Karaganda"),
        ("qi", "Ban Ki-moon"),
        ("copper", "Cooperation means cooperation"),
        ("loss", "Los Angeles was lost, los"),
        ("центр", "The cents, Century"),
    ],
)
def test_what_only_sounds_alike_is_not_found(query: str, text: str) -> None:
    whole = timeline(event("e", "2001", text))
    assert Index(whole).run(parse_query(query, whole)).positions == ()


def test_an_address_in_small_letters_makes_no_ordinary_word_of_a_name() -> None:
    titles = ["Nazarbayev speaks"] * 21 + ["So says nazarbayev.kz"]
    whole = timeline(*(event(f"e{at}", "2001", title) for at, title in enumerate(titles)))
    assert len(Index(whole).run(parse_query("nazarbaev"))) == 21
    assert len(Index(whole).run(parse_query("nazarbayev"))) == 22


def test_a_name_may_be_written_small_where_the_other_is_not() -> None:
    whole = timeline(event("e", "2001", "They play the dombra"))
    assert len(Index(whole).run(parse_query("Домбра")))
    assert not len(Index(whole).run(parse_query("домбра")))


@pytest.mark.parametrize(
    "names",
    [
        ("Назарбаев", "Nazarbayev", "nazarbaev"),
        ("Жанаозен", "Zhanaozen", "janaozen", "ЖАНАОЗЕН"),
        ("Токаев", "Тоқаев", "Tokayev", "toqaev"),
        ("Аблязов", "Ablyazov"),
        ("Клинтон", "Clinton"),
        ("Трамп", "Trump"),
        ("Казахстан", "Қазақстан", "Kazakhstan"),
        ("Алматы", "Almaty"),
        ("Астана", "Astana"),
        ("США", "АҚШ", "US", "U.S."),
        ("ОБСЕ", "OSCE"),
        ("actor:Назарбаев", "actor:nazarbayev", "actor:NAZARBAEV"),
        ("actor:Клинтон", "actor:Clinton", "actor:clinton"),
        ("place:Астана", "place:astana"),
        ("id:жанаозен", "id:zhanaozen"),
    ],
    ids=lambda names: names[-1],
)
def test_counts_are_equal_in_every_alphabet(
    builtin: Timeline, builtin_index: Index, names: tuple[str, ...]
) -> None:
    found = {builtin_index.run(parse_query(name, builtin)).positions for name in names}
    assert len(found) == 1
    assert found != {()}


@given(st.text("абвгдежзийклмнопрстуфхцчшщъыьэюяёқғәңөұүһіїєґАБЕҚ", min_size=1))
def test_cyrillic_becomes_latin(word: str) -> None:
    spellings = in_latin(
        unicodedata.normalize("NFD", word).replace("\u0306", "").replace("\u0308", "")
    )
    assert all(spelling.isascii() for spelling in spellings)


@given(st.text("abcdehijkqwxyzghkst"))
def test_a_key_is_its_own_key_and_no_longer_than_its_word(word: str) -> None:
    key = name_key(word)
    assert len(key) <= 2 * len(word)
    assert name_key(word.replace("q", "k")) == key

"""What is like a misspelled name, and what is not."""

from __future__ import annotations

import time
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kztimeline.text.nearest import did_you_mean, mistakes_allowed, near, nearest

ACTORS = ("powell", "clinton", "clinton-bill", "hillary-clinton", "colin-powell", "trump")


@pytest.mark.parametrize(
    ("text", "known", "expected"),
    [
        ("clintn", ACTORS, ("clinton",)),
        ("clitnon", ACTORS, ("clinton",)),
        ("hilary", ACTORS, ("hillary-clinton",)),
        ("Trupm", ACTORS, ("trump",)),
        ("colin", ACTORS, ("colin-powell",)),
        ("dispted", ("disputed", "inferred"), ("disputed",)),
        ("topci", ("topic", "track"), ("topic",)),
        ("ni", ("in", "is"), ("in",)),
        ("osce-sumit-2010", ("osce-summit-2010", "osce-2010"), ("osce-summit-2010",)),
        ("cat", ("car", "cut", "dog"), ("car", "cut")),
        ("cat", ("bat", "car"), ("car", "bat")),
        ("u", ("us", "eu"), ()),
        ("foo", ("partnership-for-peace-1994", "council-for-life"), ()),
        ("for", ("council-for-life",), ("council-for-life",)),
        ("", ("a", "b"), ()),
        ("zzz", ACTORS, ()),
        ("nonsense", ACTORS, ()),
        ("clinton", (), ()),
    ],
)
def test_the_nearest_names(text: str, known: tuple[str, ...], expected: tuple[str, ...]) -> None:
    assert nearest(text, known) == expected


def test_at_most_so_many_are_returned() -> None:
    known = [f"event{number}" for number in range(9)]
    assert nearest("event", known) == tuple(known[:3])
    assert nearest("event", known, most=1) == ("event0",)


def test_words_of_a_name_count_only_if_they_may() -> None:
    assert nearest("sumit", ["osce-summit"]) == ("osce-summit",)
    assert nearest("sumit", ["osce-summit"], by_words=False) == ()


@pytest.mark.parametrize(
    ("names", "question"),
    [
        (["a"], "did you mean a?"),
        (["a", "b"], "did you mean a or b?"),
        (["a", "b", "c"], "did you mean a, b or c?"),
    ],
)
def test_the_question(names: list[str], question: str) -> None:
    assert did_you_mean(names) == question
    assert did_you_mean(names, sentence=True) == f"D{question[1:]}"


def mistakes(one: str, other: str) -> int:
    """The number of mistakes by the definition: the fewest of all ways to go on."""

    @cache
    def between(at: int, place: int) -> int:
        if not at or not place:
            return at + place
        ways = [
            between(at - 1, place) + 1,
            between(at, place - 1) + 1,
            between(at - 1, place - 1) + (one[at - 1] != other[place - 1]),
        ]
        if at > 1 and place > 1 and one[at - 2 : at] == other[place - 2 : place][::-1]:
            ways.append(between(at - 2, place - 2) + 1)
        return min(ways)

    return between(len(one), len(other))


@given(st.text("abcd", min_size=2, max_size=10), st.lists(st.text("abcd", max_size=10), max_size=6))
def test_the_nearest_have_the_fewest_mistakes(text: str, known: list[str]) -> None:
    distances = {name: mistakes(text, name) for name in known}
    allowed = {name: far for name, far in distances.items() if far <= mistakes_allowed(text)}
    least = min(allowed.values(), default=0)
    found = near(text, known, by_words=False)
    assert set(found.names) == {name for name, far in allowed.items() if far == least}
    assert not found.names or found.mistakes == least


@given(st.text(), st.lists(st.text()))
def test_no_text_is_too_odd(text: str, known: list[str]) -> None:
    assert set(nearest(text, known)) <= set(known)


@pytest.mark.slow
def test_a_hundred_thousand_names_take_a_few_passes() -> None:
    """Held against plain passes over the names, so that the machine does not matter."""
    known = [
        f"{one}{other}{number}"
        for number in range(1000)
        for one in "abcdefghij"
        for other in (
            "alpha",
            "bravo",
            "char",
            "delta",
            "echo",
            "fox",
            "golf",
            "hotel",
            "india",
            "jul",
        )
    ]

    def passing() -> float:
        start = time.process_time()
        _ = [name for name in known if name.casefold() == "zhanaozen"]
        return time.process_time() - start

    def searching() -> float:
        start = time.process_time()
        nearest("zhanaozan", known, by_words=False)
        return time.process_time() - start

    assert min(searching() for _ in range(3)) < 20 * min(passing() for _ in range(3))

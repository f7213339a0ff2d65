"""What stands under a text of which nothing comes: what may be meant by it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kztimeline.query import Completion, Guess, QueryError

_TAB: Final = "tab accepts"
_TAB_OF_SEVERAL: Final = "tab accepts the first"


def guess_texts(guesses: Sequence[Guess]) -> tuple[str, ...]:
    """Return the question what is meant, from the most words to the fewest."""
    from kztimeline.query import asked

    question = asked(guesses)
    first = asked(guesses[:1])
    tab = _TAB if len(guesses) == 1 else _TAB_OF_SEVERAL
    without_word = first.removeprefix(f"{guesses[0].wrong}: ")
    texts = (f"{question}  {tab}", question, f"{first}  {_TAB}", first, without_word)
    return tuple(sorted(dict.fromkeys(texts), key=len, reverse=True))


def question_of(guesses: Sequence[Guess]) -> str:
    """Return the question whether the first guess is meant, as a sentence; '' for none."""
    if not guesses:
        return ""
    from kztimeline.text.nearest import did_you_mean

    return did_you_mean([f"{guesses[0].right} ({guesses[0].events})"], sentence=True)


def in_question(mistake: QueryError, guesses: Sequence[Guess]) -> QueryError:
    """Return a mistake with what may be meant, counted, as the remedy."""
    from kztimeline.query import QueryError

    question = guess_texts(guesses)[0].partition(": ")[2]
    brief = guess_texts(guesses)[-1]
    return QueryError(mistake.problem, question, mistake.start, mistake.end, brief=brief)


def stays(mistake: QueryError, text: str, offers: Sequence[Completion]) -> bool:
    """Tell whether a mistake in a query is still there once any of the offers is taken.

    One that stands before what is being written is, unless typing on may end it.
    """
    from kztimeline.query import QueryError, parse_query

    if not offers:
        return True
    if mistake.end < offers[0].start:
        return not mistake.unfinished
    if mistake.unfinished and not mistake.meant:
        return False
    try:
        parse_query(offers[0].applied(text))
    except QueryError as other:
        return other.problem == mistake.problem
    return False

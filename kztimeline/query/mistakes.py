"""What is wrong with a text that is not a query: where, and what to write instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class QueryError(ValueError):
    """Text that is not a query.

    Attributes:
        problem: What is wrong with the characters from offset `start` to `end` of the text.
        remedy: What to write instead.
        start: Where the mistake begins.
        end: Where it ends.
        meant: What may be meant by the characters from `start` to `end`, best first.
        brief: The remedy in fewer words, for where there is no room.
        unfinished: Whether something is open in it that typing on may close.
    """

    def __init__(
        self,
        problem: str,
        remedy: str,
        start: int,
        end: int,
        meant: Sequence[str] = (),
        brief: str = "",
        unfinished: bool = False,
    ) -> None:
        super().__init__(problem, remedy, start, end, meant, brief, unfinished)
        self.problem = problem
        self.remedy = remedy
        self.start = start
        self.end = end
        self.meant = tuple(meant)
        self.brief = brief or remedy
        self.unfinished = unfinished

    def __str__(self) -> str:
        return self._with(self.remedy)

    def _with(self, remedy: str) -> str:
        return (
            f"{self.problem} ({remedy})"
            if self.problem.endswith(":")
            else f"{self.problem}; {remedy}"
        )

    @property
    def variants(self) -> tuple[str, ...]:
        """What to say of it, from the most to the fewest words."""
        texts = (str(self), self._with(self.brief), self.remedy, self.brief)
        return tuple(sorted(dict.fromkeys(texts), key=len, reverse=True))

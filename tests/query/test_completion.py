"""What is offered for a query while it is typed."""

from __future__ import annotations

import pytest

from kztimeline.query.completion import dated_words


@pytest.mark.parametrize(
    "text",
    [
        "in:dec 2011",
        "in:16 dec 2011",
        "before:16 dec 2011",
        "in:16 dec 2011..15 jan 2012",
        "in:dec 2011 to feb 2012",
        "track:x after:march 2010",
    ],
)
def test_a_date_of_several_words_is_not_offered_a_date_within_it(text: str) -> None:
    assert dated_words(text, len(text)) is None


def test_words_after_a_date_may_name_another() -> None:
    text = "in:2011 ferry dec 2012"
    offered = dated_words(text, len(text))
    assert offered is not None
    assert offered.applied(text) == "in:2011 ferry in:2012-12"

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kztimeline.session.limits import narrowed
from kztimeline.session.view import History, View

VIEWS = st.builds(
    View,
    query=st.sampled_from(["", "a", "b"]),
    importance=st.integers(1, 3),
    cursor=st.sampled_from([None, "x", "y"]),
)


@given(st.lists(VIEWS))
def test_undo_and_redo_go_the_same_way(views: list[View]) -> None:
    history = History(View())
    for view in views:
        history = history.record(view)
    end, seen = history, [history.present]
    while history.past:
        history = history.undo()
        seen.append(history.present)
    assert history.present == View()
    for expected in reversed(seen):
        assert history.present == expected
        history = history.redo()
    assert history == end


@given(VIEWS, VIEWS)
def test_a_new_view_forgets_what_was_undone(first: View, second: View) -> None:
    history = History(View(find="start")).record(first).undo().record(second)
    assert not history.future
    assert history.undo().present == View(find="start")


def test_a_small_step_is_not_undone_but_returned_to() -> None:
    history = History(View(cursor="x")).amend(View(cursor="y")).record(View(query="a", cursor="y"))
    assert history.undo().present == View(cursor="y")
    assert History(View()).undo() == History(View()).redo() == History(View())


def test_history_does_not_grow_without_end() -> None:
    history = History(View())
    for number in range(1000):
        history = history.record(View(query=str(number)))
    assert len(history.past) <= 200


def test_a_filter_that_is_off_narrows_nothing() -> None:
    view = View(query="a", filtering=False)
    assert (view.active_query, narrowed(view)) == ("", False)
    assert narrowed(view.but(importance=2))
    assert narrowed(view.but(filtering=True))

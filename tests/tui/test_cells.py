from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from kztimeline.text.cells import _NARROW, _wrap_any, _wrap_narrow, clean, cut, cut_start, fit, wrap
from kztimeline.text.cells import width as cells_of
from kztimeline.text.pieces import Piece, RoleSpan, clip, pieces_of, pieces_width
from kztimeline.text.spans import Span

TEXTS = st.one_of(
    st.text(max_size=60),
    st.text(alphabet="ab 中国🚣e\u0301Қ", max_size=60),
)


@given(TEXTS)
def test_clean_text_cannot_steer_a_terminal_and_keeps_its_offsets(text: str) -> None:
    cleaned = clean(text)
    assert len(cleaned) == len(text)
    assert not any(unicodedata.category(sign) in {"Cc", "Cs", "Zl", "Zp"} for sign in cleaned)


def test_clean_replaces_escapes_and_reordering_but_keeps_letters() -> None:
    assert clean("a\x1b[31mb\u202ec\x9bd") == "a\ufffd[31mb\ufffdc\ufffdd"
    assert clean("Қазақстан 中国 🚣‍♀️") == "Қазақстан 中国 🚣‍♀️"


@given(TEXTS.map(clean), st.integers(0, 40))
def test_cut_text_fits(text: str, cells: int) -> None:
    assert cells_of(cut(text, cells)) <= cells


@given(TEXTS.map(clean), st.integers(0, 40))
def test_text_cut_at_its_start_fits_and_keeps_its_end(text: str, cells: int) -> None:
    end = cut_start(text, cells)
    assert cells_of(end) <= cells
    assert end == text or text.endswith(end.removeprefix("…"))


@given(TEXTS.map(clean), st.integers(1, 40), st.sampled_from(["left", "right", "centre"]))
def test_fitted_text_takes_exactly_the_cells(text: str, cells: int, align: str) -> None:
    assert cells_of(fit(text, cells, align)) == cells


@given(TEXTS.map(clean), st.integers(2, 40))
def test_wrapping_loses_nothing_but_spaces(text: str, cells: int) -> None:
    lines = [text[part.start : part.end] for part in wrap(text, cells)]
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(cells_of(line) <= cells for line in lines)


@given(st.text(alphabet="ab é–≠Қ", max_size=60), st.integers(1, 20))
def test_narrow_text_is_broken_as_if_each_stretch_were_measured(text: str, cells: int) -> None:
    assert _wrap_narrow(text, cells) == _wrap_any(text, cells)


def test_what_counts_as_narrow_takes_one_cell() -> None:
    narrow = [chr(code) for code in range(0x3000) if _NARROW.fullmatch(chr(code))]
    assert {cell_len(sign) for sign in narrow} == {1}


def test_wrapping_to_a_number_of_lines_leaves_the_rest_in_the_last() -> None:
    text = "one two three four"
    assert [text[slice(*part)] for part in wrap(text, 7, 2)] == ["one two", "three four"]


def test_wide_characters_are_never_split() -> None:
    assert cut("中国代表团", 6) == "中国…"
    assert fit("中国代表团", 6) == "中国… "


@given(st.integers(1, 30))
def test_clipped_pieces_fit(cells: int) -> None:
    pieces = [Piece("中国 ", "a"), Piece("regatta", "b"), Piece(" café", "a")]
    assert pieces_width(clip(pieces, cells)) <= cells


def test_marks_split_a_text_where_they_are() -> None:
    pieces = pieces_of("the old mole", Span(4, 12), "title", [RoleSpan(2, 7, "match")])
    assert pieces == [Piece("old", "match"), Piece(" mole", "title")]

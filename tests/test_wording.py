"""What the program and its papers say is written in one English: America's."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
BRITISH: Final = re.compile(
    r"\b(?:\w*(?:colour|harbour|favour|behaviour|honour|labour|neighbour|rumour|humour)\w*"
    r"|\w*(?:anali|organi|recogni|reali|emphasi|summari|normali|initiali|speciali|minimi|maximi"
    r"|optimi|critici|generali|capitali|visuali|characteri|authori|romani)s(?:e[ds]?|ing|ations?)"
    r"|analys(?:e[ds]?|ing)|cent(?:re[ds]?)|metres?|theatres?|defence|offences?|licences?"
    r"|practis(?:e[ds]?|ing)|catalogues?|travell(?:ed|ing|er)|cancell(?:ed|ing)"
    r"|label(?:led|ling)|model(?:led|ling)|signall(?:ed|ing)|grey|programmes?|cheques?"
    r"|whilst|amongst|learnt|spelt|judgement|artefacts?|fulfil|encyclopaedia)\b",
    re.IGNORECASE,
)
SOUGHT: Final = {
    "bookmark mark favourite star select",
    "bookmarks favourites",
    "theme colour color light dark mode",
}
"""Words by which an action is found in the palette: both spellings may be typed."""


def papers() -> Iterator[tuple[str, str]]:
    """Yield the name and the text of everything written for readers, without its code."""
    folders = ROOT, ROOT / "docs", ROOT / "benchmarks"
    for path in (path for folder in folders for path in folder.glob("*.md")):
        yield path.name, re.sub(r"```.*?```|`[^`\n]*`", "", path.read_text(encoding="utf-8"))


def sentences() -> Iterator[tuple[str, str]]:
    """Yield where a text of several words stands in the program, and the text."""
    for path in sorted((ROOT / "kztimeline").rglob("*.py")):
        if "extraction" in path.parts:
            # Words that are found in documents of either spelling.
            continue
        for text in _shown(ast.parse(path.read_text(encoding="utf-8"))):
            yield path.name, text


def _shown(tree: ast.AST) -> Iterator[str]:
    """Yield the texts with a space in them that are no comment in disguise."""
    remarks = set[int]()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            # What stands in a node comes after it.
            remarks.add(id(node.value))
        elif (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and " " in node.value
            and id(node) not in remarks
            and node.value not in SOUGHT
        ):
            yield node.value


def test_one_english_is_written() -> None:
    texts = [*papers(), *sentences()]
    assert len(texts) > 2_000
    assert [(name, found[0]) for name, text in texts for found in BRITISH.finditer(text)] == []


def test_another_would_be_found() -> None:
    for text in ("A harbour strike", "no colours to change", "## Licences", "Organised by topic"):
        assert BRITISH.search(text), text
    for text in ("A harbor strike", "no colors", "## Licenses", "a promise", "exercises"):
        assert not BRITISH.search(text), text

"""One word for one thing: no two classes of the package, and no two of its kinds, bear one name."""

from __future__ import annotations

import ast
import importlib.util
import pkgutil
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import kztimeline

FACE = "kztimeline.api"
"""The face for Python has its own `Timeline`, `Event` and `Date`, by the names people know."""


def modules() -> Iterator[str]:
    for each in pkgutil.walk_packages(kztimeline.__path__, "kztimeline."):
        if each.name not in {FACE, "kztimeline.__main__"}:
            yield each.name


def names_of(source: str) -> Iterator[str]:
    """Yield the names of classes, inner ones too, and of kinds that are given a name."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.AnnAssign) and ast.unparse(node.annotation) == "TypeAlias":
            yield ast.unparse(node.target)


def test_no_two_classes_bear_one_name() -> None:
    homes: dict[str, list[str]] = defaultdict(list)
    for module in modules():
        spec = importlib.util.find_spec(module)
        assert spec is not None
        assert spec.origin is not None
        for name in names_of(Path(spec.origin).read_text(encoding="utf-8")):
            homes[name.lstrip("_")].append(module)
    assert len(homes) > 100
    assert {name: where for name, where in homes.items() if len(where) > 1} == {}


def test_a_second_class_of_a_name_would_be_found() -> None:
    source = "class A:\n    class B: ...\nB: TypeAlias = int\ndef f():\n    class _C: ...\n"
    assert sorted(names_of(source)) == ["A", "B", "B", "_C"]

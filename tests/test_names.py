"""One word for one thing: no two classes, kinds or functions of the package bear one name."""

from __future__ import annotations

import ast
import importlib.util
import pkgutil
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

import kztimeline
from kztimeline.export.formats.registry import FORMATS

FACE = "kztimeline.api"
"""The face for Python has its own `Timeline`, `Event` and `Date`, by the names people know."""


@cache
def modules() -> dict[str, ast.Module]:
    """Return what stands in each module, by its name."""
    found = {}
    for each in pkgutil.walk_packages(kztimeline.__path__, "kztimeline."):
        if each.name not in {FACE, "kztimeline.__main__"}:
            spec = importlib.util.find_spec(each.name)
            assert spec is not None
            assert spec.origin is not None
            found[each.name] = ast.parse(Path(spec.origin).read_text(encoding="utf-8"))
    return found


def names_of(module: ast.Module) -> Iterator[str]:
    """Yield the names of classes, inner ones too, and of kinds that are given a name."""
    pending: list[ast.AST] = [*module.body]
    while pending:
        node = pending.pop()
        if isinstance(node, ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.AnnAssign) and ast.unparse(node.annotation) == "TypeAlias":
            yield ast.unparse(node.target)
        # Neither stands within an expression, and most of a module is expressions.
        pending += [part for part in ast.iter_child_nodes(node) if not isinstance(part, ast.expr)]


def functions_of(module: ast.Module) -> Iterator[str]:
    """Yield the names of functions that other modules may call."""
    for node in module.body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            yield node.name


def shared(names: Callable[[ast.Module], Iterator[str]]) -> tuple[int, dict[str, list[str]]]:
    """Return how many names there are, and those that stand in more than one module."""
    homes: dict[str, list[str]] = defaultdict(list)
    for title, module in modules().items():
        for name in names(module):
            homes[name.lstrip("_")].append(title)
    return len(homes), {name: where for name, where in homes.items() if len(where) > 1}


@pytest.mark.slow
def test_no_two_classes_bear_one_name() -> None:
    known, twice = shared(names_of)
    assert known > 100
    assert twice == {}


def test_no_two_functions_bear_one_name() -> None:
    known, twice = shared(functions_of)
    assert known > 500
    # The writer of a format is the one function that each of these modules is there for.
    for name in {each.writer for each in FORMATS} | {"write_list"}:
        assert all(
            module.startswith("kztimeline.export.formats.") for module in twice.pop(name, ())
        )
    assert twice == {}


def test_a_second_class_of_a_name_would_be_found() -> None:
    source = "class A:\n    class B: ...\nB: TypeAlias = int\ndef f():\n    class _C: ...\n"
    assert sorted(names_of(ast.parse(source))) == ["A", "B", "B", "_C"]


def test_a_second_function_of_a_name_would_be_found() -> None:
    source = "def a():\n    def b(): ...\ndef _c(): ...\nclass D:\n    def a(self): ...\n"
    assert list(functions_of(ast.parse(source))) == ["a"]

"""Circles in what leads from one to another, found in time linear in their number."""

from __future__ import annotations


def circles_of(edges: dict[str, list[str]]) -> dict[str, int]:
    """Return a number for each id: two have the same if each leads to the other.

    Kosaraju's method: visit along the edges, then back in the reverse order of leaving.
    """
    back: dict[str, list[str]] = {start: [] for start in edges}
    for start, ends in edges.items():
        for end in ends:
            if end in back:
                back[end].append(start)
    left: list[str] = []
    seen: set[str] = set()
    for start in edges:
        left += _visit(start, edges, seen)
    seen.clear()
    return {
        each: number
        for number, start in enumerate(reversed(left))
        for each in _visit(start, back, seen)
    }


def _visit(start: str, edges: dict[str, list[str]], seen: set[str]) -> list[str]:
    """Return what can be reached from `start` and was not `seen`, in the order of leaving."""
    if start in seen:
        return []
    seen.add(start)
    left, path = [], [(start, iter(edges[start]))]
    while path:
        here, ends = path[-1]
        fresh = next((end for end in ends if end in edges and end not in seen), None)
        if fresh is None:
            left.append(here)
            path.pop()
        else:
            seen.add(fresh)
            path.append((fresh, iter(edges[fresh])))
    return left

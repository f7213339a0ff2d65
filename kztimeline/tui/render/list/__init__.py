"""How the list is arranged: its rows, groups, empty time and moves; `rails/` draws its lines.

Knows no Textual.
"""

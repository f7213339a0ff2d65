"""Why a text is no YAML: the cause at its own line, and what mends it.

Knows no timeline.
"""

"""Why a text is no YAML: the cause at its own line, and what mends it.

Knows nothing of timelines but the keys that their files may hold.
"""

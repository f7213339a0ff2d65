"""Why a text is not YAML: the cause at its own line, and what mends it.

Knows the keys that a timeline file may have, and no timeline.
"""

"""From files to a checked timeline: the only place of YAML and pydantic.

Knows no query and no screen.
"""

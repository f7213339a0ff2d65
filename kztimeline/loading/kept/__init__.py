"""The plain form of a checked timeline: how it is laid out, read back and kept between runs.

It holds data and no code, and must not know YAML, pydantic, or how a timeline is checked.
"""

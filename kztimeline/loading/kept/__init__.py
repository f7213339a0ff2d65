"""A checked timeline packed as plain data: how that is laid out, read back and kept between runs.

It holds data and no code, and must not know YAML, pydantic, or how a timeline is checked.
"""

"""What no single field can show to be wrong, each rule a function.

Knows no pydantic, and of YAML only places.
"""

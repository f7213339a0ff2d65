"""From events to text that leaves the program.

Knows no files, no YAML and no screen.
"""

"""One page for the browser: its text, its style and the script of its filter.

Knows records of events; it knows no files but its own style and script, and no network.
"""

"""Tables: where they begin, what their columns hold, and those that `kzt export` wrote.

Knows what is found in any file, and no JSON.
"""

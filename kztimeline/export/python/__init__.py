"""Events as Python's users take them: dates that compare, a table of pandas, a notebook's HTML.

Knows no file and no query; pandas only when it is asked for.
"""

"""Says which day has which name, and finds the name that stands beside a date.

Knows nothing of publication and weighs nothing.
"""

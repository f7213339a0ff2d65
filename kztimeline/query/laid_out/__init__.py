"""A timeline laid out for queries, part by part, and how that is kept between runs.

Knows events and their values, and no query.
"""

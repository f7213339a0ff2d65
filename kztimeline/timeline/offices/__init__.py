"""Who held which office, and how surely: of a person, on a day, in a year.

Knows eras and actors, and nothing of files, views or screens.
"""

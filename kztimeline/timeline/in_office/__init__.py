"""Who was in office on a day, within some days and in a year.

Knows eras and the terms of actors, and nothing of files, views or screens.
"""

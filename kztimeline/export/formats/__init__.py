"""One file a format in which events leave the program, and the registry of them.

A format knows records of events; it knows no files, no terminal and no query.
"""

"""The formats that carry the sources of events, each once, for programs that cite.

They know records of events; they know no files, no terminal and no query.
"""

"""`kzt seeds walk`: an event or a reason for each open date of a document, asked line by line.

Knows plain lines only, of a terminal or a pipe; no screen.
"""

"""What `--help` and `kzt help` say: examples first, then the options, and pages on a subject.

Knows no timeline and runs no command.
"""

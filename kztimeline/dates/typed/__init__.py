"""Dates as somebody types them where a date may stand: `reading` tells what a text is.

Knows what was typed and the dates it is counted from; no events, no screen.
"""

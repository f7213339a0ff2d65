"""What a session tells: why an event matches, how far it is from another, what undo takes back.

Knows no widget and no file.
"""

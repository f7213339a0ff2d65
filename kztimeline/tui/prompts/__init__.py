"""What is typed into the bar: one class a purpose, and the session of typing it.

Knows the workspace, and no widget.
"""

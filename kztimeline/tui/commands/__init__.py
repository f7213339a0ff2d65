"""Each action with its function.

Knows the workspace, and no widget.
"""

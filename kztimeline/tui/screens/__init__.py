"""The screen of the timeline: lays out, and is the workspace of the commands."""

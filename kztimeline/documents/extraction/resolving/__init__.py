"""Says what the temporal expressions of a text mean."""

"""Tests of what a session keeps and works out."""

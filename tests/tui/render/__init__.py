"""Tests of what is drawn, as plain lines."""

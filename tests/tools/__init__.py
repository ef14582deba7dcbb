"""Tests of dev.py and what is behind it."""

"""The nets under every test, always on: what a test did not mean to do fails it."""

"""What ``dev.py`` does: set-up, checks, translations, packaging. Never part of the program."""

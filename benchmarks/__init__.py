"""What claims of speed rest on: ``python3 dev.py bench``."""

"""Company Portal for the desktop: enrolled devices, and above all a forgotten passcode."""

__version__ = "0.1.0"

"""Company Portal for the desktop: a person's enrolled devices, and above all a forgotten passcode.
Company Portal for the desktop: a person's enrolled devices, and above all a forgotten passcode.
"""

__version__ = "0.1.0"

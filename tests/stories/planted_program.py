"""A program that tells a secret wherever one can: for the test of the net that looks for secrets.

``python -m tests.stories.planted_program SECRET``; it stays until it is ended.
"""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QLabel


def main(secret: str) -> int:
    """As a title, on both clipboards, on the standard output, and as a word of its start."""
    app = QApplication(sys.argv[:1])
    window = QLabel("planted")
    window.setWindowTitle(secret)
    board = app.clipboard()
    for mode in (board.Mode.Clipboard, board.Mode.Selection):
        board.setText(secret, mode)
    window.show()
    print(secret, flush=True)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

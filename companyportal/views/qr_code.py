"""A public page of the organisation for the visitor's own telephone: nothing is opened here.

Only what anybody may know goes into such a picture: never a sign-in, a passcode or a device.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QUrl
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from companyportal.views.spacing import column
from companyportal.views.text import Text, display
from companyportal.views.theme import current

_QUIET = 4
"""Modules of white round the symbol.

Source: ISO/IEC 18004:2015, 6.3.8
"""
_LEAST_CM = 3.0
_CM_PER_INCH = 2.54
_CREDIBLE_DPI = (60.0, 400.0)
"""Logical; some screens tell no size, or that of a stamp."""
_LONGEST = 300
"""Characters; more would need modules too small for an old camera."""
_INSIDE = ("localhost", "local", "internal", "lan")
"""Names that a telephone cannot look up."""


def public_host(address: str) -> str:
    """The host of a public page, as people read it; empty where the address is anything else."""
    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    is_page = url.isValid() and url.scheme() == "https" and len(address) <= _LONGEST
    if not is_page or "@" in url.authority() or url.port() not in (-1, 443):
        return ""
    _, dot, top = url.host(QUrl.ComponentFormattingOption.FullyEncoded).rpartition(".")
    is_name = bool(dot) and (top.isalpha() or top.startswith("xn--")) and top not in _INSIDE
    return display(url.host(), 253) if is_name else ""


class QrCode(QWidget):
    """Black on white in every theme, with the host below for those who type; hidden where the
    address is not one of a public page.
    """

    def __init__(self, address: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.symbol = _Symbol()
        self.host = Text("", "strong", align=Qt.AlignmentFlag.AlignHCenter)
        # A name is one long word: it breaks rather than being cut.
        self.host.setMinimumWidth(1)
        box = column(self, gap=8)
        box.addWidget(self.symbol, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addWidget(self.host)
        self.set_address(address)

    def set_address(self, address: str) -> None:
        """Show this one."""
        host = public_host(address)
        self.host.setText(host)
        self.symbol.set_content(address if host else "")
        self.setVisible(bool(host))
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        words = self.tr("QR code that leads to {host}").format(host=self.host.text())
        self.symbol.setAccessibleName(words if self.host.text() else "")


class _Symbol(QWidget):
    """The modules; every one is a whole number of the screen's own pixels wide."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[bytes, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        current().changed.connect(self.updateGeometry)

    def set_content(self, text: str) -> None:
        """Encode it; nothing where it is empty."""
        self._rows = _modules(text) if text else ()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Three centimetres at least on the screen it is on, without the white round it."""
        side = math.ceil(self._module() * (len(self._rows) + 2 * _QUIET))
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """As sizeHint."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A white ground and the dark modules."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#FFFFFF"))
        side = self._module()
        for y, modules in enumerate(self._rows, _QUIET):
            for x, is_dark in enumerate(modules, _QUIET):
                if is_dark:
                    painter.fillRect(QRectF(x * side, y * side, side, side), QColor("#000000"))

    def _module(self) -> float:
        """Logical pixels."""
        least, most = _CREDIBLE_DPI
        dpi = min(most, max(least, self.screen().physicalDotsPerInch()))
        wanted = max(_LEAST_CM / _CM_PER_INCH * dpi, current().px(120))
        ratio = self.devicePixelRatioF()
        return math.ceil(wanted * ratio / max(1, len(self._rows))) / ratio


def _modules(text: str) -> tuple[bytes, ...]:
    """Rows of zeros and ones, error correction M.

    Source: https://segno.readthedocs.io/en/stable/api.html
    """
    # Here, because few visitors ever see one.
    import segno

    code = segno.make(text, error="m", boost_error=False, micro=False)
    return tuple(bytes(row) for row in code.matrix)

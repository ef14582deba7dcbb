"""Which variables a kiosk may not start with: those that bring code, and those that read along.

An administrator who looks for a fault may have left one behind, or somebody who came near the
computer once. They are taken away before Qt reads them, because a page has to be shown all the
same; but the station serves nobody until the session starts without them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, MutableMapping

_PREFIXES = ("LD_", "DYLD_", "PYTHON")
"""All of the loader's, and all of Python's but a few: new ones come with new versions.

Source: https://man7.org/linux/man-pages/man8/ld.so.8.html
Source: https://docs.python.org/3/using/cmdline.html#environment-variables
"""
_HARMLESS = frozenset(
    {
        "PYTHONDONTWRITEBYTECODE",
        "PYTHONHASHSEED",
        "PYTHONIOENCODING",
        "PYTHONNOUSERSITE",
        "PYTHONSAFEPATH",
        "PYTHONUNBUFFERED",
        "PYTHONUTF8",
    }
)
"""These bring no code, and let nobody look in."""
_NAMES = frozenset(
    {
        "QT_PLUGIN_PATH",  # Qt loads what lies there, with the program's own rights
        "QT_QPA_PLATFORM_PLUGIN_PATH",
        "QT_QPA_GENERIC_PLUGINS",
        "QT_DEBUG_PLUGINS",
        "QT_LOGGING_CONF",  # Qt would log what goes through it
        "QT_LOGGING_RULES",
        "QT_LOGGING_TO_CONSOLE",
        "QT_MESSAGE_PATTERN",
        "QML_IMPORT_PATH",
        "QML2_IMPORT_PATH",
        "QML_DISK_CACHE_PATH",
        "GCONV_PATH",  # the C library loads these when it converts text
        "GLIBC_TUNABLES",
        "LOCPATH",
        "LIBGL_DRIVERS_PATH",
        "OPENSSL_CONF",  # may load engines into every connection
        "OPENSSL_ENGINES",
        "OPENSSL_MODULES",
        "SSLKEYLOGFILE",  # what is sent could be read along
        "SSL_CERT_FILE",  # foreign servers would be believed
        "SSL_CERT_DIR",
        "REQUESTS_CA_BUNDLE",
        "CURL_CA_BUNDLE",
    }
)
"""Source: https://doc.qt.io/qt-6/deployment-plugins.html
Source: https://doc.qt.io/qt-6/qloggingcategory.html#logging-rules
Source: https://docs.openssl.org/master/man7/openssl-env/
"""
_SCREENS = frozenset({"xcb", "wayland", "wayland-egl", "windows", "cocoa", "offscreen"})
"""Qt can also show a program to the network (vnc), and take a path to a plug-in with its name.

Source: https://doc.qt.io/qt-6/qpa.html
"""


def dangerous(environment: Mapping[str, str]) -> tuple[str, ...]:
    """Names of set variables that a kiosk may not start with, sorted."""
    return tuple(sorted(_dangerous(environment)))


def scrub(environment: MutableMapping[str, str]) -> tuple[str, ...]:
    """Take them away; which they were. To be called before Qt is asked for a window."""
    names = dangerous(environment)
    for name in names:
        del environment[name]
    return names


def _dangerous(environment: Mapping[str, str]) -> Iterable[str]:
    for name, value in environment.items():
        spelled = name.upper()
        if spelled == "QT_QPA_PLATFORM":
            if not _SCREENS.issuperset(value.split(";")):
                yield name
        elif spelled in _NAMES or (spelled.startswith(_PREFIXES) and spelled not in _HARMLESS):
            yield name

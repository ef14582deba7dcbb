"""The stepper, the ring and the track: what they tell those who cannot see them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QLocale, QRect, QVariantAnimation
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from companyportal.views.count_down_ring import CountDownRing
from companyportal.views.stepper import Stepper
from companyportal.views.theme import Theme
from companyportal.views.track import Track

STEPS = ["Before you start", "Sign in again", "Reset"]


@pytest.fixture
def ring(theme: Theme, speak: Callable[[str], None], qtbot: QtBot) -> CountDownRing:
    """The large one, in English."""
    speak("en")
    theme.set_mode("light")
    ring = CountDownRing(172)
    qtbot.addWidget(ring)
    ring.resize(ring.sizeHint())
    return ring


def shows(image: QImage, colour: QColor) -> bool:
    """True where that colour is somewhere in the picture."""
    return any(
        image.pixelColor(x, y) == colour
        for x in range(image.width())
        for y in range(image.height())
    )


@pytest.mark.parametrize("index", [0, 1, 2])
def test_the_stepper_tells_the_step(index: int, theme: Theme, qtbot: QtBot) -> None:
    stepper = Stepper()
    qtbot.addWidget(stepper)
    stepper.set_steps(STEPS, index)
    assert stepper.accessibleName() == f"Step {index + 1} of 3: {STEPS[index]}"


def test_a_narrow_stepper_keeps_the_name_of_now(theme: Theme, qtbot: QtBot) -> None:
    stepper = Stepper()
    qtbot.addWidget(stepper)
    pictures = []
    for later in ("Reset", "Something else"):
        stepper.set_steps(["Before you start", "Sign in again", later], 1)
        stepper.resize(330, stepper.sizeHint().height())
        pictures.append(stepper.grab().toImage())
    assert pictures[0] == pictures[1]
    stepper.set_steps(["Before you start", "Other words now", "Reset"], 1)
    assert stepper.grab().toImage() != pictures[0]


@pytest.mark.parametrize("width", [448, 300])
@pytest.mark.parametrize("index", [0, 1, 2])
def test_large_text_pushes_no_step_out(
    index: int,
    width: int,
    enlarge: Callable[[int], None],
    theme: Theme,
    speak: Callable[[str], None],
    qtbot: QtBot,
) -> None:
    enlarge(200)
    stepper = Stepper()
    qtbot.addWidget(stepper)
    pictures = []
    for numbers in ("en", "ar-EG"):
        stepper.setLocale(QLocale(numbers))
        stepper.set_steps(["Avant de commencer", "Se reconnecter", "Réinitialiser"], index)
        stepper.resize(width, stepper.sizeHint().height())
        pictures.append(stepper.grab().toImage())
    last = QRect(width - theme.px(26), 0, theme.px(26), stepper.height())
    if index < 2:
        # The last circle holds a number: it is all there where other digits look different.
        assert pictures[0].copy(last) != pictures[1].copy(last)
    edge = pictures[0].copy(width - 1, 0, 1, stepper.height())
    assert not shows(edge, theme.color("accent"))


def test_all_steps_done_looks_different_from_the_last_one(theme: Theme, qtbot: QtBot) -> None:
    stepper = Stepper()
    qtbot.addWidget(stepper)
    stepper.resize(640, 40)
    stepper.set_steps(STEPS, 2)
    before = stepper.grab().toImage()
    stepper.set_steps(STEPS, 2, is_done=True)
    assert stepper.grab().toImage() != before


@pytest.mark.parametrize(
    ("seconds", "name"),
    [
        (252, "4 minutes 12 seconds left"),
        (120, "2 minutes left"),
        (61, "1 minute 1 second left"),
        (42, "42 seconds left"),
        (-5, "0 seconds left"),
    ],
)
def test_the_ring_tells_what_is_left(ring: CountDownRing, seconds: float, name: str) -> None:
    ring.set_remaining(seconds, 300)
    assert ring.accessibleName() == name


def test_the_ring_says_the_time_seldom_and_at_once(
    ring: CountDownRing, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    def hear(widget: CountDownRing, text: str, *, is_urgent: bool = False) -> None:
        assert is_urgent
        said.append(text)

    monkeypatch.setattr("companyportal.views.count_down_ring.announce", hear)
    for tenths in range(3000, -1, -1):
        ring.set_remaining(tenths / 10, 300)
    assert said == ["5 minutes left", "2 minutes left", "1 minute left", "30 seconds left"]
    ring.set_remaining(250, 300)
    assert len(said) == 4


def test_the_name_of_the_ring_is_true_at_any_moment(ring: CountDownRing) -> None:
    for seconds, name in ((59, "59 seconds left"), (5, "5 seconds left")):
        ring.set_remaining(seconds, 300)
        assert ring.accessibleName() == name


def test_the_arc_warns_below_one_minute(ring: CountDownRing, theme: Theme) -> None:
    calm, warning = theme.color("accent_text"), theme.color("warning_fill")
    ring.set_remaining(60, 300)
    image = ring.grab().toImage()
    assert shows(image, calm)
    assert not shows(image, warning)
    ring.set_remaining(59, 300)
    image = ring.grab().toImage()
    assert shows(image, warning)
    assert not shows(image, calm)


def test_what_is_left_ends_at_twelve(ring: CountDownRing, theme: Theme) -> None:
    ring.set_remaining(150, 300)
    image = ring.grab().toImage()
    half = image.width() // 2
    colour = theme.color("accent_text")
    assert shows(image.copy(0, 0, half - 8, image.height()), colour)
    assert not shows(image.copy(half + 8, 0, half - 8, image.height()), colour)


def test_the_ring_never_counts_itself(ring: CountDownRing) -> None:
    ring.set_remaining(100, 300)
    ring.show()
    assert ring.findChildren(QVariantAnimation) == []


def test_the_figures_fit_into_the_ring_at_any_text_size(theme: Theme, qtbot: QtBot) -> None:
    for size in (64, 172):
        ring = CountDownRing(size)
        qtbot.addWidget(ring)
        assert ring.sizeHint().width() >= theme.px(size)
        assert ring.sizeHint().width() == ring.sizeHint().height()


def test_the_track_moves_only_while_it_is_seen(theme: Theme, qtbot: QtBot) -> None:
    track = Track()
    qtbot.addWidget(track)
    motion = track.findChild(QVariantAnimation)
    assert motion is not None
    running = QVariantAnimation.State.Running
    assert motion.state() is not running
    track.show()
    assert motion.state() is running
    track.hide()
    assert motion.state() is not running


def test_the_track_stands_still_where_motion_is_unwanted(
    theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    track = Track()
    qtbot.addWidget(track)
    track.resize(200, 4)
    still = track.grab().toImage()
    track.show()
    motion = track.findChild(QVariantAnimation)
    assert motion is not None
    motion.setCurrentTime(400)
    assert track.grab().toImage() != still
    track.hide()
    monkeypatch.setattr(Theme, "reduces_motion", True)
    track.show()
    assert motion.state() is QVariantAnimation.State.Stopped
    assert track.grab().toImage() == still

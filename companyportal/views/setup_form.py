"""The three things without which nobody can be asked to sign in, typed by whoever sets this up."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from companyportal import setting_rules
from companyportal.clouds import CLOUDS
from companyportal.settings import Settings
from companyportal.views.buttons import Button
from companyportal.views.combo import ComboBox
from companyportal.views.flow_layout import FlowLayout
from companyportal.views.line_edit import LineEdit
from companyportal.views.spacing import column
from companyportal.views.text import Text

_CLOUDS = tuple(CLOUDS)


class IdField(QWidget):
    """A name, a field for an identifier, and what is wrong with it."""

    def __init__(self, key: str, value: str, parent: QWidget | None = None) -> None:
        """``key`` is the setting's."""
        super().__init__(parent)
        self._key = key
        self._name = Text("", "medium")
        self.edit = LineEdit()
        self.edit.setText(value)
        self.wrong = Text("", "label", "danger")
        self.wrong.hide()
        box = column(self, gap=4)
        for part in (self._name, self.edit, self.wrong):
            box.addWidget(part)
        self.edit.textEdited.connect(self.wrong.hide)

    @property
    def value(self) -> str:
        """Without the spaces and brackets that come along when it is copied."""
        return self.edit.text().strip().strip("{}").strip()

    def set_words(self, name: str, wrong: str) -> None:
        """Its name, and what to say where it is no identifier."""
        self._name.setText(name)
        self.edit.setAccessibleName(name)
        self.wrong.setText(wrong)

    def is_good(self) -> bool:
        """Whether it can be saved; says so where it cannot."""
        is_good = bool(self.value) and not setting_rules.fault(self._key, self.value, str)
        self.wrong.setVisible(not is_good)
        self.edit.setAccessibleDescription("" if is_good else self.wrong.text())
        if not is_good:
            self.edit.setFocus()
        return is_good


class SetupForm(QWidget):
    """Directory, application, cloud.

    Signals:
        entered(values: dict[str, str]): settings that can be saved, by their keys.
    """

    entered = Signal(object)

    def __init__(self, known: Settings, parent: QWidget | None = None) -> None:
        """``known``: what was set before."""
        super().__init__(parent)
        self.tenant = IdField("tenant_id", known.tenant_id)
        self.client = IdField("client_id", known.client_id)
        self._cloud_name = Text("", "medium")
        self.cloud = ComboBox()
        # As wide as the fields above it, however long the names are.
        self.cloud.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.cloud.setSizeAdjustPolicy(policy)
        self.cloud.set_items([cloud.name for cloud in CLOUDS.values()])
        self.cloud.setCurrentIndex(_CLOUDS.index(known.cloud))
        self.save = Button("", "primary")
        self._render()
        self._lay_out()
        self.save.clicked.connect(self._on_save_clicked)
        for field in (self.tenant, self.client):
            field.edit.returnPressed.connect(self._on_save_clicked)

    def _on_save_clicked(self) -> None:
        # Both are asked, so that each says what is wrong with it; the first one gets the keyboard.
        is_good = [field.is_good() for field in (self.client, self.tenant)]
        if all(is_good):
            cloud = _CLOUDS[self.cloud.currentIndex()]
            self.entered.emit(
                {"tenant_id": self.tenant.value, "client_id": self.client.value, "cloud": cloud}
            )

    def _render(self) -> None:
        wrong = self.tr("It looks like 01234567-89ab-cdef-0123-456789abcdef.")
        self.tenant.set_words(self.tr("Directory (tenant) ID"), wrong)
        self.client.set_words(self.tr("Application (client) ID"), wrong)
        self._cloud_name.setText(self.tr("Cloud"))
        self.cloud.setAccessibleName(self.tr("Cloud"))
        self.save.setText(self.tr("Save and sign in"))

    def _lay_out(self) -> None:
        box = column(self, gap=12)
        box.addWidget(self.tenant)
        box.addWidget(self.client)
        choice = column(gap=4)
        choice.addWidget(self._cloud_name)
        choice.addWidget(self.cloud)
        box.addLayout(choice)
        buttons = QWidget()
        FlowLayout(buttons).addWidget(self.save)
        box.addWidget(buttons)

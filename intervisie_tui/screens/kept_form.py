"""A form that keeps what was typed: closed by Esc and opened again in the same phase, all stands there again."""

from textual.containers import Vertical
from textual.widgets import Input, OptionList, TextArea

from intervisie_tui.screens.pick import Pick
from intervisie_tui.screens.typed_forms import Values, typed_forms


class KeptForm(Vertical):
    """The fields of a form, which come back with what was typed before; `done` forgets it.

    Fields are known by their ids; the children may be of any kind. `also` is for a choice that no field holds.
    """

    DEFAULT_CSS = "KeptForm { height: auto; }"

    def __init__(self, form: str, phase: str, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._form, self._phase = form, phase
        self._values: Values = {}
        self._recording = False

    def on_mount(self) -> None:
        """Fill in what was typed before, and remember each change from then on."""
        self.fill()
        self.call_after_refresh(self._record)

    def fill(self) -> bool:
        """Fill in what was typed before; returns whether there was anything."""
        self._values = typed_forms(self.app).of(self._form, self._phase)
        for key, value in self._values.items():
            for field in self.query(f"#{key}").results():
                if isinstance(field, TextArea):
                    field.text = str(value)
                elif isinstance(field, Input):
                    field.value = str(value)
                elif isinstance(field, Pick):
                    field.value = value if isinstance(value, str) else None
                elif isinstance(field, OptionList):
                    field.highlighted = value if isinstance(value, int) else None
        return bool(self._values)

    def _record(self) -> None:
        if not self._recording:
            self.fill()
            self._recording = True

    def hold(self) -> None:
        """What stands in the fields counts from now on, whatever was typed before."""
        self._recording = True
        self._keep()

    def also(self, key: str, value: str | None) -> None:
        """Remember something that no field holds."""
        self._values[key] = value
        self._keep()

    def recall(self, key: str) -> str | None:
        """What `also` was told under this key before."""
        value = typed_forms(self.app).of(self._form, self._phase).get(key)
        return value if isinstance(value, str) else None

    def done(self) -> None:
        """Forget what was typed, for it has been done."""
        self._recording = False
        typed_forms(self.app).forget(self._form)

    def _keep(self) -> None:
        if not self._recording:
            return
        for field in self.query("*"):
            if field.id is None:
                continue
            if isinstance(field, TextArea):
                self._values[field.id] = field.text
            elif isinstance(field, Input | Pick):
                self._values[field.id] = field.value
            elif isinstance(field, OptionList):
                self._values[field.id] = field.highlighted
        typed_forms(self.app).keep(self._form, self._phase, dict(self._values))

    def on_input_changed(self) -> None:
        """A line has changed."""
        self._keep()

    def on_text_area_changed(self) -> None:
        """A field of several lines has changed."""
        self._keep()

    def on_pick_changed(self) -> None:
        """Another value was picked."""
        self._keep()

    def on_option_list_option_highlighted(self) -> None:
        """Another row was marked."""
        self._keep()

"""A terminal that has gone holds nobody up."""

import errno
import io
import threading

from textual.drivers import linux_driver

from intervisie_tui.screens.safe_app import outlive_terminal


class Gone(io.StringIO):
    """A terminal whose window was closed."""

    def write(self, text: str) -> int:
        raise OSError(errno.EIO, "Input/output error", text[:0])


def test_what_is_written_to_a_terminal_that_has_gone_keeps_nobody_waiting() -> None:
    outlive_terminal()
    writer = vars(linux_driver)["WriterThread"](Gone())
    writer.start()

    def write_and_stop() -> None:
        for _picture in range(200):
            writer.write("a picture")
        writer.stop()

    app = threading.Thread(target=write_and_stop, daemon=True)
    app.start()
    app.join(20)
    assert not app.is_alive()

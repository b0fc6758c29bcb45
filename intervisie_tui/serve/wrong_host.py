"""What is said, in the server's own log, when requests come for another host than that of the links."""

import re
from collections.abc import Callable

from intervisie_tui.locale import _
from intervisie_tui.serve.address import Address
from intervisie_tui.serve.host_names import host_name, split_port

EVERY = 60.0
"""Seconds between two times that this is said."""
MOST = 20
"""How many different hosts are said in the life of a server: a scan of the network is not to fill a disk."""
_LONGEST = 100
_SAFE = re.compile(r"[A-Za-z0-9._:\[\]-]+")
_NGINX = "proxy_set_header Host $http_host;"
_CADDY = "header_up Host {http.request.hostport}"


class WrongHost:
    """Tells the person who serves that a host is refused, which one is wanted, and how a proxy is mended."""

    def __init__(
        self, wanted: Address, behind_proxy: bool, now: Callable[[], float], tell: Callable[[str], None]
    ) -> None:
        self._wanted = wanted
        self._behind_proxy = behind_proxy
        self._now = now
        self._tell = tell
        self._told: set[str] = set()
        self._next = now()

    def came(self, host: str) -> None:
        """A request came for this host; said once for each host, and at most once a minute."""
        known = host.lower()
        if known in self._told or len(self._told) >= MOST or self._now() < self._next or not _plausible(host):
            return
        self._told.add(known)
        self._next = self._now() + EVERY
        self._tell(
            _(
                "Refused: a request for the host {came}; the links are for {wanted}.",
                came=host,
                wanted=self._wanted.host,
            )
        )
        if self._behind_proxy:
            words = _(
                "The web server before this one has to pass on the host as the browser names it, with its port."
            )
            self._tell(f"{words} nginx: {_NGINX} Caddy: {_CADDY}")


def _plausible(host: str) -> bool:
    """Whether that is a host as a proxy or a browser may send it: nothing else is repeated in a log."""
    if len(host) > _LONGEST or _SAFE.fullmatch(host) is None:
        return False
    return host_name(split_port(host)[0]) is not None

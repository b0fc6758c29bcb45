"""Ports of this machine."""

import socket


def listening(host: str, port: int, *, ipv6_only: bool = False) -> socket.socket:
    """A socket that takes connections there (port 0: at any that is free); raises OSError.

    With `ipv6_only` a socket for all IPv6 addresses leaves IPv4 to another one on the same port.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if ipv6_only:
            made.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        made.bind((host, port))
        made.listen(256)
    except OSError:
        made.close()
        raise
    return made

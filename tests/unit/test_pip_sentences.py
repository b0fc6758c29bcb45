"""What pip says when it fails, in the words of several of its versions, comes down to one sentence."""

import pytest

from tools.set_up.pip_run import sentence

MISMATCH = """ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE. If you have \
updated the package versions
    rich==15.0.0 from file:///index/rich-15.0.0-py3-none-any.whl (from -r requirements.lock (line 900)):
        Expected sha256 00
             Got        11
"""
RETRYING = """WARNING: Retrying (Retry(total=0, connect=None, read=None, redirect=None, status=None)) \
after connection broken by \
'NewConnectionError('<pip._vendor.urllib3.connection.HTTPSConnection object at 0x7f>: \
Failed to establish a new connection: \
[Errno -3] Temporary failure in name resolution')': /simple/aiohttp/
ERROR: Could not find a version that satisfies the requirement aiohttp==3.14.5 (from versions: none)
ERROR: No matching distribution found for aiohttp==3.14.5
"""
BUSY = """ERROR: Could not install packages due to an OSError: \
HTTPSConnectionPool(host='index', port=443): Max retries \
exceeded with url: /simple/rich/ (Caused by ResponseError('too many 503 error responses'))
"""
CERTIFICATE = """WARNING: Retrying (Retry(total=0)) after connection broken by 'SSLError(SSLCertVerificationError(1, \
'[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to get local issuer certificate'))': /simple/rich/
ERROR: No matching distribution found for rich==15.0.0
"""
GONE = """ERROR: HTTP error 404 while getting https://files.example.org/a/b/rich-15.0.0-py3-none-any.whl#sha256=00 \
(from \
https://example.org/simple/rich/) (requires-python:>=3.8)
ERROR: 404 Client Error: Not Found for url: https://files.example.org/a/b/rich-15.0.0-py3-none-any.whl
"""
NO_FILE = """ERROR: Could not find a version that satisfies the requirement \
markdown-it-py[linkify]==4.3.0 (from versions: 4.2.0)
ERROR: No matching distribution found for markdown-it-py[linkify]==4.3.0
"""


@pytest.mark.parametrize(
    ("told", "begins"),
    [
        (MISMATCH, "What the index gives for rich==15.0.0 does not fit the hashes in the lock."),
        (RETRYING, "The package index cannot be reached:"),
        (BUSY, "The package index cannot be reached:"),
        (CERTIFICATE, "The certificate of the package index is not trusted by this Python;"),
        (GONE, "The file rich-15.0.0-py3-none-any.whl is gone from the package index:"),
        (NO_FILE, "The package index has no file of markdown-it-py[linkify]==4.3.0 for this Python"),
        ("ERROR: Could not install packages: [Errno 28] No space left on device\n", "The disk is full."),
        ("a line\nERROR: Something else\n\n", "pip failed: Something else"),
        ("", "pip failed: it said nothing"),
    ],
)
def test_it_comes_down_to_one_sentence(told: str, begins: str) -> None:
    assert sentence(told).startswith(begins)
    assert "\n" not in sentence(told)

"""`python -m intervisie_tui` is `intervisie`."""

import sys

from intervisie_tui.cli import main

if __name__ == "__main__":
    sys.exit(main())

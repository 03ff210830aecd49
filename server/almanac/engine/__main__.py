"""`python -m almanac.engine problem.json`."""

from __future__ import annotations

import sys

from almanac.engine.cli import main

if __name__ == "__main__":
    sys.exit(main())

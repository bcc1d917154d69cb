"""So that `python -m wegwijs.cli` is the same as the command `wegwijs`."""

import sys

from wegwijs.cli.main import main

sys.exit(main())

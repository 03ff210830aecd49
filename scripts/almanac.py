#!/usr/bin/env python3
"""The one program behind `make` and `almanac.ps1`: checks the Python it was given, then hands over to almanac_cli.

This file must be readable by old Pythons (3.6, even 2.7), so that they can answer with a sentence instead of a
SyntaxError: no annotations, no f-strings.
"""

import os
import subprocess
import sys

OLDEST = (3, 11)
NEWER_NAMES = ["python3.14", "python3.13", "python3.12", "python3.11"]


def newer_python():
    """Path of the first Python on PATH that is new enough and starts, or None."""
    for name in NEWER_NAMES:
        for folder in os.environ.get("PATH", "").split(os.pathsep):
            path = os.path.join(folder, name)
            if not os.access(path, os.X_OK):
                continue
            probe = "import sys; sys.exit(sys.version_info < (3, 11))"
            with open(os.devnull, "w") as nowhere:
                if subprocess.call([path, "-c", probe], stdout=nowhere, stderr=nowhere) == 0:
                    return path
    return None


def main():
    if sys.version_info < OLDEST:
        other = newer_python()
        if other is None or os.environ.get("ALMANAC_PYTHON_CHOSEN"):
            sys.stderr.write(
                "Almanac needs Python 3.11 or newer; this is Python %d.%d (%s).\n"
                "Install a newer one, then run the command again; or name it: make run PYTHON=/path/to/python3.12\n"
                % (sys.version_info[0], sys.version_info[1], sys.executable)
            )
            return 1
        os.environ["ALMANAC_PYTHON_CHOSEN"] = other
        os.execv(other, [other] + sys.argv)
    sys.dont_write_bytecode = True  # a checkout stays as git made it
    from almanac_cli.main import main as command_line  # only a new enough Python can read what this imports

    return command_line(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())

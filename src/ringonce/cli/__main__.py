"""Where the command begins: the collector rests while modules are imported, a tenth of a start."""

import gc

gc.disable()

from ringonce.cli.main import main  # noqa: E402 - only now

if __name__ == "__main__":
    main()

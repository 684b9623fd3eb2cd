"""`python -m ringonce.cli`, for a checkout without an installed command."""

from ringonce.cli.main import main

main()

"""`python3 -m medself`: the command line."""

from medself.cli import main

main(prog_name="medself")

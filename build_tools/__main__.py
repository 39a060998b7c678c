"""`python -m build_tools`."""

from build_tools.interfaces.cli import main

main(prog_name="python -m build_tools")

"""Gender-mainstreaming checks for Vietnamese legal drafts.

Import what you need from the module that owns it, for example::

    from checker.checking import check_file

The package root imports nothing, so that `checker --help` starts at once.
"""

__version__ = "0.1.0"

"""What can go wrong, each with one Vietnamese sentence that tells a person what to do."""


class CheckerError(Exception):
    """An expected failure; `str(error)` is the sentence shown to the user."""


class UnreadableFile(CheckerError):
    """The file cannot be read as a document: empty, encrypted, damaged, of another kind."""


class InvalidRule(CheckerError):
    """A rule file breaks the schema; the message names file, rule and field."""


class UnknownPlace(CheckerError):
    """The document has no such place; the message tells how its places are named."""


class MissingResource(CheckerError):
    """A part of the installation (rules, samples, a system program) is not there."""


class StoreUnavailable(CheckerError):
    """What is kept cannot be read or written now: locked, full, gone, of a later version of the program."""


class NotKept(CheckerError):
    """The project, draft or version that was asked for is not kept (any more)."""


class DecidedMeanwhile(CheckerError):
    """Somebody else has decided on a finding since this reviewer looked; nothing was written."""

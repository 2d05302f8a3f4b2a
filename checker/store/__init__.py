"""What a user asks to keep: projects, drafts, their versions and findings, decisions, the audit trail.

Nothing is kept unless it is asked for. SQLite in the user's own folder, or PostgreSQL where
`CHECKER_DATABASE_URL` names one; both by the same statements and the same tests.
"""

from checker.store.connection import SETTING, Store, close, open_store, together
from checker.store.decisions import current, decide, history
from checker.store.dossiers import (
    change_dossier,
    delete_dossier,
    dossier_named,
    dossiers,
    save_dossier,
)
from checker.store.exchange import export_project, import_project
from checker.store.projects import (
    create_project,
    delete_document,
    delete_project,
    documents,
    project_named,
    projects,
    rename_project,
)
from checker.store.switches import switch_off, switches
from checker.store.trail import events
from checker.store.versions import findings_of, save_new, save_next, version_named, versions

__all__ = [
    "SETTING", "Store", "change_dossier", "close", "create_project", "current", "decide", "delete_document",
    "delete_dossier", "delete_project", "documents", "dossier_named", "dossiers", "events",
    "export_project", "findings_of", "history", "import_project", "open_store", "project_named", "projects",
    "rename_project", "save_dossier", "save_new", "save_next", "switch_off", "switches", "together",
    "version_named", "versions",
]  # fmt: skip

"""The face of the store: an HTTP API for programs, and pages for people that need no script.

    request → security.Door (who, from where, how often) → api or pages → desk.read → storage, in a thread
            ← the Door's headers ← rows as JSON, or a template

Nothing here is imported before somebody serves: a daemon with --no-web does not pay for it. What is shown was
scraped: it is escaped, cut and isolated, and no page makes a browser ask any other host.
"""

"""What click says of a slip → the same with what to write instead, where a newcomer slips most."""

from __future__ import annotations

import click

BEFORE = {"--config": "FILE", "--database": "URL", "--log-level": "LEVEL"}  # what stands before the verb


def clearer(err: click.ClickException) -> click.ClickException:
    """The fault with what to write instead; itself where click says enough."""
    ctx = err.ctx if isinstance(err, click.UsageError) else None
    if ctx is None or ctx.parent is None:
        return err
    _, _, verb = ctx.command_path.partition(" ")
    if isinstance(err, click.NoSuchOption) and err.option_name in BEFORE:
        given = f"{err.option_name} {BEFORE[err.option_name]}"
        return click.UsageError(
            f"{err.option_name} stands before the verb: forumwatch {given} {verb} …", ctx=ctx
        )
    name = getattr(err, "command_name", None)  # which click names from 8.4 on
    if name is not None and isinstance(ctx.command, click.Group) and not getattr(err, "possibilities", None):
        verbs = ", ".join(ctx.command.list_commands(ctx))
        return click.UsageError(f"no verb {name!r} of {verb}; there are: {verbs}", ctx=ctx)
    return err

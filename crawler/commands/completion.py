"""``forumwatch completion SHELL``: the script that makes a shell complete our verbs and options."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print a shell's completion script.

    \b
    forumwatch completion bash >> ~/.bashrc
    forumwatch completion zsh >> ~/.zshrc
    forumwatch completion fish > ~/.config/fish/completions/forumwatch.fish
    """
    found = get_completion_class(shell)
    assert found is not None
    root = ctx.find_root().command
    click.echo(found(root, {}, "forumwatch", "_FORUMWATCH_COMPLETE").source())

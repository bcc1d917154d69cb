"""Config: the options of the plugin in `mkdocs.yml`."""

from __future__ import annotations

from mkdocs.config import base, config_options


class WegwijsConfig(base.Config):
    """Options a site may set; each has a value that works."""

    bewerk_url = config_options.Type(str, default="")
    """Where a file can be edited, up to its path in the project: `https://…/edit/main/`. Empty: no edit link is shown.
    MkDocs' own `repo_url` stays unset, because Material then asks another server for numbers on every page."""

    csp = config_options.Type(bool, default=True)
    """Whether pages carry a Content-Security-Policy. Off in the preview, whose reload script would be refused, and from disk."""

    kaartjes = config_options.Type(bool, default=False)
    """Whether the pictures for link previews are drawn. `wegwijs build --kaartjes` does so too, by an environment variable."""

    voet = config_options.ListOfItems(config_options.Type(dict), default=[])
    """The links in the footer: `- Privacy: over/privacy.md`, in order."""

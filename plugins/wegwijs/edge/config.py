"""Config: the options of the plugin in `mkdocs.yml`."""

from __future__ import annotations

from mkdocs.config import base, config_options


class DoorsConfig(base.Config):
    """Where a contribution can go. What is empty is not offered; the package of the form always is."""

    opslag = config_options.Type(str, default="")
    """The project at its code host: `https://…/netwerk/wegwijs`. The form then opens a new file there, and pages have an edit link."""

    tak = config_options.Type(str, default="main")
    """The branch that is published."""

    adres = config_options.Type(str, default="")
    """The functional mail address of the editors, such as redactie@voorbeeld.nl. Never that of a person."""


class WegwijsConfig(base.Config):
    """Options a site may set; each has a value that works."""

    bijdragen = config_options.SubConfig(DoorsConfig)
    """The doors for contributions: host names and addresses stand here and nowhere else."""

    bewerk_url = config_options.Type(str, default="")
    """Where a file can be edited, up to its path in the project: `https://…/edit/main/`. Empty: the one of `bijdragen`, if any.
    MkDocs' own `repo_url` stays unset, because Material then asks another server for numbers on every page."""

    csp = config_options.Type(bool, default=True)
    """Whether pages carry a Content-Security-Policy. Off in the preview, whose reload script would be refused, and from disk."""

    kaartjes = config_options.Type(bool, default=False)
    """Whether the pictures for link previews are drawn. `wegwijs build --kaartjes` does so too, by an environment variable."""

    voet = config_options.ListOfItems(config_options.Type(dict), default=[])
    """The links in the footer: `- Privacy: over/privacy.md`, in order."""

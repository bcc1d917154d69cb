"""A small built site as files, without faults; a test changes one thing."""

from __future__ import annotations

SITE_URL = "https://voorbeeld.nl/kwaliteit/"


def page(
    body: str, *, head: str = "", title: str = "Titel", lang: str = "nl", description: str = "Wat hier staat."
) -> str:
    """A page with everything a page needs."""
    told = f'<meta name="description" content="{description}">' if description else ""
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>{told}'
        f'<link rel="stylesheet" href="{{up}}assets/css/a.css">{head}</head><body>{body}</body></html>'
    )


def files() -> dict[str, bytes]:
    """Home, an item with an anchor and an image, a page behind a short code, data, and the zip."""
    home = '<h1>Home</h1><a href="item/">item</a> <a href="item/#deel">deel</a> <a href="downloads/kopie.zip">zip</a>'
    home += ' <a href="data.json">data</a>'
    item = (
        '<h1>Item</h1><h2 id="deel">Deel</h2><img src="foto.png" srcset="foto.png 1x, groot.png 2x" alt="">'
        f'<p>{SITE_URL}k/abcd/</p><a href="../">home</a><script src="../assets/js/a.js"></script>'
    )
    made = {
        "index.html": page(home).replace("{up}", ""),
        "item/index.html": page(item).replace("{up}", "../"),
        "k/abcd/index.html": page(
            '<h1>Item</h1><a href="../../item/">verder</a>', head='<meta name="robots" content="noindex">'
        ).replace("{up}", "../../"),
        "404.html": page(f'<h1>Weg</h1><a href="{"/kwaliteit/"}">home</a>').replace("{up}", "/kwaliteit/"),
        "assets/css/a.css": '@font-face { src: url("../fonts/letter.woff2") }',
        "assets/js/a.js": "var space = 'http://www.w3.org/2000/svg';",
        "assets/fonts/letter.woff2": "letter",
        "item/foto.png": "foto",
        "item/groot.png": "foto",
        "data.json": f'{{"adres": "{SITE_URL}item/"}}',
        "sitemap.xml": f"<loc>{SITE_URL}</loc><loc>{SITE_URL}item/</loc>",
        "downloads/kopie.zip": "zip",
    }
    return {path: text.encode() for path, text in made.items()}


def copy() -> dict[str, bytes]:
    """The same as files to open from disk."""
    found = {}
    for path, data in files().items():
        if path in ("404.html", "sitemap.xml", "downloads/kopie.zip"):
            continue
        text = (
            data.decode()
            .replace(' <a href="downloads/kopie.zip">zip</a>', "")
            .replace('href="item/', 'href="item.html')
        )
        text = text.replace('href="../../item/"', 'href="../item.html"').replace('href="../"', 'href="index.html"')
        if path == "item/index.html":
            text = (
                text.replace("../assets", "assets")
                .replace("foto.png", "item/foto.png")
                .replace("groot.png", "item/groot.png")
            )
        if path == "k/abcd/index.html":
            text = text.replace("../../assets", "../assets")
        found[path.replace("item/index.html", "item.html").replace("abcd/index.html", "abcd.html")] = text.encode()
    return found

"""What axe finds on a page, as DESIGN.md promises it in section 8: on every template, wide and narrow, light and dark."""

from __future__ import annotations

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OTHER = {"light": "dark", "dark": "light"}

# Nine tenths of what axe takes goes to the contrast of each text apart. Texts that look the same on grounds that look the
# same have one answer, so of each such group three are asked: the first, the one in the middle and the last. Text that lies
# over something else (positioned, moved) is a group of its own each time.
ASK_CONTRAST_OF = """() => {
  const numbers = new Map();
  const number = (of) => numbers.get(of) ?? numbers.set(of, numbers.size).get(of);
  const grounds = new WeakMap();
  const ground = (node) => {
    if (!node) return 0;
    if (grounds.has(node)) return grounds.get(node);
    const style = getComputedStyle(node);
    const lies = !["static", "relative"].includes(style.position) || style.transform !== "none" || style.translate !== "none";
    const own = [
      node.tagName, node.getAttribute("class"), node.matches(":disabled, [aria-disabled=true], [inert]"), style.backgroundColor,
      style.backgroundImage, style.opacity, style.filter, style.mixBlendMode, lies && numbers.size,
    ];
    grounds.set(node, number([ground(node.parentElement), ...own].join("|")));
    return grounds.get(node);
  };
  const isText = (node) => node.nodeType === Node.TEXT_NODE && node.data.trim();
  const hasText = (node) => [...node.childNodes].some(isText) || node.matches("input, select, textarea");
  const groups = new Map();
  for (const node of document.body.querySelectorAll("*")) {
    // What only a screen reader gets is one pixel large.
    if (!hasText(node) || !node.checkVisibility({ visibilityProperty: true }) || node.getBoundingClientRect().width <= 1) continue;
    const { color, fill, fontSize, fontWeight, textShadow } = getComputedStyle(node);
    const looks = number([ground(node), color, fill, fontSize, fontWeight, textShadow].join("|"));
    groups.set(looks, [...(groups.get(looks) || []), node]);
  }
  for (const group of groups.values()) {
    for (const node of [group[0], group[group.length >> 1], group.at(-1)]) node.dataset.contrast = "";
  }
}"""

# Only the faults come back: what axe has to say about all that is well takes longer than looking for it. Beforehand it
# reads sound and film; stylesheets it would read a second time for an experiment of its own that is not asked for.
FIND = """async ([tags, colours]) => {
  const isAsked = (rule) => tags.some((tag) => rule.tags.includes(tag));
  const rules = axe.getRules(["cat.color"]).filter(isAsked).map((rule) => rule.ruleId);
  if (!rules.includes("color-contrast")) throw new Error("axe calls its rules about colour something else now");
  const runOnly = colours ? { type: "rule", values: rules } : { type: "tag", values: tags };
  axe.configure({ rules: [{ id: "color-contrast", selector: "[data-contrast]" }] });
  const found = await axe.run(document, { runOnly, resultTypes: ["violations"], preload: { assets: ["media"] } });
  for (const node of document.querySelectorAll("[data-contrast]")) delete node.dataset.contrast;
  return found.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 120)}`));
}"""


def barriers(page: Page, *, colours: bool = False) -> list[str]:
    """What axe finds on the page as it is now, one line each; if asked only by the rules about colours."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    page.evaluate(ASK_CONTRAST_OF)
    found: list[str] = page.evaluate(FIND, [TAGS, colours])
    return found


def in_both_schemes(page: Page, first: str = "light") -> dict[str, list[str]]:
    """The barriers in the first scheme, and those of colour in the other: a scheme changes nothing but colours.

    The page is left in the other scheme.
    """
    page.emulate_media(color_scheme=first)  # type: ignore[arg-type]
    found = {first: barriers(page)}
    page.emulate_media(color_scheme=OTHER[first])  # type: ignore[arg-type]
    return {scheme: lines for scheme, lines in {**found, OTHER[first]: barriers(page, colours=True)}.items() if lines}


def at_every_size(page: Page) -> dict[str, list[str]]:
    """Wide and narrow, light and dark, in one visit: each width gets all rules once, each in another scheme."""
    found = {}
    for width, first in ((1280, "light"), (320, "dark")):
        page.set_viewport_size({"width": width, "height": 800})
        found |= {f"{width} {scheme}": lines for scheme, lines in in_both_schemes(page, first).items()}
    return found

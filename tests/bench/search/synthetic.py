"""Synthetic: many items in realistic Dutch, from the sentences and words of the real site; the same count gives the same site."""

from __future__ import annotations

import random
import re
from itertools import pairwise

from wegwijs.tree import Tree

SENTENCE = re.compile(r"[A-Z][^.!?\n|#*\[\]]{30,200}[.!?]")
NOUN = re.compile(r"\b[a-z]{5,12}(?:ing|atie|heid|ment|cht|vorm|blad|plan|groep)\b")
KINDS = ("Gesprek", "Scan", "Spel", "Werkvorm", "Checklist", "Traject", "Dialoog", "Kaart", "Reflectie", "Stappenplan")


def synthetic_tree(real: Tree, count: int) -> Tree:
    """The real site with as many instruments more as it takes to have `count` of them in all."""
    chance = random.Random(7)
    paths = [path for path in real.entries if re.fullmatch(r"content/instruments/(?!index)[^/]+\.md", path)]
    texts = [real.entries[path].read(600_000).decode() for path in paths]
    whole = "\n".join(real.entries[path].read(600_000).decode() for path in real.entries if path.endswith(".md"))
    sentences = sorted(set(SENTENCE.findall(whole)))
    nouns = sorted(set(NOUN.findall(whole)))
    added = {}
    models = [text for text in texts if "status: actueel" in text]
    for number in range(count - len(paths)):
        # New compounds make the vocabulary grow as it does when people write more.
        words = [chance.choice(nouns) + "s" * chance.randint(0, 1) + chance.choice(nouns) for _ in range(4)]
        title = f"{chance.choice(KINDS)} over {words[0]} en {chance.choice(nouns)} {number}"
        added[f"content/instruments/proef-{number}.md"] = _rewritten(chance.choice(models), title, words, sentences, chance)
    extra = Tree.of(added)
    return real.with_entries(*extra.entries.values())


def _rewritten(model: str, title: str, words: list[str], sentences: list[str], chance: random.Random) -> str:
    head, body = model[4:].split("\n---\n", 1)
    head = re.sub(r"^titel: .*$", f'titel: "{title}"', head, count=1, flags=re.MULTILINE)
    head = re.sub(r"^code: .*\n", "", head, flags=re.MULTILINE)
    summary = f"Een vorm waarin je met je team praat over {words[1]} en {words[2]}, zodat iedereen ermee verder kan."
    head = re.sub(r"^samenvatting:(?:.|\n(?= ))*", f'samenvatting: "{summary}"', head, count=1, flags=re.MULTILINE)
    parts = re.split(r"(?m)^(## .*)$", body)
    text = [parts[0]]
    for heading, section in pairwise(parts[1:]):
        if heading.startswith("## "):
            size = max(2, len(section) // 110)
            chosen = [chance.choice(sentences) for _ in range(size)]
            chosen.insert(1, f"Denk ook aan {chance.choice(words)}.")
            text.append(f"{heading}\n\n{' '.join(chosen)}\n\n")
    return f"---\n{head}\n---\n{''.join(text)}"

"""Policy: a page may run its own scripts and nothing else."""

from __future__ import annotations

import base64
import hashlib
import re

from hypothesis import given
from hypothesis import strategies as st

from wegwijs.policy import DIRECTIVES, content_security_policy, with_policy


def sha256(script: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode() + "'"


def script_src(html: str) -> list[str]:
    (found,) = re.findall(r"script-src ([^;]*)", content_security_policy(html))
    return str(found).split()


@given(st.text(alphabet=st.characters(blacklist_categories=("Cs",))).filter(lambda text: "</script>" not in text))
def test_the_hash_of_an_inline_script_is_the_hash_of_its_text(script: str) -> None:
    assert script_src(f"<head><script>{script}</script></head>") == ["'self'", sha256(script)]


def test_every_inline_script_has_a_hash_and_the_same_one_only_once() -> None:
    html = "<script>a()</script><p><script >b()\n</script><script>a()</script>"
    assert script_src(html) == ["'self'", sha256("a()"), sha256("b()\n")]


def test_a_changed_script_is_not_the_allowed_one() -> None:
    assert script_src("<script>a()</script>") != script_src("<script>a() </script>")


def test_files_and_data_need_no_hash() -> None:
    html = (
        '<script src="x.js" defer></script><script defer src="y.js"></script>'
        '<script type="application/ld+json">{"a": 1}</script><script type="application/json">[]</script>'
    )
    assert script_src(html) == ["'self'"]


def test_nothing_of_elsewhere_may_come_in() -> None:
    policy = content_security_policy("<p>tekst</p>")
    assert policy == "; ".join(directive.replace("{hashes}", "") for directive in DIRECTIVES)
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert "http" not in policy
    assert not re.search(r"[*<>\"]", policy)


def test_the_policy_is_the_first_thing_in_the_head() -> None:
    page = with_policy("<html><head>\n<meta charset='utf-8'></head><body><head></body></html>")
    assert re.search(r"<head>\s*<meta http-equiv=\"Content-Security-Policy\" content=\"default-src", page)
    assert page.count("Content-Security-Policy") == 1

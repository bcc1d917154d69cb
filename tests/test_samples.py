"""Every message: a sample that triggers it and nothing else, the sample put right, and all that its help page needs."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from string import Formatter

import pytest
import yaml

import wegwijs
from tests.sites import Site
from wegwijs.samples import Sample, samples
from wegwijs.words import HERE, Message, messages

PACKAGE = Path(wegwijs.__file__).parent
SAMPLES = {sample.code: sample for sample in samples()}
CODE = re.compile(r"K\d{3}")


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES)
def test_the_sample_gives_its_message_in_that_file_and_no_other_message(sample: Sample) -> None:
    problems = Site(sample.wrong).problems
    assert sample.code in {problem.code for problem in problems.at(sample.path)}
    if not sample.only_code:
        assert {problem.code for problem in problems} == {sample.code} | sample.also


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES)
def test_the_sample_put_right_gives_no_message_at_all(sample: Sample) -> None:
    Site(sample.right).is_fine()


def test_only_the_safety_net_has_no_sample() -> None:
    assert set(messages()) - set(SAMPLES) == {"K030"}


@pytest.mark.parametrize("message", messages().values(), ids=messages())
def test_every_message_has_all_its_texts(message: Message) -> None:
    assert CODE.fullmatch(message.code)
    assert message.title.strip()
    assert message.text.strip()
    assert message.text.rstrip()[-1] in ".!"
    assert message.explanation.strip()
    # A way out that is only a nearest word would be empty when no word is near.
    assert re.sub(r"\{\w+\}", "", message.way_out).strip()


@pytest.mark.parametrize("message", messages().values(), ids=messages())
def test_a_message_is_plain_dutch(message: Message) -> None:
    text = f"{message.title} {message.text} {message.way_out} {message.explanation}"
    assert not re.search(
        r"\b(?:gelieve|ongeldig\w*|verplicht\w*|dient|dienen|foutief|error|sorry)\b", text, re.IGNORECASE
    )
    for sentence in re.split(r"(?<=[.!?])\s", f"{message.way_out} {message.explanation}"):
        assert len(sentence.split()) <= 25, sentence


def test_the_messages_read_like_this(golden: Callable[[str, str], None]) -> None:
    """Every line of every sample, word for word."""
    text = ""
    for code, sample in SAMPLES.items():
        text += f"{code} {messages()[code].title}\n"
        text += "".join(f"  {line}\n" for line in Site(sample.wrong).lines)
    golden("berichten.txt", text)


def test_no_code_is_used_twice_in_the_file() -> None:
    text = (HERE / "berichten.yml").read_text(encoding="utf-8")
    codes = re.findall(r"^(\w+):$", text, re.MULTILINE)
    assert codes == sorted(set(codes))
    assert codes == list(yaml.safe_load(text))


# --- The sources and the messages agree ---


def calls() -> Iterator[tuple[str, list[ast.expr], set[str], bool]]:
    """Every place that makes a problem: where it is, the codes it may give, the values it fills in, and whether those are all."""
    for path in sorted(PACKAGE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            codes = [part for part in ast.walk(node.args[0]) if isinstance(part, ast.Constant) and is_code(part.value)]
            if name in ("add", "problem", "_refuse") and codes:
                values = {keyword.arg for keyword in node.keywords if keyword.arg}
                yield f"{path.name}:{node.lineno}", list(codes), values, all(keyword.arg for keyword in node.keywords)


def is_code(value: object) -> bool:
    return isinstance(value, str) and bool(CODE.fullmatch(value))


def test_every_call_gives_the_values_that_its_message_needs_and_no_others() -> None:
    seen = 0
    for place, codes, values, complete in calls():
        for code in codes:
            assert isinstance(code, ast.Constant)
            message = messages()[str(code.value)]
            wanted = {name for _, name, _, _ in Formatter().parse(message.text + message.way_out) if name}
            assert not complete or wanted <= values, f"{place} {message.code} lacks {wanted - values}"
            if len(codes) == 1:
                assert values <= wanted, f"{place} {message.code} has no place for {values - wanted}"
            seen += 1
    assert seen > 60


def test_every_code_of_the_sources_has_a_message_and_every_message_is_used() -> None:
    used = set()
    for path in PACKAGE.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        used |= {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and is_code(node.value)}
    assert used == set(messages())

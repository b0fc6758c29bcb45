"""Every question with two answers states which one is harmless (field-cases N1, N12): Enter by mistake does no harm."""

import ast
from pathlib import Path

import intervisie_tui

SOURCES = sorted((Path(intervisie_tui.__file__).parent / "screens").rglob("*.py"))

# The questions of which *yes* is the answer that loses nothing; every other one starts on *no*.
YES_IS_HARMLESS = {
    ("groups.py", "Save"),
    ("quiet_question.py", "No, it had ended then"),
    ("leave_setup.py", "Stay here"),
}


def questions() -> list[tuple[str, ast.Call]]:
    """Every place that asks a question with two answers, with the name of its file."""
    found = []
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in {"Confirm", "confirm"}:
                found.append((path.name, node))
    return found


def test_every_question_states_its_harmless_answer() -> None:
    asked = questions()
    assert len(asked) >= 10
    for file, call in asked:
        harmless = [keyword.value for keyword in call.keywords if keyword.arg == "harmless"]
        assert harmless, f"{file}:{call.lineno} states none"


def test_yes_is_harmless_only_where_it_keeps_what_there_is() -> None:
    yes = set()
    for file, call in questions():
        harmless = next(ast.unparse(keyword.value) for keyword in call.keywords if keyword.arg == "harmless")
        if harmless == "Answer.YES":
            answer = next(each.args[0] for each in call.args if isinstance(each, ast.Call))
            assert isinstance(answer, ast.Constant)
            yes.add((file, answer.value))
        else:
            assert harmless in {"Answer.NO", "harmless"}, file
    assert yes == YES_IS_HARMLESS

"""`gongtu play`: a procedure told stage by stage."""

import argparse

import pytest

from gongtu.ops.commands.play import MoveUnknown, add_arguments, run


def walk(*words: str) -> int:
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    return run(parser.parse_args([*words, "--on", "2026-09-01"]))


def test_walk_to_an_end_tells_turns_terms_letters(capsys: pytest.CaptureFixture[str]) -> None:
    assert walk("union-supervision", "--moves", "remind,correct,confirm") == 0

    told = capsys.readouterr().out
    assert "● 已发提示函（企业）" in told
    assert "法定期限：待核" in told
    assert "→《劳动法律监督提示函》" in told
    assert told.rstrip().endswith("■ 已整改")


def test_without_a_key_all_procedures_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert walk() == 0

    assert "skill-upgrade-subsidy  技能提升补贴申领" in capsys.readouterr().out


def test_a_move_the_stage_lacks_is_refused() -> None:
    with pytest.raises(MoveUnknown, match="没有“pay”"):
        walk("skill-upgrade-subsidy", "--moves", "pay")

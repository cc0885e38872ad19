"""A rule's version tells what it says, in every process alike."""

import subprocess
import sys

from gongtu.engines.entitlement.declare import TODAY
from gongtu.engines.entitlement.versions import version_of
from tests.engines.entitlement.sample import AGREED, IN_TIME, PAID, Sample, benefit

OTHER_PROCESS = """
from tests.engines.entitlement.sample import AGREED, PAID, benefit
print(benefit(PAID, AGREED).version)
"""


def test_version_changes_with_what_the_rule_says_and_with_nothing_else():
    assert benefit(PAID, AGREED).version == benefit(PAID, AGREED, key="other").version
    assert benefit(PAID, AGREED).version != benefit(PAID).version
    assert benefit(PAID, AGREED).version != benefit(PAID, IN_TIME).version


def test_every_number_and_sign_of_a_rule_counts():
    rules = [
        Sample.months >= 3,
        Sample.months > 3,
        Sample.months >= 4,
        Sample.times >= 3,
        Sample.began.plus_months(3) <= TODAY,
        Sample.began.plus_days(3) <= TODAY,
    ]

    assert len({version_of((("a", rule),)) for rule in rules}) == len(rules)


def test_version_is_the_same_in_another_process():
    run = [sys.executable, "-c", OTHER_PROCESS]
    other = subprocess.run(run, capture_output=True, text=True, check=True, env=_paths())

    assert other.stdout.strip() == benefit(PAID, AGREED).version


def _paths():
    return {"PYTHONPATH": ":".join(path for path in sys.path if path), "PYTHONHASHSEED": "7"}

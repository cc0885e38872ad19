"""What more than one part of the platform lives by: `platform`."""

from pathlib import Path

from gongtu.policy.parameters import Policy

platform = Policy.load(Path(__file__).with_name("platform.yaml"), key="platform")

"""`python -m bench.credentials`: signatures and certificates, how many in a processor's second."""

from __future__ import annotations

import json
import os
from argparse import ArgumentParser
from collections.abc import Iterator
from tempfile import TemporaryDirectory
from typing import Any

from bench.credentials.measuring import Rate
from bench.machine import load, machine, versions

DISTRIBUTIONS = ("cryptography", "gmssl", "rfc8785", "pyld")
ROUNDS = 5


def main() -> None:
    """The table or the JSON."""
    parser = ArgumentParser(prog="python -m bench.credentials", description=__doc__)
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="of each, a third of a second")
    parser.add_argument("--json", action="store_true", help="for a machine")
    wanted = parser.parse_args()
    found = list(_measured(wanted.rounds))
    print(json.dumps(as_json(found), indent=1) if wanted.json else "\n".join(as_text(found)))


def as_json(found: list[Rate]) -> dict[str, Any]:
    """Every rate; the ratio where another does the same."""
    return {
        "machine": machine(),
        "versions": versions(*DISTRIBUTIONS),
        "load": round(load(), 2),
        "rates": [_told(rate) for rate in found],
        "ratios": {f"{r.what}/{r.by}": round(r.ratio, 1) for r in found if r.beside},
    }


def as_text(found: list[Rate]) -> Iterator[str]:
    """One line each, with how often ours does it for each time of theirs."""
    yield f"{machine()}; load {load():.1f}"
    yield ", ".join(f"{name} {number}" for name, number in versions(*DISTRIBUTIONS).items())
    yield ""
    yield f"{'what':46}{'by':10}{'a CPU s':>12}{'ours is':>10}"
    for rate in found:
        if rate.missing:
            yield f"{rate.what:46}{rate.by:10}  skipped: {rate.missing} is not installed"
        else:
            ratio = f"{rate.ratio:.1f}×" if rate.beside else ""
            yield f"{rate.what:46}{rate.by:10}{rate.a_second:12,.0f}{ratio:>10}"


def _told(rate: Rate) -> dict[str, Any]:
    if rate.missing:
        return {"what": rate.what, "by": rate.by, "skipped": f"{rate.missing} is not installed"}
    return {"what": rate.what, "by": rate.by, "a_cpu_second": round(rate.a_second, 1)}


def _measured(rounds: int) -> Iterator[Rate]:
    import django
    from django.core.management import call_command

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongtu.ops.settings.test")
    with TemporaryDirectory() as folder:
        os.environ["GONGTU_DATA_DIR"] = folder
        django.setup()
        call_command("migrate", verbosity=0)
        from bench.credentials import certificates, register, signatures

        yield from signatures.rates(rounds)
        yield from certificates.rates(rounds)
        yield from register.rates(rounds)


if __name__ == "__main__":
    main()

"""`gongtu keys list|rotate|compromised|proofs`."""

import argparse
from datetime import date

from gongtu.engines.credentials import custody
from gongtu.engines.credentials.choices import Effect, KeyKind
from gongtu.engines.credentials.queries import list_keys
from gongtu.engines.credentials.suites import PROFILES
from gongtu.ops.commands.credentials import CONSOLE
from gongtu.ops.working import today
from gongtu.registers.skills.services import declare_key_compromised

NAME = "keys"
HELP = "An issuer's signing keys: list, rotate, decide on one that leaked, choose its proofs."
NEEDS_DJANGO = True


def add_arguments(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(
        dest="act", required=True, metavar="list|rotate|compromised|proofs"
    )
    listed = acts.add_parser("list", help="each key with its store, its days and decisions")
    rotated = acts.add_parser("rotate", help="make the next key, and publish it at once")
    rotated.add_argument("--kind", choices=KeyKind.values, default=KeyKind.ED25519.value)
    rotated.add_argument("--begins", type=date.fromisoformat, help="when it signs; else today")
    rotated.add_argument("--until", type=date.fromisoformat, help="how long the old one is good")
    chosen = acts.add_parser("proofs", help="what the issuer's papers bear from now on")
    chosen.add_argument("profiles", nargs="+", choices=list(PROFILES))
    for one in (listed, rotated, chosen):
        one.add_argument("--organisation", type=int, required=True, help="its id")
    leaked = acts.add_parser("compromised", help="decide on all that a key signed after a day")
    leaked.add_argument("public", help="the key, as z6Mk…")
    leaked.add_argument("--after", type=date.fromisoformat, required=True, metavar="DATE")
    leaked.add_argument("--effect", choices=Effect.values, required=True)
    leaked.add_argument("--reason", required=True, help="what everybody who checks reads")


def run(args: argparse.Namespace) -> int:
    """0; a refusal says why."""
    match args.act:
        case "list":
            show(args.organisation)
        case "rotate":
            key = custody.rotate(
                args.organisation, kind=KeyKind(args.kind), begins=args.begins,
                until=args.until, by=CONSOLE, on=today(),
            )  # fmt: skip
            print(key.public)
        case "proofs":
            custody.choose_proofs(args.organisation, args.profiles, by=CONSOLE, on=today())
        case _:
            ended = declare_key_compromised(
                args.public, after=args.after, effect=args.effect, reason=args.reason,
                by=CONSOLE, on=today(),
            )  # fmt: skip
            print(*ended, sep="\n")
    return 0


def show(organisation: int) -> None:
    for key in list_keys(organisation):
        print(key.kind, key.public, key.store, key.since, key.until or "", sep="\t")
        for decided in key.compromises.all():
            told = (decided.decided_on, decided.effect, f"after {decided.after}", decided.reason)
            print("", *told, sep="\t")

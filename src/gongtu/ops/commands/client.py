"""`gongtu client`: machines that may ask the API in an account's name."""

import argparse
import secrets

from allauth.idp.oidc.models import Client

from gongtu.base.errors import Refused
from gongtu.parties.queries import find_account

NAME = "client"
HELP = "Register a machine that asks the API in an account's name, list them, or take one back."
NEEDS_DJANGO = True
SCOPES, GRANT = ("cases", "credentials"), "client_credentials"
SECRET_BYTES = 32


class ClientUnknown(Refused):
    """No machine is registered under this id."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", metavar="what", required=True)
    add = acts.add_parser("add", help="register one; its secret is shown once")
    add.add_argument("name", help="what people call it")
    add.add_argument("--owner", required=True, metavar="MAIL", help="in whose name it acts")
    add.add_argument(
        "--scope", choices=SCOPES, default=SCOPES[0],
        help="cases: move cases; credentials: sign and verify by the VC API",
    )  # fmt: skip
    acts.add_parser("list", help="who is registered")
    remove = acts.add_parser("remove", help="take one back; its tokens end at once")
    remove.add_argument("id")


def run(args: argparse.Namespace) -> int:
    """0 when done; a refusal says why."""
    {"add": _add, "list": _list, "remove": _remove}[args.act](args)
    return 0


def _add(args: argparse.Namespace) -> None:
    owner = find_account(args.owner)
    if owner is None:
        raise Refused(f"没有邮箱为{args.owner}的账户。")
    client = Client(name=args.name, owner=owner, scopes=args.scope, grant_types=GRANT)
    client.default_scopes = args.scope
    secret = secrets.token_urlsafe(SECRET_BYTES)
    client.set_secret(secret)
    client.save()
    print(f"client_id={client.pk}\nclient_secret={secret}")


def _list(_args: argparse.Namespace) -> None:
    for client in Client.objects.select_related("owner").order_by("created_at"):
        print(f"{client.pk}  {client.name}  {client.owner}")


def _remove(args: argparse.Namespace) -> None:
    removed, _rows = Client.objects.filter(pk=args.id).delete()
    if not removed:
        raise ClientUnknown(f"没有登记编号为{args.id}的客户端。")

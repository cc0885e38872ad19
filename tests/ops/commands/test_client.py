from allauth.idp.oidc.models import Client

from gongtu.ops.cli import main
from gongtu.parties import services


def test_machine_is_registered_listed_and_taken_back(db, capsys):
    services.open_account(email="union@example.org")

    assert main(["client", "add", "工会系统", "--owner", "Union@example.org"]) == 0
    told = dict(line.split("=", 1) for line in capsys.readouterr().out.splitlines())
    made = Client.objects.get(pk=told["client_id"])
    assert made.check_secret(told["client_secret"])
    assert (made.get_scopes(), made.get_grant_types()) == (["cases"], ["client_credentials"])

    assert main(["client", "list"]) == 0
    assert "工会系统" in capsys.readouterr().out

    assert main(["client", "remove", made.pk]) == 0
    assert not Client.objects.exists()


def test_owner_must_have_an_account_and_the_machine_must_be_known(db, capsys):
    assert main(["client", "add", "某系统", "--owner", "nobody@example.org"]) == 1
    assert "没有邮箱为nobody@example.org的账户。" in capsys.readouterr().err
    assert main(["client", "remove", "none"]) == 1


def test_a_machine_may_be_registered_to_sign(db, capsys):
    services.open_account(email="works@example.org")

    assert (
        main(["client", "add", "签发", "--owner", "works@example.org", "--scope", "credentials"])
        == 0
    )

    assert Client.objects.get().get_scopes() == ["credentials"]

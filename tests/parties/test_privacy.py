"""Every table says what it keeps about people; the impact assessment follows from it."""

import pytest
from django.db import models

from gongtu.base.errors import Broken
from gongtu.parties import privacy
from gongtu.parties.models import Person


def test_every_table_declares_every_field() -> None:
    assert {table.table for table in privacy.collect()} >= {"parties.Person", "parties.Consent"}


def test_numbers_and_phones_are_declared_sensitive() -> None:
    [person] = [table for table in privacy.collect() if table.table == "parties.Person"]

    assert person.named("sensitive") == [
        "id_number_cipher",
        "id_number_index",
        "phone_cipher",
        "phone_index",
    ]


def test_field_left_out_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    fields = {name: kind for name, kind in Person.Privacy.fields.items() if name != "birth"}
    monkeypatch.setattr(Person.Privacy, "fields", fields)

    with pytest.raises(Broken, match=r"parties.Person.birth is not in Privacy.fields"):
        privacy.collect()


def test_kind_nobody_knows_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(Person.Privacy.fields, "birth", "secret")

    with pytest.raises(Broken, match=r"parties.Person.birth is 'secret'"):
        privacy.collect()


def test_assessment_names_purpose_basis_and_safeguards() -> None:
    text = privacy.assess()

    assert "识别产业工人本人" in text
    assert "《个人信息保护法》第十三条" in text
    assert "- 身份证号码、手机号码以AES-GCM加密" in text


def test_no_table_keeps_a_number_in_plain_text() -> None:
    plain = (models.CharField, models.TextField)
    names = [
        f"{model._meta.label}.{field.name}"
        for model in privacy.apps.get_models()
        if model.__module__.startswith("gongtu.")
        for field in model._meta.get_fields()
        if isinstance(field, plain) and field.name in {"id_number", "phone", "mobile"}
    ]

    assert names == []

"""Every table says why each of its fields is kept, who sees it, and until when."""

import pytest
from django.apps import apps

MODELS = [
    model
    for model in apps.get_models(include_auto_created=False)
    if model.__module__.startswith("gongtu.")
]
KINDS = {"personal", "sensitive", "public", "internal"}
LABELS = [pytest.param(model, id=model._meta.label) for model in MODELS]


@pytest.mark.parametrize("model", LABELS)
def test_every_field_is_declared_once_and_none_that_is_not_there(model):
    declared = model.Privacy.fields

    assert set(declared) == {
        field.name for field in model._meta.local_fields + model._meta.local_many_to_many
    }
    assert set(declared.values()) <= KINDS


@pytest.mark.parametrize("model", LABELS)
def test_purpose_basis_readers_and_end_are_said(model):
    privacy = model.Privacy

    assert all([privacy.purpose, privacy.basis, privacy.sees, privacy.kept_until])


@pytest.mark.parametrize("model", LABELS)
def test_foreign_keys_point_downward(model):
    floors = ("records", "parties", "engines", "registers")
    floor = floors.index(model.__module__.split(".")[1])
    targets = [f.related_model for f in model._meta.local_fields if f.related_model]

    ours = [t for t in targets if t.__module__.startswith("gongtu.")]
    assert [t for t in ours if floors.index(t.__module__.split(".")[1]) > floor] == []

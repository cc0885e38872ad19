"""Every table says why each of its fields is kept, who sees it, and until when."""

from django.apps import apps

MODELS = [
    model
    for model in apps.get_models(include_auto_created=False)
    if model.__module__.startswith("gongtu.")
]
KINDS = {"personal", "sensitive", "public", "internal"}


def test_every_field_is_declared_once_and_none_that_is_not_there():
    for model in MODELS:
        fields = model._meta.local_fields + model._meta.local_many_to_many
        declared = model.Privacy.fields

        assert set(declared) == {field.name for field in fields}, model
        assert set(declared.values()) <= KINDS, model


def test_purpose_basis_readers_and_end_are_said():
    for model in MODELS:
        privacy = model.Privacy

        assert all([privacy.purpose, privacy.basis, privacy.sees, privacy.kept_until]), model


def test_foreign_keys_point_downward():
    floors = ("records", "parties", "engines", "registers")
    for model in MODELS:
        floor = floors.index(model.__module__.split(".")[1])
        targets = [f.related_model for f in model._meta.local_fields if f.related_model]

        ours = [t for t in targets if t.__module__.startswith("gongtu.")]
        assert [t for t in ours if floors.index(t.__module__.split(".")[1]) > floor] == [], model

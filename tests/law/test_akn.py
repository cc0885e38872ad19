from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

import gongtu
from gongtu.law.akn import NAMESPACE, as_akn
from gongtu.law.akn.about import about_text, about_version
from gongtu.law.parse import parse_file, parse_text
from gongtu.law.register import statute_on
from tests.law.statutes import statute_texts

HERE = Path(__file__).parent
DAY = date(2026, 9, 1)
AKN = {"a": NAMESPACE}


@pytest.fixture(scope="module")
def schema():
    return etree.XMLSchema(etree.parse(str(HERE / "schema" / "akomantoso30.xsd")))


@pytest.fixture(scope="module")
def qingdao():
    folder = Path(gongtu.__file__).parent / "cities" / "qingdao" / "statute"
    edition = statute_on(folder, DAY)
    about = about_version(edition.version, DAY)
    return etree.fromstring(as_akn(edition.parsed, about, edition.corrections))


def test_city_statute_is_valid(schema, qingdao):
    schema.assertValid(qingdao)
    assert len(qingdao.findall(".//a:article", AKN)) == 42
    assert len(qingdao.findall(".//a:chapter", AKN)) == 6


def test_city_statute_names_its_work_and_days(qingdao):
    assert qingdao.find(".//a:FRBRWork/a:FRBRuri", AKN).get("value") == (
        "/akn/cn-370200/act/2025-12-19/industrial-workforce"
    )
    events = qingdao.findall(".//a:eventRef", AKN)
    assert [event.get("date") for event in events] == [
        "2025-12-19",
        "2026-01-25",
        "2026-01-25",
        "2026-03-01",
    ]


def test_corrections_stand_in_the_notes(qingdao):
    ids = [note.get("eId") for note in qingdao.findall(".//a:note", AKN)]
    assert "note_article-12-head" in ids
    assert len(ids) == 10


def test_paragraph_is_found_by_its_id(qingdao):
    (found,) = qingdao.xpath("//*[@eId='art_6__para_2']")
    assert "".join(found.itertext()).strip() == "国有企业应当在产业工人队伍建设中发挥示范带动作用。"


@pytest.mark.parametrize("file", sorted((HERE / "corpus").glob("*.txt")), ids=lambda f: f.stem)
def test_every_form_of_statute_is_valid(schema, file):
    parsed = parse_file(file)
    root = etree.fromstring(as_akn(parsed, about_text(parsed, DAY)))
    schema.assertValid(root)
    ids = root.xpath("//@eId")
    assert len(ids) == len(set(ids))


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(made=statute_texts())
def test_generated_statute_is_valid(schema, made):
    parsed = parse_text(made[0])
    schema.assertValid(etree.fromstring(as_akn(parsed, about_text(parsed, DAY))))


def test_unregistered_text_takes_the_day_of_its_first_notice():
    parsed = parse_text("某市条例\n（二〇二〇年三月四日通过）\n第一条 甲。\n第二条 乙。")
    about = about_text(parsed, DAY)
    assert (about.adopted_on, about.uri) == (date(2020, 3, 4), "/akn/cn/act/2020-03-04/某市条例")


def test_signs_that_xml_cannot_hold_are_left_out(schema):
    parsed = parse_text("某市条例\n第一条 甲\x01\x0b。\n第二条 <乙>&。")
    root = etree.fromstring(as_akn(parsed, about_text(parsed, DAY)))
    schema.assertValid(root)
    assert "<乙>&。" in "".join(root.itertext())

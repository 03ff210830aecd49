"""Filling the directory from each layout."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from almanac.places import actions
from almanac.places.models import PostcodeEntry

ONS = """pcd,pcd2,pcds,dointr,doterm,oseast1m,osnrth1m,oslaua,ctry,lat,long,newest_column
"SW1A2AA","SW1A 2AA","SW1A 2AA","198001","","530047","0179951","E09000033","E92000001",51.503541,-0.12767,x
"AB1 0AA","AB1  0AA","AB1 0AA","198001","199606","385386","0801193","S12000033","S92000003",57.101474,-2.242851,x
"JE1 1AA","JE1  1AA","JE1 1AA","198001","","","","L99999999","L93000001",99.999999,0,x
"BT1 5GS","BT1  5GS","BT1 5GS","198001","","","","N09000003","N92000002",54.5965,-5.9301,x
"""
CODE_POINT = """"SW1A2AA",10,530047,179951,"E92000001","","E18000007","","E09000033","E05013806"
"ZE1 0ZZ",90,0,0,"S92000003","","","","",""
"""
NAMES = "LAD24CD,LAD24NM,LAD24NMW\nE09000033,Westminster,\nN09000003,Belfast,\n"
pytestmark = pytest.mark.django_db


def run(*arguments: str) -> str:
    out = StringIO()
    call_command("import_postcodes", *arguments, stdout=out)
    return out.getvalue()


@pytest.fixture
def files(tmp_path: Path) -> Path:
    (tmp_path / "ons.csv").write_text(ONS, encoding="utf-8-sig")
    (tmp_path / "sw.csv").write_text(CODE_POINT)
    (tmp_path / "headed.csv").write_text(
        "PC,PQ,EA,NO,CY,RH,LH,CC,DC,WC\n"
        "Postcode,Positional_quality_indicator,Eastings,Northings,Country_code,a,b,c,d,e\n" + CODE_POINT
    )
    (tmp_path / "names.csv").write_text(NAMES, encoding="utf-8-sig")
    return tmp_path


def test_the_ons_directory(files: Path) -> None:
    said = run(str(files / "ons.csv"), "--districts", str(files / "names.csv"))
    assert "4 rows read, 2 stored, 2 without use" in said
    rows = PostcodeEntry.objects.order_by("pk").values_list("postcode", "district", "town", "country", "latitude")
    assert list(rows) == [
        ("BT1 5GS", "Belfast", "", "Northern Ireland", 54.5965),
        ("SW1A 2AA", "Westminster", "London", "England", 51.503541),
    ]


@pytest.mark.parametrize("name", ["sw.csv", "headed.csv"])
def test_code_point_open_with_and_without_headings(files: Path, name: str) -> None:
    run(str(files / name))
    entry = PostcodeEntry.objects.get()
    assert entry.postcode == "SW1A 2AA"
    assert entry.latitude == pytest.approx(51.503541, abs=0.00005)
    assert entry.longitude == pytest.approx(-0.12767, abs=0.00005)
    assert entry.source == PostcodeEntry.Source.IMPORT


def test_an_import_goes_on_and_leaves_nothing_twice(files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "BATCH", 1)
    run(str(files / "ons.csv"))
    run(str(files / "ons.csv"), "--from-row", "2")
    assert PostcodeEntry.objects.count() == 2


def test_sample_rows_go_when_real_ones_come(files: Path) -> None:
    assert "sample postcodes are in" in run("--builtin")
    assert PostcodeEntry.objects.filter(pk="M1 1AA").exists()
    run(str(files / "ons.csv"))
    assert set(PostcodeEntry.objects.values_list("pk", flat=True)) == {"SW1A 2AA", "BT1 5GS"}


def test_the_sample_leaves_better_rows_alone(files: Path) -> None:
    run(str(files / "ons.csv"))
    PostcodeEntry.objects.filter(pk="SW1A 2AA").update(district="Kept")
    run("--builtin")
    assert PostcodeEntry.objects.get(pk="SW1A 2AA").district == "Kept"


@pytest.mark.parametrize("content", ["", "a,b,c\n1,2,3\n"])
def test_another_kind_of_file_is_a_clear_refusal(tmp_path: Path, content: str) -> None:
    path = tmp_path / "odd.csv"
    path.write_text(content)
    with pytest.raises(CommandError, match=r"odd\.csv"):
        run(str(path))


def test_a_missing_file_and_none_named(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="--from-row 0"):
        run(str(tmp_path / "nowhere.csv"))
    with pytest.raises(CommandError, match="--builtin"):
        run()


def test_a_folder_of_files(files: Path) -> None:
    for name in ("ons.csv", "names.csv", "headed.csv"):
        (files / name).unlink()
    run(str(files))
    assert PostcodeEntry.objects.count() == 1

"""Roots against the reference vectors of Certificate Transparency; proofs for every leaf."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongtu.base import merkle
from gongtu.base.errors import Broken

LEAVES = [
    bytes.fromhex(leaf)
    for leaf in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
ROOTS = (
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
)


def test_roots_are_those_of_the_reference_implementation():
    assert tuple(merkle.root(LEAVES[:size]).hex() for size in range(1, 9)) == ROOTS


@given(st.lists(st.binary(max_size=4), min_size=1, max_size=40), st.data())
def test_every_leaf_can_be_proved(leaves, drawn):
    index = drawn.draw(st.integers(0, len(leaves) - 1))
    path, head = merkle.proof(leaves, index), merkle.root(leaves)

    assert merkle.verify(leaves[index], index, len(leaves), path, head)


@given(st.lists(st.binary(max_size=4), min_size=2, max_size=40, unique=True), st.data())
def test_no_other_leaf_passes_for_it(leaves, drawn):
    index = drawn.draw(st.integers(0, len(leaves) - 1))
    other = drawn.draw(st.integers(0, len(leaves) - 1).filter(lambda n: n != index))
    path, head = merkle.proof(leaves, index), merkle.root(leaves)

    assert not merkle.verify(leaves[other], index, len(leaves), path, head)
    assert not merkle.verify(leaves[index], other, len(leaves), path, head)


def test_path_too_long_or_too_short_proves_nothing():
    path, head = merkle.proof(LEAVES, 3), merkle.root(LEAVES)

    assert not merkle.verify(LEAVES[3], 3, 8, path[:-1], head)
    assert not merkle.verify(LEAVES[3], 3, 8, [*path, path[0]], head)


@given(st.lists(st.binary(max_size=4), max_size=70))
def test_all_paths_at_once_are_those_handed_out_one_by_one(leaves):
    one_by_one = [merkle.proof(leaves, index) for index in range(len(leaves))]

    assert list(merkle.proofs(leaves)) == one_by_one


@settings(deadline=None, max_examples=30)
@given(
    st.one_of(st.integers(1, 700), st.sampled_from([255, 256, 257, 511, 512, 65_536, 65_537])),
    st.data(),
)
def test_tiles_lead_to_the_same_root_by_the_same_path(size, drawn):
    leaves = [str(number).encode() for number in range(size)]
    index = drawn.draw(st.integers(0, size - 1))
    kept = kept_tiles(leaves)

    path = merkle.proof_by_tiles(index, size, lambda level, number: kept[level, number])
    top = kept[max(kept)[0], 0]

    assert path == merkle.proof(leaves, index)
    assert merkle.root_of_tile(top) == merkle.root(leaves)
    assert set(merkle.tiles_of(index, size)) <= kept.keys()


def test_there_is_no_path_beyond_the_last_leaf():
    with pytest.raises(Broken):
        merkle.proof_by_tiles(3, 3, lambda _level, _number: b"")


def kept_tiles(leaves):
    heads = b"".join(map(merkle.head_of, leaves))
    width = merkle.TILE * merkle.DIGEST
    own = {(0, at // width): heads[at : at + width] for at in range(0, len(heads), width)}
    return own | {(level, number): tile for level, number, tile in merkle.tiles(heads)}

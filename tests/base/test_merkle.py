"""Roots against the reference vectors of Certificate Transparency; proofs for every leaf."""

from hypothesis import given
from hypothesis import strategies as st

from gongtu.base import merkle

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

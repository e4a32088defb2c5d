"""The tree of RFC 6962: the heads everyone gets, and proofs that hold for what is so and nothing else."""

import hashlib

import pytest

from db.journal import tree

# The leaves and heads of Certificate Transparency's own test of RFC 6962.
LEAVES = [
    bytes.fromhex(text)
    for text in (
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
HEADS = (
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
)
MANY = [hashlib.sha256(bytes([n])).digest() for n in range(64)]


def over(leaves):
    """The perfect subtrees over leaves."""
    return lambda level, at: tree.folded(
        [tree.leaf(one) for one in leaves[at << level : (at + 1) << level]]
    )


@pytest.mark.parametrize("size", range(9))
def test_heads_are_those_of_the_rfc(size):
    assert HEADS[size] == tree.root(size, over(LEAVES)).hex()


def test_proofs_of_the_rfcs_example_tree():
    inclusion = tree.inclusion(0, 8, over(LEAVES))
    assert [one.hex() for one in inclusion] == [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ]
    consistency = tree.consistency(6, 8, over(LEAVES))
    assert [one.hex() for one in consistency] == [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ]


def test_every_leaf_is_shown_under_every_head_and_no_other_leaf_is():
    perfect = over(MANY)
    for size in range(1, 65):
        head = (size, tree.root(size, perfect))
        for at in range(size):
            proof = tree.inclusion(at, size, perfect)
            assert tree.included(MANY[at], at, head, proof)
            assert not tree.included(MANY[at - 1], at, head, proof) or size == 1
            assert not tree.included(MANY[at], at, head, (*proof, bytes(32)))
            assert not (proof and tree.included(MANY[at], at, head, proof[1:]))
            assert not tree.included(MANY[at], size, head, proof)


def test_every_head_continues_every_smaller_one_and_no_other():
    perfect = over(MANY)
    heads = [(size, tree.root(size, perfect)) for size in range(65)]
    other = over([bytes(32), *MANY[1:]])
    changed = [(size, tree.root(size, other)) for size in range(65)]
    for old in range(65):
        for size in range(old, 65):
            proof = tree.consistency(old, size, perfect)
            assert tree.consistent(heads[old], heads[size], proof)
            if not old:
                continue
            assert not tree.consistent(changed[old], heads[size], proof)
            assert not tree.consistent(heads[old], changed[size], proof)
            lies = tree.consistency(old, size, other)
            assert not tree.consistent(heads[old], changed[size], lies)
            assert not (proof and tree.consistent(heads[old], heads[size], proof[:-1]))
            if size > old:
                assert not tree.consistent(heads[size], heads[old], proof)

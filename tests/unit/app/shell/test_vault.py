"""The vault: keys come back as they were, and never silently as others."""

from __future__ import annotations

import json

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from hypothesis import given
from hypothesis import strategies as st

from app.shell.keyring_of_system import RingUnavailableError, system_ring
from app.shell.recovery import RecoveryCodeError, key_of_recovery_code, recovery_code
from app.shell.vault import Keys, Vault, VaultError
from app.shell.wrapping import wrap


class PocketRing:
    """A keyring in memory that can be locked."""

    def __init__(self):
        self.kept = {}
        self.locked = False

    def get(self, name):
        self._look()
        return self.kept.get(name)

    def set(self, name, text):
        self._look()
        self.kept[name] = text

    def delete(self, name):
        self._look()
        self.kept.pop(name, None)

    def _look(self):
        if self.locked:
            raise RingUnavailableError


def code_of(call, *args):
    with pytest.raises(VaultError) as caught:
        call(*args)
    return caught.value.code


@pytest.mark.parametrize("passphrase", [None, "清晨的海 9"])
@pytest.mark.parametrize("ring", [None, PocketRing()])
def test_the_keys_come_back_as_they_were_made(tmp_path, ring, passphrase):
    """The store opens with nothing else."""
    made = Vault(tmp_path, ring).create(passphrase)
    vault = Vault(tmp_path, ring)
    assert vault.open(passphrase) == made
    assert len(made.store_key) == len(made.seed) == 32
    expected = "passphrase" if passphrase else "keyring" if ring else "file"
    assert vault.place() == expected


def test_the_key_file_is_for_its_owner_only_and_holds_no_key_under_a_passphrase(tmp_path):
    """A stolen laptop with a passphrase gives nothing away."""
    made = Vault(tmp_path, None).create("secret")
    path = tmp_path / "vault.json"
    assert path.stat().st_mode & 0o777 == 0o600
    assert "secret" not in json.loads(path.read_text())
    assert made.store_key.hex() not in path.read_text()


def test_a_wrong_or_missing_passphrase_is_a_code(tmp_path):
    """The screen asks again; nothing is lost."""
    vault = Vault(tmp_path, None)
    vault.create("right")
    assert code_of(vault.open, "wrong") == "passphrase-wrong"
    assert code_of(vault.open) == "passphrase-needed"
    assert code_of(vault.set_passphrase, "new", "wrong") == "passphrase-wrong"


def test_the_same_passphrase_typed_by_another_input_method_opens(tmp_path):
    """Full-width digits look the same to the one who types them."""
    made = Vault(tmp_path, None).create("海 9é")
    assert Vault(tmp_path, None).open("海 ９é") == made


def test_a_passphrase_can_be_set_changed_and_removed_without_changing_the_keys(tmp_path):
    """The store is not encrypted anew for it, and the keyring keeps no second copy."""
    ring = PocketRing()
    vault = Vault(tmp_path, ring)
    made = vault.create()
    vault.set_passphrase("one")
    assert ring.kept == {}
    vault.set_passphrase("two", "one")
    assert vault.open("two") == made
    vault.set_passphrase(None, "two")
    assert vault.open() == made
    assert vault.place() == "keyring"


def test_a_locked_keyring_is_said_and_no_new_key_is_made(tmp_path):
    """A new key would open an empty store and hide the old one."""
    ring = PocketRing()
    vault = Vault(tmp_path, ring)
    vault.create()
    ring.locked = True
    assert code_of(vault.open) == "keyring-unavailable"
    ring.locked = False
    ring.kept.clear()
    assert code_of(vault.open) == "key-missing"
    assert code_of(Vault(tmp_path, None).open) == "keyring-unavailable"
    with pytest.raises(FileExistsError):
        vault.create()


def test_a_keyring_that_is_locked_at_the_first_start_leaves_the_key_in_a_file(tmp_path):
    """A desktop without a running keyring still gets its store."""
    ring = PocketRing()
    ring.locked = True
    made = Vault(tmp_path, ring).create()
    assert Vault(tmp_path, None).open() == made


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("", "key-damaged"),
        ("[]", "key-damaged"),
        ('{"version": 9, "place": "file", "check": ""}', "newer-vault"),
        ('{"version": 1, "place": "file", "check": "", "secret": "***"}', "key-damaged"),
        ('{"version": 1, "place": "file", "check": "", "secret": "AAAA"}', "key-damaged"),
        ('{"version": 1, "place": "passphrase", "check": "", "lock": {}}', "key-damaged"),
    ],
)
def test_a_damaged_key_file_is_a_code(tmp_path, content, code):
    """Each has a sentence of its own."""
    (tmp_path / "vault.json").write_text(content)
    assert code_of(Vault(tmp_path, None).open, "x") == code


def test_a_file_that_asks_for_a_terabyte_is_refused(tmp_path):
    """A tampered key file must not take the machine down."""
    facts = wrap(b"x" * 64, "p", b"purpose").to_facts() | {"memory_cost": 10**9}
    content = {"version": 1, "place": "passphrase", "check": "", "lock": facts}
    (tmp_path / "vault.json").write_text(json.dumps(content))
    assert code_of(Vault(tmp_path, None).open, "p") == "key-damaged"


def test_no_keys_yet_is_a_code_too(tmp_path):
    """The caller decides whether there is a store that needs them."""
    vault = Vault(tmp_path, None)
    assert not vault.exists()
    assert code_of(vault.open) == "key-missing"


def test_what_the_device_signs_its_public_key_verifies(tmp_path):
    """The QR code of a notice is signed with it."""
    keys = Vault(tmp_path, None).create()
    Ed25519PublicKey.from_public_bytes(keys.public_key()).verify(keys.sign(b"notice"), b"notice")
    assert len(keys.key_id()) == 4


def test_keys_are_not_shown_in_a_traceback():
    """A crash report is copied into mails."""
    assert "aaaa" not in repr(Keys(b"a" * 32, b"a" * 32))


def test_the_anchor_of_the_journal_is_kept_in_the_keyring(tmp_path):
    """Who puts an old copy of the folder back cannot put the keyring back with it."""
    vault = Vault(tmp_path, PocketRing())
    vault.create()
    assert vault.keep_note("anchor", "stream 17 abc")
    assert vault.note("anchor") == "stream 17 abc"
    bare = Vault(tmp_path, None)
    assert (bare.keep_note("anchor", "x"), bare.note("anchor")) == (False, None)


def test_key_files_can_be_asked_for(monkeypatch):
    """Kiosks and tests keep away from the system's keyring."""
    monkeypatch.setenv("XUNJIAN_KEYS", "file")
    assert system_ring() is None


def test_a_lost_keyring_is_replaced_from_the_code_on_paper(tmp_path):
    """A new Windows profile must not cost the bureau its records."""
    ring = PocketRing()
    vault = Vault(tmp_path, ring)
    made = vault.create()
    paper = recovery_code(made.store_key)
    ring.kept.clear()
    restored = vault.restore(key_of_recovery_code(paper.lower().replace("-", " ")), "new")
    assert restored.store_key == made.store_key
    assert restored.seed != made.seed
    assert Vault(tmp_path, None).open("new") == restored


@given(st.binary(min_size=32, max_size=32), st.integers(min_value=0, max_value=55))
def test_every_key_survives_paper_and_every_wrong_sign_is_noticed(key, place):
    """It is typed by hand, once, on a bad day."""
    signs = recovery_code(key).replace("-", "")
    assert key_of_recovery_code(signs) == key
    wrong = "7" if signs[place] != "7" else "8"
    with pytest.raises(RecoveryCodeError):
        key_of_recovery_code(signs[:place] + wrong + signs[place + 1 :])


@pytest.mark.parametrize(
    ("text", "code"), [("", "length"), ("U" * 56, "sign"), ("Z" * 56, "check")]
)
def test_a_code_typed_wrongly_says_how(text, code):
    """The screen points at it."""
    with pytest.raises(RecoveryCodeError) as caught:
        key_of_recovery_code(text)
    assert caught.value.code == code

"""Building a form lets the collector rest and wakes it again, whatever happens."""

import gc

import pytest

from forms.unswept import unswept
from forms.xform import XFormError, load


def test_the_collector_rests_inside_and_goes_on_after_an_error():
    assert gc.isenabled()
    with unswept():
        assert not gc.isenabled()
        with unswept():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(XFormError):
        load(b"<a>")
    assert gc.isenabled()


def test_a_collector_that_rests_is_not_woken():
    gc.disable()
    try:
        with unswept():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()

"""Showing the site while it is written: where it cannot be shown at all."""

import pytest

from sitekit.commands.serve import serve

PLACES = {"another computer": ("192.0.2.1", "8123"), "no host": ("", "8123"), "a host too long": ("a" * 64, "8123")}


@pytest.mark.parametrize("port", ["70000", "0", "eighty"])
def test_port_that_is_none_is_named(tmp_path, port):
    lines = []
    assert serve(tmp_path, "127.0.0.1", port, lines.append) == 2
    assert lines == [f"'{port}' is no port: they are numbers up to 65535. Choose others: make serve HOST=127.0.0.1 PORT=8001"]


@pytest.mark.parametrize("host, port", PLACES.values(), ids=PLACES)
def test_place_that_is_none_of_this_computer_is_reported_before_anything_is_built(tmp_path, host, port):
    lines = []
    assert serve(tmp_path, host, port, lines.append) == 2
    assert lines == [f"There is no free port {port} at {host}. Choose others: make serve HOST=127.0.0.1 PORT=8001"]

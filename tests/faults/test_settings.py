"""P6: an index of another format, model or settings is refused with what to do."""

import sqlite3
from pathlib import Path

import msgspec
import pytest

from factcheck import index
from factcheck.errors import IndexStateError, ModelError
from factcheck.index import store
from tests.faults import states


def change(path: Path, key: str, value: str | None) -> None:
    connection = sqlite3.connect(path / store.FILE)
    with connection:
        if value is None:
            connection.execute("DELETE FROM settings WHERE key = ?", (key,))
        else:
            connection.execute("UPDATE settings SET value = ? WHERE key = ?", (value, key))
    connection.close()


@pytest.mark.parametrize("value", ["0", "", None])
@pytest.mark.parametrize(
    ("key", "says"),
    [("format", "in another format"), ("settings", "damaged"), ("seal", "damaged")],
)
def test_each_changed_setting_is_refused(
    tmp_path: Path, key: str, value: str | None, says: str
) -> None:
    path = states.begin(tmp_path / "i")
    change(path, key, value)
    for use in (states.view, states.update):
        with pytest.raises(IndexStateError, match=says) as caught:
            use(path)
        assert f"factcheck index build SOURCE... --index {path}" in caught.value.hint


def test_every_setting_is_covered_above(tmp_path: Path) -> None:
    connection = sqlite3.connect(states.begin(tmp_path / "i") / store.FILE)
    keys = {key for (key,) in connection.execute("SELECT key FROM settings")}
    connection.close()
    assert keys == {"format", "settings", "seal"}


@pytest.mark.parametrize(
    ("part", "other"),
    [
        ("LAYOUT", store.LAYOUT + 1),
        ("TABLES", (*store.TABLES, "CREATE TABLE more (id INTEGER)")),
        ("Claim", msgspec.defstruct("Claim", [("id", str)])),
        ("Settings", msgspec.defstruct("Settings", [("info", store.Info)])),
    ],
)
def test_whatever_changes_the_stored_form_is_another_format(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: str, other: object
) -> None:
    path = states.begin(tmp_path / "i")
    with monkeypatch.context() as later_version:
        later_version.setattr(store, part, other)
        store.form.cache_clear()
        for use in (states.view, states.update):
            with pytest.raises(IndexStateError, match="in another format"):
                use(path)
    store.form.cache_clear()
    assert states.view(path)


@pytest.mark.parametrize("field", store.Info.__struct_fields__)
def test_no_field_of_the_settings_can_change_unseen(tmp_path: Path, field: str) -> None:
    path = states.begin(tmp_path / "i")
    with index.Index.open(path) as opened:
        info = msgspec.to_builtins(opened.info)
    connection = sqlite3.connect(path / store.FILE)
    (text,) = connection.execute("SELECT value FROM settings WHERE key = 'settings'").fetchone()
    connection.close()
    decoded = msgspec.json.decode(text)
    decoded["info"][field] = 7 if info[field] != 7 else 8
    change(path, "settings", msgspec.json.encode(decoded).decode())
    with pytest.raises(IndexStateError, match="damaged"):
        states.view(path)


def test_another_model_is_named_with_the_option_that_fits(tmp_path: Path) -> None:
    path = states.begin(tmp_path / "i")
    old = states.view(path)
    other = index.Model("another", "f" * 64, 256)
    with pytest.raises(ModelError, match="--model hashing"), index.write(path, other):
        pass
    assert states.view(path) == old


def test_a_model_that_changed_under_its_name_asks_for_a_new_index(tmp_path: Path) -> None:
    path = states.begin(tmp_path / "i")
    other = index.Model("hashing", "f" * 64, 256)
    with pytest.raises(ModelError, match="build it again"), index.write(path, other):
        pass

"""Every checklist can be put into a portal."""

import pytest

from sitekit.sources.loader import load
from tests.conftest import ROOT

CHECKLISTS = load(ROOT)[0].checklists


@pytest.mark.parametrize("id", CHECKLISTS)
def test_a_checklist_stands_alone_as_a_frame_and_as_text(built, id):
    page = (built / "embed" / id / "index.html").read_text()
    text = (built / "embed" / f"{id}.txt").read_text()
    for item in CHECKLISTS[id].items:
        assert f"[ ] {item.client}\n" in text and f"[ ] {item.therapist}\n" in text
        assert f'id="{id}.{item.id}"' in page

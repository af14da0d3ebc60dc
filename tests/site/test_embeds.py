"""The client's side of every checklist can be embedded in a portal, as a page and as text."""


def test_embed_and_text_of_a_checklist_are_complete(built, site):
    missing = []
    for id, checklist in site.checklists.items():
        page = (built / "embed" / id / "index.html").read_text(encoding="utf-8")
        text = (built / "embed" / f"{id}.txt").read_text(encoding="utf-8")
        for item in checklist.items:
            missing += [(id, item.id)] if f"[ ] {item.client}\n" not in text or item.therapist in text or item.therapist in page else []
            missing += [(id, item.id)] if f'id="{id}.{item.id}"' not in page and f"id={id}.{item.id}" not in page else []
    assert site.checklists and missing == []

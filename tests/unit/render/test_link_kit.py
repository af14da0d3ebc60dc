"""The link kit and the list of handouts, word for word."""

import datetime

from sitekit.links import Entry
from sitekit.models.emails import Email, Moment
from sitekit.models.page import Page, PageMeta
from sitekit.models.practice import Practice
from sitekit.pdf.handout_list import Handout
from sitekit.render import link_kit
from sitekit.sources.loader import load

ROOT = "https://a.example/b&c/"


def page(path: str, title: str = "A & B", kind: str = "about") -> Page:
    return Page(path=path, meta=PageMeta(title=title, description="d" * 50, kind=kind, reviewed=datetime.date(2026, 11, 23)))


def copying(target: str, what: str) -> str:
    return f'<button type="button" class="copy" data-copy-from="#{target}" aria-label="Copy {what}" data-keeps-room hidden>Copy</button>'


def of(file: str, label: str) -> str:
    return f'<a href="../{file}" aria-label="{label} of A &amp; B">{label}</a>'


def test_every_page_has_its_address_and_its_files_under_its_part_of_the_menu():
    files = (f"{ROOT}qr/s/x.svg", f"{ROOT}qr/s/x.png", f"{ROOT}handouts/s-x-a4.pdf", f"{ROOT}handouts/s-x-letter.pdf")
    entries = [
        Entry(page("index.md"), "", ROOT, (), f"{ROOT}qr/index.svg", f"{ROOT}qr/index.png", "", ""),
        Entry(page("s/x.md"), "One & two", f"{ROOT}s/x/", (), *files),
        Entry(page("s/y.md"), "One & two", f"{ROOT}s/y/", (), "", "", "", ""),
    ]
    assert link_kit.addresses(page("kit.md"), entries, ROOT) == (
        '<h3>Other pages</h3><ul class="kit" data-search-exclude>'
        '<li><p class="kit-title"><a href="../">A &amp; B</a></p><p class="kit-address" id="address-home">https://a.example/b&amp;c/</p>'
        f'<p class="kit-files">{copying("address-home", "the address of A &amp; B")} {of("qr/index.svg", "QR code, SVG")} {of("qr/index.png", "QR code, PNG")}</p></li></ul>'
        '<h3>One &amp; two</h3><ul class="kit" data-search-exclude>'
        '<li><p class="kit-title"><a href="../s/x/">A &amp; B</a></p><p class="kit-address" id="address-s-x">https://a.example/b&amp;c/s/x/</p>'
        f'<p class="kit-files">{copying("address-s-x", "the address of A &amp; B")} {of("qr/s/x.svg", "QR code, SVG")} {of("qr/s/x.png", "QR code, PNG")} '
        f"{of('handouts/s-x-a4.pdf', 'Handout, A4')} {of('handouts/s-x-letter.pdf', 'Handout, Letter')}</p></li>"
        '<li><p class="kit-title"><a href="../s/y/">A &amp; B</a></p><p class="kit-address" id="address-s-y">https://a.example/b&amp;c/s/y/</p>'
        f'<p class="kit-files">{copying("address-s-y", "the address of A &amp; B")}</p></li></ul>'
        '<h3>The whole list</h3><ul><li><a href="../links.json">links.json</a></li><li><a href="../links.csv">links.csv</a></li></ul>'
    )


def test_handouts_stand_under_their_part_below_the_archive_of_all():
    found = [Handout("x", "A & B", "One & two", page("x.md")), Handout("y", "A & B", "One & two", page("y.md"))]
    assert link_kit.handout_list(page("kit.md"), found) == (
        '<p><a href="../handouts/all-handouts.zip">All handouts, A4 and Letter, in one ZIP file</a></p><h3>One &amp; two</h3><ul class="kit" data-search-exclude>'
        + "".join(
            f'<li><p class="kit-title">A &amp; B</p><p class="kit-files">{of(f"handouts/{id}-a4.pdf", "PDF, A4")} '
            f"{of(f'handouts/{id}-letter.pdf', 'PDF, Letter')}</p></li>"
            for id in "xy"
        )
        + "</ul>"
    )


def test_the_map_holds_a_row_for_each_moment_of_a_phase(good):
    moments = {
        id: Moment(id=id, phase=phase, when=f"{id} & on", page="help.md", why=f"why {id} & on")
        for id, phase in (("a", "begun"), ("b", "before"), ("c", "begun"))
    }
    site = load(good)[0].model_copy(update={"moments": moments})
    assert link_kit.moments(site, site.pages["index.md"], "begun") == (
        "<table><thead><tr><th>Moment</th><th>Page</th><th>Why</th></tr></thead><tbody>"
        '<tr><td>a &amp; on</td><td><a href="help/">Help</a></td><td>why a &amp; on</td></tr>'
        '<tr><td>c &amp; on</td><td><a href="help/">Help</a></td><td>why c &amp; on</td></tr></tbody></table>'
    )


def test_an_email_comes_in_three_lengths_to_copy_or_to_open_and_the_short_one_is_open(good):
    email = Email(
        id="soon", moment="We & you", page="help.md", subject="You & we", short="Hi & bye.\n{page}", medium="One two three", long="Dear all"
    )
    site = load(good)[0].model_copy(
        update={"emails": {"soon": email, "then": email.model_copy(update={"id": "then"})}, "practice": Practice()}
    )

    def letter(length, opened, name, count, text, body):
        return (
            f'<details class="letter"{opened}><summary>{name}<span class="visually-hidden">: We &amp; you</span> ({count} words)</summary>'
            f'<pre id="email-soon-{length}">{text}</pre><p class="kit-files">{copying(f"email-soon-{length}", f"the {length} e-mail: We &amp; you")} '
            f'<a class="call" href="mailto:?subject=You%20%26%20we&amp;body={body}">Open in your mail program</a></p></details>'
        )

    first, second = link_kit.emails(site, "https://a.example/").split('<h3 id="email-then">')
    assert first == (
        f'<h3 id="email-soon">We &amp; you</h3><p class="kit-subject">Subject: <strong id="email-soon-subject">You &amp; we</strong> '
        f"{copying('email-soon-subject', 'the subject: We &amp; you')}</p>"
        + letter("short", " open", "Short", 4, "Hi &amp; bye.\nhttps://a.example/help/", "Hi%20%26%20bye.%0D%0Ahttps%3A//a.example/help/")
        + letter("medium", "", "Middle", 3, "One two three", "One%20two%20three")
        + letter("long", "", "Long", 2, "Dear all", "Dear%20all")
    )
    assert second == first.removeprefix('<h3 id="email-soon">').replace("email-soon", "email-then")


def test_templates_know_each_pages_handouts_by_paper(good):
    pages = {"a.md": page("a.md", kind="strategy"), "b.md": page("b.md")}
    shown = link_kit.files_for_templates(load(good)[0].model_copy(update={"pages": pages}))
    assert shown["sheets_of"] == {"a.md": [("A4", "handouts/a-a4.pdf"), ("Letter", "handouts/a-letter.pdf")]}
    assert sorted(shown) == ["card_of", "sheets_of"] and sorted(shown["card_of"]) == ["", "a.md", "b.md"]

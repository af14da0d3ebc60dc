"""The link kit: pages' URLs and files, handouts, e-mails, and which page helps when."""

from sitekit.models.emails import Email, Moment
from sitekit.models.practice import Practice
from tests.rendering import show
from tests.unit.render.test_checklist import FAIR
from tests.unit.smallest import page, site

ROOT = "https://a.example/b&c/"
HOSTILE = '</pre><script>x()</script>" onload="x'


def copy_button(target: str, label: str) -> str:
    return f'<button type="button" class="copy" data-copy-from="#{target}" aria-label="{label}" hidden>Copy</button>'


def file_link(file: str, label: str) -> str:
    return f'<a href="../{file}" aria-label="{label} of A &amp; B">{label}</a>'


KIT = page("kit.md")
HOME, ONE, TWO = page("index.md", title="A & B"), page("s/x.md", title="A & B", kind="strategy"), page("s/y.md", title="A & B")
NAV = [
    {"path": "index.md", "line": 1},
    {"path": "s/x.md", "line": 2, "section": "One & two"},
    {"path": "s/y.md", "line": 3, "section": "One & two"},
]


def test_every_page_has_its_url_and_its_files_under_its_part_of_the_menu():
    def files(id: str, path: str) -> str:
        copy = copy_button(f"address-{id}", "Copy the address of A &amp; B")
        return f"{copy} {file_link(f'qr/{path}.svg', 'QR code, SVG')} {file_link(f'qr/{path}.png', 'QR code, PNG')}"

    assert show(site(KIT, HOME, ONE, TWO, nav=NAV), "addresses", site_url=ROOT) == (
        '<h3>Other pages</h3><ul class="kit" data-search-exclude role="list">'
        '<li><p class="kit-title"><a href="../">A &amp; B</a></p><p class="kit-address" id="address-home">https://a.example/b&amp;c/</p>'
        f'<p class="kit-files">{files("home", "index")}</p></li></ul>'
        '<h3>One &amp; two</h3><ul class="kit" data-search-exclude role="list">'
        '<li><p class="kit-title"><a href="../s/x/">A &amp; B</a></p><p class="kit-address" id="address-s-x">https://a.example/b&amp;c/s/x/</p>'
        f'<p class="kit-files">{files("s-x", "s/x")} {file_link("handouts/s-x-a4.pdf", "Handout, A4")} '
        f"{file_link('handouts/s-x-letter.pdf', 'Handout, Letter')}</p></li>"
        '<li><p class="kit-title"><a href="../s/y/">A &amp; B</a></p><p class="kit-address" id="address-s-y">https://a.example/b&amp;c/s/y/</p>'
        f'<p class="kit-files">{files("s-y", "s/y")}</p></li></ul>'
        '<h3>The whole list</h3><ul><li><a href="../links.json">links.json</a></li><li><a href="../links.csv">links.csv</a></li></ul>'
    )


def test_handouts_stand_under_their_part_below_the_archive_of_all():
    assert show(site(KIT, HOME, ONE, TWO, nav=NAV), "handouts") == (
        '<p><a href="../handouts/all-handouts.zip">All handouts, A4 and Letter, in one ZIP file</a></p>'
        '<h3>One &amp; two</h3><ul class="kit" data-search-exclude role="list"><li><p class="kit-title">A &amp; B</p><p class="kit-files">'
        f"{file_link('handouts/s-x-a4.pdf', 'PDF, A4')} {file_link('handouts/s-x-letter.pdf', 'PDF, Letter')}</p></li></ul>"
    )


def test_map_holds_a_row_for_each_moment_of_a_phase():
    phases = (("a", "begun"), ("b", "before"), ("c", "begun"))
    moments = {id: Moment(id=id, phase=phase, when=f"{id} & on", page="index.md", why=f"why {id} & on") for id, phase in phases}
    assert show(site(KIT, HOME, moments=moments), "moments", "begun") == (
        "<table><thead><tr><th>Moment</th><th>Page</th><th>Why</th></tr></thead><tbody>"
        '<tr><td>a &amp; on</td><td><a href="../">A &amp; B</a></td><td>why a &amp; on</td></tr>'
        '<tr><td>c &amp; on</td><td><a href="../">A &amp; B</a></td><td>why c &amp; on</td></tr></tbody></table>'
    )


def email(**changed) -> Email:
    usual = {
        "id": "soon",
        "moment": "We & you",
        "page": "s/x.md",
        "subject": "You & we",
        "short": "Hi & bye.\n{page}",
        "medium": "One",
        "long": "Dear all",
    }
    return Email(**usual | changed)


def test_email_comes_in_three_lengths_to_copy_or_to_open_and_the_short_one_is_open():
    def letter(length: str, opened: str, name: str, count: str, text: str, body: str) -> str:
        return (
            f'<details class="letter"{opened}><summary>{name}<span class="visually-hidden">: We &amp; you</span> ({count})</summary>'
            f'<pre id="email-soon-{length}">{text}</pre>'
            f'<p class="kit-files">{copy_button(f"email-soon-{length}", f"Copy the {length} e-mail: We &amp; you")} '
            f'<a class="call" href="mailto:?subject=You%20%26%20we&amp;body={body}">Open in your mail program</a></p></details>'
        )

    shown = show(site(ONE, emails={"soon": email(), "then": email(id="then")}), "emails", site_url="https://a.example/")
    first, second = shown.split('<h3 id="email-then">')
    assert first == (
        '<h3 id="email-soon">We &amp; you</h3><p class="kit-subject">Subject: <strong id="email-soon-subject">You &amp; we</strong> '
        f"{copy_button('email-soon-subject', 'Copy the subject: We &amp; you')}</p>"
        + letter(
            "short", " open", "Short", "4 words", "Hi &amp; bye.\nhttps://a.example/s/x/", "Hi%20%26%20bye.%0D%0Ahttps%3A//a.example/s/x/"
        )
        + letter("medium", "", "Middle", "1 word", "One", "One")
        + letter("long", "", "Long", "2 words", "Dear all", "Dear%20all")
    )
    assert second == first.removeprefix('<h3 id="email-soon">').replace("email-soon", "email-then")


def test_hostile_name_in_an_email_is_shown_and_sent_as_text():
    found = site(ONE, emails={"soon": email(short="A\n\n{practice}")}, practice=Practice(name=HOSTILE))
    shown = show(found, "emails")
    assert '<pre id="email-soon-short">A\n\n&lt;/pre&gt;&lt;script&gt;x()&lt;/script&gt;&#34; onload=&#34;x</pre>' in shown
    assert "&amp;body=A%0D%0A%0D%0A%3C/pre%3E%3Cscript%3Ex%28%29%3C/script%3E%22%20onload%3D%22x" in shown


def test_handouts_of_checklists_stand_under_a_name_of_their_own():
    shows = page("index.md", '{{ checklist("fair", "both") }}')
    assert "<h3>Checklists, both sides</h3>" in show(site(KIT, shows, nav=NAV[:1], checklists={"fair": FAIR}), "handouts")

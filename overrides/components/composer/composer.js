// The composer: a message for a moment, filled in as one types. Nothing is stored or sent, and nothing typed gets into this page's URL.
// What fills it in comes when the form is first used: few who open the page write a message.
import { mailto } from "./mailto.js";

const form = document.querySelector(".composer-form");
const [subject, text, open, rest] = ["subject", "text", "open", "open-fields"].map((name) => form.querySelector(`[data-is="${name}"]`));

const failed = () => Object.assign(rest, { hidden: false, textContent: rest.dataset.failed });
const fill = (event) => import("./fill.js").then(({ update }) => update(event)).catch(failed);

for (const type of ["focusin", "input", "change"]) form.addEventListener(type, fill);
form.addEventListener("submit", (event) => event.preventDefault());
open.href = mailto(subject.textContent, text.textContent);

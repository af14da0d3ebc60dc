// The composer: a message for a moment, filled in as one types. Nothing is stored or sent, and nothing typed gets into this page's URL.
import { compose, lengthBeside, mailto } from "./compose.js";

const form = document.querySelector(".composer-form");
const data = JSON.parse(document.getElementById("composer-data").textContent);
const named = (name) => form.querySelector(`[data-is="${name}"]`);
const [subject, text, open, count, rest] = ["subject", "text", "open", "count", "open-fields"].map(named);
const fields = new Map(data.fields.map((field) => [field, form.querySelector(`[data-field="${field}"]`)]));
const facts = [...form.querySelectorAll("[data-fact]")];

const chosen = (name) => form.querySelector(`[name="${name}"]:checked`).value;

/** Fill the fields with what practice.yml says of a service, which can then be changed. */
const fillFacts = () => {
  const service = data.services[named("service")?.value ?? 0];
  for (const fact of facts) fact.value = service[fact.dataset.fact];
};

/** Return all that is known, by field and placeholder: a booking system's own placeholders take the place of what it fills in. */
const known = (discreet) => {
  const sender = fields.get("your name");
  const member = sender.matches("select") && data.team[sender.value];
  return {
    ...data.plain,
    ...data.services[named("service")?.value ?? 0],
    ...Object.fromEntries(facts.map((fact) => [fact.dataset.fact, fact.value.trim()])),
    ...Object.fromEntries([...fields].map(([field, input]) => [field, input.value.trim()])),
    ...(sender.matches("select") && { "your name": "" }),
    ...(member && (discreet ? member.discreet : member.plain)),
    ...data.portals[named("portal").value],
    ...(discreet && data.discreet),
  };
};

const show = () => {
  const email = data.emails[chosen("moment")];
  const length = chosen("length");
  const discreet = chosen("words") === "discreet";
  const values = known(discreet);
  const isMessage = length === "text";
  named("day").textContent = email.day;
  subject.textContent = compose(email.subject, values, discreet);
  text.textContent = compose(email[length], values, discreet);
  open.href = mailto(subject.textContent, text.textContent);
  for (const part of [open, named("subject-line")]) part.hidden = isMessage;
  const size = lengthBeside(text.textContent);
  count.hidden = !isMessage;
  count.textContent = count.dataset[size > data.most ? "long" : "fits"].replace("{n}", size);
  const written = isMessage ? email.text : `${email.subject}\n${email[length]}`;
  const left = data.fields.filter((field) => !values[field] && written.includes(`[${field}]`));
  rest.hidden = left.length === 0;
  rest.textContent = `${rest.dataset.open} ${left.map((field) => `[${field}]`).join(", ")}`;
};

named("service")?.addEventListener("change", fillFacts);
form.addEventListener("input", show);
form.addEventListener("change", show);
form.addEventListener("submit", (event) => event.preventDefault());
fillFacts();
show();

// Fill in the composer's message: in the language chosen, with what is typed. The messages of a language are fetched at its first use.
import { compose, lengthBeside } from "./compose.js";

const form = document.querySelector(".composer-form");
const [moment, language, length, words] = ["moment", "language", "length", "words"].map((name) => form.elements.namedItem(name));
const named = (name) => form.querySelector(`[data-is="${name}"]`);
const [subject, text, open, count, rest, english] = ["subject", "text", "open", "count", "open-fields", "english"].map(named);
const sender = form.querySelector('[data-field="your name"]');
const loaded = {};

const messagesAt = (url) => {
  loaded[url] ??= fetch(url).then((found) => found.json());
  // What did not load is asked for again.
  loaded[url].catch(() => delete loaded[url]);
  return loaded[url];
};

/** Return all that is known, by field and placeholder: a booking system's own placeholders take the place of what it fills in. */
const known = (data, discreet) => {
  const typed = [...form.querySelectorAll("[data-field], [data-fact]")].flatMap(({ dataset, value }) =>
    [dataset.fact, dataset.field].filter(Boolean).map((name) => [name, value.trim()]),
  );
  const member = sender.matches("select") && data.team[sender.value];
  return {
    ...data.plain,
    ...data.services[named("service")?.value ?? 0],
    ...Object.fromEntries(typed),
    ...(sender.matches("select") && { "your name": "" }),
    ...(member && (discreet ? member.discreet : member.plain)),
    ...data.portals[named("portal").value],
    ...(discreet && data.discreet),
  };
};

/** Let only the moments be chosen that have a message in a language. */
const offerMoments = (emails) => {
  const moments = [...form.querySelectorAll("[name=moment]")];
  for (const one of moments) one.disabled = !emails[one.value];
  if (!emails[moment.value]) moments.find((one) => !one.disabled).checked = true;
};

/** Show the message in the language of `data`, and below it in that of `own`, the therapist's. */
const show = (data, own, mailto) => {
  offerMoments(data.emails);
  const discreet = words.value === "discreet";
  const isMessage = length.value === "text";
  const email = data.emails[moment.value];
  const values = known(data, discreet);
  named("day").textContent = own.emails[moment.value].day;
  subject.textContent = compose(email.subject, values, discreet);
  text.textContent = compose(email[length.value], values, discreet);
  for (const part of [subject, text]) Object.assign(part, { lang: data.language, dir: data.direction });
  english.hidden = data === own;
  named("english-text").textContent = compose(own.emails[moment.value][length.value], known(own, discreet), discreet);
  open.href = mailto(subject.textContent, text.textContent);
  for (const part of [open, named("subject-line")]) part.hidden = isMessage;
  const size = lengthBeside(text.textContent);
  count.hidden = !isMessage;
  count.textContent = count.dataset[size > data.most ? "long" : "fits"].replace("{n}", size);
  const written = isMessage ? email.text : `${email.subject}\n${email[length.value]}`;
  const left = data.fields.filter((field) => !values[field] && written.includes(`[${field}]`));
  rest.hidden = left.length === 0;
  rest.textContent = `${rest.dataset.open} ${left.map((field) => `[${field}]`).join(", ")}`;
};

let openIn;

/** Show the message that follows from the form, after an event in it. */
const update = async (event) => {
  const url = language.value;
  const found = await Promise.all([messagesAt(url), messagesAt(form.dataset.emails)]);
  // What practice.yml says of a service can then be changed.
  if (event?.type === "change" && event.target === named("service")) {
    for (const fact of form.querySelectorAll("[data-fact]")) {
      // What was typed stays.
      if (fact.value !== fact.defaultValue) continue;
      fact.defaultValue = found[1].services[event.target.value][fact.dataset.fact] ?? "";
      fact.value = fact.defaultValue;
    }
  }
  if (url === language.value) show(...found, openIn);
};

const failed = () => Object.assign(rest, { hidden: false, textContent: rest.dataset.failed });

/** Follow the form from now on; `mailto` makes the URL that opens a message. */
export const start = (mailto) => {
  if (openIn) return;
  openIn = mailto;
  for (const type of ["input", "change"]) form.addEventListener(type, (event) => update(event).catch(failed));
  update({ type: "change", target: document.activeElement }).catch(failed);
};

// What stands below a phrase, or below a question, has a short name, as what it is about was just read aloud. Where it is reached without
// that, by the Tab key, it is described by the moment or the question.
export const describe = (control, by) => {
  by.id ||= `${by.parentElement.id}-when`;
  control.setAttribute("aria-describedby", by.id);
};

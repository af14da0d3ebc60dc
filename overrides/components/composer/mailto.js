/** Return the URL that opens a message in the mail program: RFC 6068, whose line ends are %0D%0A. */
export const mailto = (subject, body) =>
  `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll("\n", "\r\n"))}`;

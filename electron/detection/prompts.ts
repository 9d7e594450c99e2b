/** Marks that stand before a line: of a shell, a list, a quotation, a comparison, a search, a numbered listing. */
const prompts: readonly RegExp[] = [
  /^PS [A-Z]:\\[^>\n]{0,200}>\s*/i,
  /^[A-Z]:\\[^>\n]{0,200}>\s*/i,
  /^\(\w[\w.-]{0,40}\)\s+(?=[$%#>]|\S+@)/, // (venv)
  /^\[?[\w.-]{1,40}@[\w.-]{1,60}[^$#%>\n=]{0,120}[$#%>]\s+/,
  /^[➜❯λ]\s+(?:\S+\s+git:\(\S+\)\s+(?:✗\s+)?|~\s+)?/,
  /^(?:[$%>#]|\/\/|--)\s+/,
  /^[-*+•]\s+(?=["'A-Za-z_])/,
  /^[+-](?=(?:export\s+)?[A-Z_][A-Z\d_]*=)/,
  /^[\w./-]{1,200}:\d{1,6}:(?:\d{1,4}:)?\s*/, // grep -n
  /^\d{1,6}(?:\t|\s*[|│]\s+|:\s*)(?=["'A-Za-z_])/, // cat -n
];

const deepest = 3;
const begins = /^[$%>#\-*+•➜❯λ([/.A-Za-z\d]/;

/** The line without what a terminal, a list or a listing put before it. */
export function withoutPrompt(line: string): string {
  let text = line;
  for (let time = 0; time < deepest && begins.test(text); time += 1) {
    const found = prompts.find((pattern) => pattern.test(text));
    if (found === undefined) return text;
    text = text.replace(found, '');
  }
  return text;
}

/** What a sentence, a list or a program puts behind a value. */
const marksBehind = ',;.:!?…)]}>*|\\"\'`“”‘’';
/** What they put before it. */
export const marksBefore = /^[-*•>$#([{<|–—…."'`“”‘’]+\s*/;

/** Without the marks behind it. */
export function withoutMarks(text: string): string {
  let end = text.length;
  while (end > 0 && marksBehind.includes(text[end - 1] ?? '')) end -= 1;
  return text.slice(0, end);
}

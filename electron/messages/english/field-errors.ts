/** A form's errors as one: "Not saved" is said once. */
export function fieldErrors(sentences: readonly string[], more: number): string {
  const said = sentences.map((sentence, at) => {
    const text = sentence.replace(/^Not (saved|made): /, '');
    return at === 0 ? text : text.charAt(0).toUpperCase() + text.slice(1);
  });
  return ['Not saved:', ...said, ...(more > 0 ? [`${more} more fields need a change.`] : [])].join(' ');
}

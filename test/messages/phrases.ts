const comment = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/[^\n]*/g;
const literal = /'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\\n]|\\.)*)`/g;
/** What stands for a fact counts as no word. */
const fact = /\$\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/g;

/** Whether a text has three words or more in a row. */
export function isPhrase(text: string): boolean {
  return /[\p{L}’']+[,:;]? [\p{L}’']+[,:;]? [\p{L}’']+/u.test(text);
}

/** The texts in a program that are three words or more in a row. */
export function phrasesIn(program: string): string[] {
  return [...program.replace(comment, '').matchAll(literal)]
    .map(([, single, double, template]) => single ?? double ?? template ?? '')
    .filter((text) => isPhrase(text.replace(fact, '·')));
}

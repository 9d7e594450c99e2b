import { unreadable } from './file.ts';

/** 200 for each of the most entries, where even 1Password's longest have about 100. */
const fieldsLimit = 4_000_000;

/** Those of JSON and of the usual table; those of other tables. One text has one of the three. */
const separators = [',[{', ';', '\t'].map((characters) => new Set([...characters].map((one) => one.charCodeAt(0))));

/**
 * Throws `EXTERNAL_IMPORT_UNREADABLE` where a text has more fields than any export, before it is parsed: 60 MB of commas are as
 * many empty cells, which take 18 s and 6 GB, and running out of memory inside of JSON.parse ends the whole program, not
 * the worker alone. What separates fields is counted within words as well, where there is little of it.
 */
export function checkFields(text: string, file: string): void {
  for (const some of separators) {
    let fields = 0;
    for (let at = 0; at < text.length; at += 1) if (some.has(text.charCodeAt(at))) fields += 1;
    if (fields > fieldsLimit) throw unreadable(file, { code: 'TOO_MANY_FIELDS', limit: fieldsLimit });
  }
}

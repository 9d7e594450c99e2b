import { type WriteOptions, writeDotenv } from './dotenv-write.ts';
import { EnvFileError } from './errors.ts';
import { type EnvReaderId, envReaders, readingOf } from './readers.ts';

/** A reader that would not end up with the value, by its name. */
export interface Misreader {
  readonly name: string;
  /** It would not read the file at all. */
  readonly fails: boolean;
}

/** Which of these readers would misread the value in a dotenv file; none of a value that can't be written at all. */
export function misreadersOf(value: string, options: WriteOptions, ids: readonly EnvReaderId[]): Misreader[] {
  try {
    const written = { value, raw: writeDotenv('KEY', value, options), expands: options.expands };
    return ids.flatMap((id) => {
      const reading = readingOf(id, written);
      return reading === 'takes' ? [] : [{ name: envReaders[id].name, fails: reading === 'fails' }];
    });
  } catch (error) {
    if (error instanceof EnvFileError) return [];
    throw error;
  }
}

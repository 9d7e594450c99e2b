import type { LineChoice, WriteChoice, WriteLine, WriteQuestion } from '../../electron/vault/write-question.ts';

/** What a person would choose for one line; null: it stays as it is. */
export type ChooseLine = (line: WriteLine, file: WriteQuestion['files'][number]) => LineChoice | null;

/** Everything that can be written, and every line that can go. */
export const everything: ChooseLine = ({ change, blocked }) =>
  blocked === null ? (change === 'removed' ? 'remove' : 'write') : null;

/** A person's answer to the question, line by line; null where nothing of it is chosen. */
export function chooseLines({ files }: WriteQuestion, choose: ChooseLine): WriteChoice | null {
  const chosen = files.flatMap((file, at) => {
    if (file.blocked !== null) return [];
    const lines = file.lines.flatMap((line, lineAt) => {
      const as = choose(line, file);
      return as === null ? [] : [{ at: lineAt, as }];
    });
    return lines.length === 0 ? [] : [{ at, lines }];
  });
  return chosen.length === 0 ? null : { files: chosen };
}

import { fieldsOf } from './field-lines.ts';
import { type Layout, trimmed } from './table-layout.ts';
import { valuesOf, valuesOfNote } from './values.ts';

/** https://bitwarden.com/help/condition-bitwarden-import/ */
export const bitwardenTable: Layout = {
  source: 'Bitwarden',
  readerOf(header) {
    const names = header.map((name) => name.trim().toLowerCase());
    if (!['type', 'name', 'login_password'].every((name) => names.includes(name))) return null;
    return (cells) => {
      const cell = (column: string): string => cells.find((value, at) => names[at] === column && value !== '') ?? '';
      if (!['login', 'note'].includes(cell('type').toLowerCase())) return 'unfit';
      if (cell('archiveddate') !== '') return 'archived';
      const groups = trimmed([cell('folder'), ...cell('collections').split(',')]);
      // Which of them are hidden is lost in this format.
      const fields = fieldsOf(cell('fields')).flatMap(({ name, value }) => valuesOf('text', name, value.trimEnd()));
      return {
        title: cell('name'),
        tags: groups,
        note: cell('notes'),
        url: cell('login_uri'),
        from: groups.join(', '),
        values: [...valuesOf('password', '', cell('login_password')), ...fields, ...valuesOfNote(cell('notes'))],
      };
    };
  },
};

import { z } from 'zod';
import type { ExternalImportView } from '../../vault/external-import/external-import.ts';
import { count, entryIds, foundValue, id, nothing } from './shapes.ts';

/** Another program's export, or a folder of env files, masked. */
const externalImportView = z.strictObject({
  externalImportId: id,
  source: z.string(),
  skipped: count,
  archived: count,
  trashed: count,
  entries: z.array(
    z.strictObject({
      entryId: id,
      name: z.string(),
      envVar: z.string(),
      ...foundValue,
      from: z.string(),
    }),
  ),
}) satisfies z.ZodType<ExternalImportView>;

export const importCalls = {
  /** Another program's export; opens a native dialog, null if it was closed without a choice. */
  'imports.pickFile': { input: nothing, result: externalImportView.nullable() },
  'imports.pickFolder': { input: nothing, result: externalImportView.nullable() },
  'imports.take': {
    input: z.strictObject({ externalImportId: id, entries: entryIds }),
    /** `there`: the vault had their value already. */
    result: z.strictObject({ kept: count, there: count }),
  },
  'imports.forget': { input: nothing, result: z.null() },
} as const;

import { expect, test } from 'vitest';
import { variablesLimit } from '../../../electron/adapters/env-files/documents.ts';
import { openEnvDocuments } from '../../../electron/adapters/env-files/open-documents.ts';
import { workerSource } from '../../support/worker-source.ts';

const workerUrl = workerSource('env-files-worker');
const documents = openEnvDocuments({ workerUrl });
const shape = { dialect: 'dotenv', expands: false, file: '.env' } as const;

function fileOf(variables: number): Uint8Array {
  return Buffer.from(Array.from({ length: variables }, (_, at) => `NAME_${at}=value ${at}\n`).join(''));
}

test('a file of as many variables as are read is read and changed in the worker, byte for byte', async () => {
  const bytes = fileOf(variablesLimit);
  const content = await documents.read(bytes, shape);
  expect(content.names).toHaveLength(variablesLimit);
  expect(content.valueOf('NAME_7')?.reveal()).toBe('value 7');
  const changes = [{ name: 'NAME_7', value: null }];
  const edited = await documents.edit(content, { path: '/p/.env', changes, bound: [] });
  expect(Buffer.from(edited.bytes).toString()).toBe(Buffer.from(bytes).toString().replace('NAME_7=value 7\n', ''));
  expect(edited.content.has('NAME_7')).toBe(false);
  expect(edited.content.valueOf('NAME_8')?.reveal()).toBe('value 8');
});

test('a file of more variables is refused, and says so', async () => {
  await expect(documents.read(fileOf(variablesLimit + 1), shape)).rejects.toMatchObject({
    code: 'TARGET_UNPARSABLE',
    details: { file: '.env', reason: { code: 'TOO_MANY_VARIABLES', limit: 4000 } },
  });
});

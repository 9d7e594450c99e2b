import { expect, test } from '../support/e2e.ts';
import { answerQuestions } from '../support/native-ui.ts';

const value = `sk-proj-${'Ab3dEf6hIj9kLm2n'.repeat(4)}`;
const fields = {
  name: 'Target',
  provider: 'openai',
  envVar: 'OPENAI_API_KEY',
  copyPolicy: 'once',
  rotateEveryDays: null,
  note: '',
  tags: [],
} as const;

test('scripts that took over the page get no value, no second copy and no looser policy out of the bridge', async ({
  start,
  clipboard,
}) => {
  const { app, page } = await start();
  const asked = await answerQuestions(app, false);
  const id = await page.evaluate(
    async ([given, text]) => {
      const answer = await window.clavis.keys.add({ ...given, tags: [], value: text });
      return answer.ok ? answer.value.id : '';
    },
    [fields, value] as const,
  );

  const said = await page.evaluate(
    async ([keyId, given]) => {
      const heard: unknown[] = [];
      const bridge = Object.entries(window.clavis).flatMap(([area, verbs]) =>
        Object.entries(verbs).map(([verb, call]) => ({ area, verb, call: call.bind(null) })),
      );
      const inputs: unknown[] = [
        {},
        { id: keyId },
        { id: `${keyId}/1` },
        { id: '../../etc/passwd' },
        { ...given, id: keyId, copyPolicy: 'always' },
        { ...given, name: 'Other', value: 'another-value-of-24-bytes', copyPolicy: 'always' },
        { leaseSeconds: 300 },
        { keyId, limit: 500 },
        { keyId: null, limit: 500 },
        { targetId: keyId, keyId, envVar: 'PATH' },
        { path: '/etc/passwd' },
        { __proto__: { id: keyId } },
        null,
        'text',
      ];
      for (const { verb, call } of bridge) {
        if (/^on[A-Z]/.test(verb)) Reflect.apply(call, null, [(data: unknown) => heard.push(data)]);
      }
      for (const { area, verb, call } of bridge) {
        // Deleting is something a page may do; it would end the attack early.
        if (/^on[A-Z]/.test(verb) || verb === 'delete' || `${area}.${verb}` === 'projects.link') continue;
        for (const input of inputs) {
          heard.push([area, verb, await Promise.resolve(Reflect.apply(call, null, [input])).catch(String)]);
        }
      }
      return JSON.stringify(heard);
    },
    [id, fields] as const,
  );
  expect(said).not.toContain(value);
  expect(said).not.toContain(value.slice(8, 24));
  expect(said).not.toContain('root:');

  const copies = await page.evaluate(
    (keyId) => Promise.all(Array.from({ length: 20 }, () => window.clavis.keys.copy({ id: keyId }))),
    id,
  );
  // The sweep above had the one copy that the grant allows.
  expect(copies.filter(({ ok }) => ok)).toEqual([]);
  const after = await page.evaluate(() => window.clavis.keys.list({}));
  expect(after.ok && after.value.find((key) => key.id === id)).toMatchObject({ copyPolicy: 'once', grant: 'spent' });
  expect(await page.evaluate(() => window.clavis.settings.get({}))).toMatchObject({ value: { leaseSeconds: 30 } });
  expect((await asked()).length).toBeGreaterThan(0);
  expect(await page.content()).not.toContain(value);
  await clipboard.put('somebody else’s');
  await page.evaluate(() => window.clavis.lease.clear({}));
  expect(await clipboard.text()).toBe('somebody else’s');
});

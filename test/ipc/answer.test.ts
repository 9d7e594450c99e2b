import { describe, expect, it } from 'vitest';
import { createAnswer, type Handlers, type Sender } from '../../electron/ipc/answer.ts';
import { type Channel, calls, channelsOf } from '../../electron/ipc/contract.ts';
import { vaultError } from '../../electron/vault/errors.ts';

const origin = 'app://clavis';
const ours: Sender = { sender: { id: 1 }, senderFrame: { origin, parent: null } };
const secret = 'sk-proj-a-value-that-must-not-cross';

/** Handlers that would give the value away in every way they can. */
function leakyHandlers(answers: Partial<Record<Channel, () => unknown>>): Handlers {
  const all = channelsOf.main.map((channel) => [channel, answers[channel] ?? (() => ({ value: secret }))] as const);
  const table: Handlers = Object.assign(Object.create(null), Object.fromEntries(all));
  return table;
}

function open(answers: Partial<Record<Channel, () => unknown>> = {}) {
  const internal: unknown[] = [];
  const answer = createAnswer(leakyHandlers(answers), {
    origin,
    windowKindOf: (id) => (id === 1 ? 'main' : null),
    onInternalError: (_channel, error) => internal.push(error),
  });
  return { answer, internal };
}

describe('the router refuses', () => {
  it.each<[string, Sender]>([
    ['a window that is not ours', { ...ours, sender: { id: 2 } }],
    ['another origin', { ...ours, senderFrame: { origin: 'app://clavis.evil', parent: null } }],
    ['a page from the network', { ...ours, senderFrame: { origin: 'https://clavis', parent: null } }],
    ['a frame inside our page', { ...ours, senderFrame: { origin, parent: {} } }],
    ['a frame that is gone', { ...ours, senderFrame: null }],
  ])('%s', async (_who, sender) => {
    const { answer } = open();
    expect(await answer('keys.list', sender, {})).toMatchObject({ ok: false, error: { code: 'NOT_ALLOWED' } });
  });

  it.each([undefined, null, 'text', 42, [], { extra: 1 }])(
    'an input that the contract does not know: %s',
    async (input) => {
      const { answer } = open();
      expect(await answer('keys.list', ours, input)).toMatchObject({ ok: false, error: { code: 'BAD_MESSAGE' } });
    },
  );
});

describe('no value crosses', () => {
  it.each(channelsOf.main)('%s: a result with a field too many is stopped', async (channel) => {
    const { answer } = open();
    const input = inputFor(channel);
    expect(calls[channel].input.safeParse(input).success).toBe(true);
    const said = JSON.stringify(await answer(channel, ours, input));
    expect(said).toContain('INTERNAL');
    expect(said).not.toContain(secret);
  });

  it('an error that nobody foresaw crosses without its message', async () => {
    const { answer, internal } = open({
      'keys.list': () => {
        throw new Error(`could not parse ${secret}`);
      },
    });
    const said = await answer('keys.list', ours, {});
    expect(said).toMatchObject({ ok: false, error: { code: 'INTERNAL' } });
    expect(JSON.stringify(said)).not.toContain(secret);
    expect(internal).toHaveLength(1);
  });

  it('an error of the vault crosses with its code, words and facts', async () => {
    const { answer } = open({
      'keys.copy': () => {
        throw vaultError('COPY_SPENT', { name: 'OpenAI' });
      },
    });
    expect(await answer('keys.copy', ours, { id: 'k' })).toEqual({
      ok: false,
      error: {
        code: 'COPY_SPENT',
        message: 'Not copied: “OpenAI” was copied once already. Allow one more copy, or rotate it.',
        details: { name: 'OpenAI' },
      },
    });
  });
});

/** A well-formed input for each channel. */
function inputFor(channel: Channel): unknown {
  const fields = {
    name: 'n',
    provider: '',
    envVar: 'E',
    copyPolicy: 'once',
    rotateEveryDays: null,
    note: '',
    tags: [],
  };
  const inputs: Partial<Record<Channel, unknown>> = {
    'keys.add': { ...fields, value: 'v' },
    'keys.addFromClipboard': { ...fields, offerId: 'o' },
    'keys.edit': { ...fields, id: 'k' },
    'keys.pin': { id: 'k', pinned: true },
    'keys.rotate': { id: 'k', value: 'v' },
    'keys.rotateFromClipboard': { id: 'k', offerId: 'o' },
    'projects.unlink': { projectId: 'p' },
    'projects.bind': { targetId: 't', keyId: 'k', envVar: 'E' },
    'projects.unbind': { targetId: 't', envVar: 'E' },
    'projects.preview': { targetId: 't' },
    'projects.ignore': { targetId: 't', where: 'gitignore' },
    'projects.leaveOutsideGit': { targetId: 't' },
    'projects.candidates': { projectId: 'p' },
    'projects.addTarget': { projectId: 'p', candidateId: 'c' },
    'projects.pickTarget': { projectId: 'p' },
    'projects.removeTarget': { targetId: 't' },
    'projects.setTarget': { targetId: 't', dialect: 'dotenv', expands: false },
    'projects.previewExample': { targetId: 't' },
    'projects.writeExample': { exampleId: 'e' },
    'projects.scanImport': { targetId: 't' },
    'projects.takeImport': { importId: 'i', names: ['A'] },
    'projects.export': { previewId: 'p' },
    'activity.list': { keyId: null, limit: 10 },
    'settings.set': { leaseSeconds: 30 },
  };
  if (channel in inputs) return inputs[channel];
  return calls[channel].input.safeParse({ id: 'k' }).success ? { id: 'k' } : {};
}

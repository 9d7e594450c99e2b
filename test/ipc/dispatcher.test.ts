import { describe, expect, it } from 'vitest';
import { allChannels, type Channel, channelsOf, type WindowKind } from '../../electron/ipc/contract.ts';
import { createDispatcher, type Handlers, type Sender } from '../../electron/ipc/dispatcher.ts';
import { vaultError } from '../../electron/vault/errors.ts';
import { plausibleInput } from '../support/channel-inputs.ts';

const origin = 'app://clavis';
const origins = { main: origin, palette: origin, question: 'app://question' };
const ours: Sender = { sender: { id: 1 }, senderFrame: { origin, parent: null } };
const secret = 'sk-proj-a-value-that-must-not-cross';

/** Our windows by the id of their contents. */
const kinds: Partial<Record<number, WindowKind>> = { 1: 'main', 3: 'palette', 4: 'question' };
const from = (id: number, page: string): Sender => ({ sender: { id }, senderFrame: { origin: page, parent: null } });

/** Handlers that would give the value away in every way they can. */
function leakyHandlers(answers: Partial<Record<Channel, () => unknown>>): Handlers {
  const all = allChannels.map((channel) => [channel, answers[channel] ?? (() => ({ value: secret }))] as const);
  const table: Handlers = Object.assign(Object.create(null), Object.fromEntries(all));
  return table;
}

function open(answers: Partial<Record<Channel, () => unknown>> = {}, isLocked = () => false) {
  const internal: unknown[] = [];
  const answer = createDispatcher(leakyHandlers(answers), {
    origins,
    windowKindOf: (id) => kinds[id] ?? null,
    isLocked,
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

  it.each([
    undefined,
    null,
    'text',
    42,
    [],
    { extra: 1 },
    { after: '', count: 1, extra: 1 },
    { after: '', count: 1e9 },
  ])('an input that the contract does not know: %s', async (input) => {
    const { answer } = open();
    expect(await answer('keys.list', ours, input)).toMatchObject({ ok: false, error: { code: 'BAD_MESSAGE' } });
  });
});

describe('main’s own question', () => {
  it.each(channelsOf.question)('%s is answered to its own page alone, on its own origin', async (channel) => {
    const view = channel === 'question.get' ? null : 'counted';
    const { answer } = open({ [channel]: () => view });
    const input = plausibleInput(channel);
    expect(await answer(channel, from(4, 'app://question'), input)).toEqual({ ok: true, value: view });
    const others = [
      from(4, origin),
      from(1, origin),
      from(1, 'app://question'),
      from(3, origin),
      from(2, 'app://question'),
      { sender: { id: 4 }, senderFrame: { origin: 'app://question', parent: {} } },
    ];
    for (const other of others) {
      expect(await answer(channel, other, input)).toMatchObject({ error: { code: 'NOT_ALLOWED' } });
    }
  });

  it('and its page can call nothing else', async () => {
    const { answer } = open();
    const others = allChannels.filter((channel) => !channelsOf.question.includes(channel));
    const said = await Promise.all(
      others.map((channel) => answer(channel, from(4, 'app://question'), plausibleInput(channel))),
    );
    expect(said.every((one) => !one.ok && one.error.code === 'NOT_ALLOWED')).toBe(true);
  });
});

describe('no value crosses', () => {
  it.each(channelsOf.main)('%s: a result with a field too many is stopped', async (channel) => {
    const { answer } = open();
    const said = JSON.stringify(await answer(channel, ours, plausibleInput(channel)));
    expect(said).toContain('INTERNAL');
    expect(said).not.toContain(secret);
  });

  it('an error that nobody foresaw crosses without its message', async () => {
    const { answer, internal } = open({
      'keys.list': () => {
        throw new Error(`could not parse ${secret}`);
      },
    });
    const said = await answer('keys.list', ours, plausibleInput('keys.list'));
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
        message: 'Not copied: “OpenAI” has no copy left. Allow one more copy, or rotate it.',
        details: { name: 'OpenAI' },
      },
    });
  });
});

describe('while it is locked', () => {
  const stillOpen: readonly Channel[] = ['lock.get', 'lock.unlock'];
  const refused = { ok: false, error: { code: 'VAULT_LOCKED' } };

  it.each(channelsOf.main.filter((channel) => !stillOpen.includes(channel)))(
    '%s is refused, and not run',
    async (channel) => {
      let runs = 0;
      const run = () => {
        runs += 1;
      };
      const { answer } = open({ [channel]: run }, () => true);
      expect(await answer(channel, ours, plausibleInput(channel))).toMatchObject(refused);
      expect(runs).toBe(0);
    },
  );

  it.each(stillOpen)('%s is answered', async (channel) => {
    const view = { locked: true, checks: null };
    const { answer } = open({ 'lock.get': () => view, 'lock.unlock': () => view }, () => true);
    expect(await answer(channel, ours, {})).toEqual({ ok: true, value: view });
  });

  it('main’s own question is shown and answered: nothing but what unlocks is asked then', async () => {
    const { answer } = open({ 'question.get': () => null, 'question.answer': () => 'counted' }, () => true);
    const question = from(4, 'app://question');
    expect(await answer('question.get', question, {})).toEqual({ ok: true, value: null });
    const no = { questionId: 'q', kind: 'no' };
    expect(await answer('question.answer', question, no)).toEqual({ ok: true, value: 'counted' });
    expect(await answer('question.answer', ours, no)).toMatchObject({ ok: false, error: { code: 'NOT_ALLOWED' } });
  });

  it('a stranger is refused as a stranger, and nobody learns whether an input would have fitted', async () => {
    const { answer } = open({}, () => true);
    const stranger = { ...ours, sender: { id: 2 } };
    expect(await answer('lock.unlock', stranger, {})).toMatchObject({ error: { code: 'NOT_ALLOWED' } });
    expect(await answer('keys.copy', ours, 'no input at all')).toMatchObject(refused);
  });

  it('the result of a call under way is dropped, and why it failed, too', async () => {
    let locked = false;
    const lockIn = (end: () => unknown) => () => {
      locked = true;
      return end();
    };
    const fail = () => {
      throw vaultError('NAME_TAKEN', { name: 'Stripe live' });
    };
    const { answer } = open({ 'providers.list': lockIn(() => []), 'keys.edit': lockIn(fail) }, () => locked);
    expect(await answer('providers.list', ours, {})).toMatchObject(refused);
    locked = false;
    const failed = await answer('keys.edit', ours, plausibleInput('keys.edit'));
    expect(failed).toMatchObject(refused);
    expect(JSON.stringify(failed)).not.toContain('Stripe');
  });

  it('the call that locks it is told so', async () => {
    let locked = false;
    const view = { locked: true, checks: null };
    const lock = () => {
      locked = true;
      return view;
    };
    const { answer } = open({ 'lock.lock': lock }, () => locked);
    expect(await answer('lock.lock', ours, {})).toEqual({ ok: true, value: view });
  });
});

import { describe, expect, it } from 'vitest';
import type { Around } from '../../electron/vault/detection-port.ts';
import { detect, detector, madeUp, someProviders } from './some-providers.ts';

const { stripeOrClerk, deepSeekOrDashScope } = madeUp;

describe('a key whose shape two providers have', () => {
  it('belongs to no provider where nothing names one', () => {
    expect(detect(stripeOrClerk)).toMatchObject({ provider: '', label: 'Stripe or Clerk secret key', kind: 'secret' });
    expect(detect(deepSeekOrDashScope)).toMatchObject({ provider: '', label: 'DeepSeek or DashScope key' });
  });

  it.each<[string, Around, string]>([
    ['the variable', { name: 'CLERK_SECRET_KEY' }, 'clerk'],
    ['a word of the variable', { name: 'MY_STRIPE_SECRET' }, 'stripe'],
    ['the title', { title: 'Clerk (staging)', from: 'file' }, 'clerk'],
    ['the address', { address: 'https://dashboard.stripe.com/apikeys', from: 'file' }, 'stripe'],
  ])('is decided by %s', (_what, around, provider) => {
    expect(detect(stripeOrClerk, around)).toMatchObject({ provider, confidence: 'shape' });
  });

  it('is decided by the variable in the text', () => {
    expect(detect(`DEEPSEEK_API_KEY=${deepSeekOrDashScope}`)).toMatchObject({ provider: 'deepseek' });
  });

  it('belongs to no provider under the name of a third', () => {
    expect(detect(stripeOrClerk, { name: 'ACME_SECRET_KEY' })).toMatchObject({
      provider: '',
      kind: 'secret',
      envVar: 'ACME_SECRET_KEY',
    });
  });
});

it('a shape that one provider alone has wins over a name', () => {
  expect(detect(madeUp.github, { name: 'OPENAI_API_KEY' })).toMatchObject({ provider: 'github' });
});

it('a random value where only its surroundings name a provider is known by a measure, and by name where that says so', () => {
  const random = 'Zp2Lw9Xv4Tn8Rb3Yc6Hd1Jg5Mf0KsQk7';
  const measured = { provider: 'github', kind: 'secret', confidence: 'measure' };
  expect(detect(random, { title: 'GitHub', from: 'file' })).toMatchObject(measured);
  expect(detect(random, { name: 'GITHUB_THING' })).toMatchObject(measured);
  expect(detect(random, { name: 'GITHUB_THING_KEY' })).toMatchObject({ ...measured, confidence: 'name' });
});

it('a beginning that nobody owns makes no provider', () => {
  const text = `sk-${'Zp2Lw9Xv4Tn8Rb3Yc6Hd1Jg5Mf0KsQk7uE'}`;
  expect(detect(text, { name: 'ACME_KEY' })).toMatchObject({ kind: 'secret', provider: '' });
  expect(detect(text, { name: 'OPENAI_API_KEY' })).toMatchObject({ provider: 'openai' });
});

it('a general shape is a provider’s only under its name', () => {
  const text = '9f8e7d6c5b4a39281706f5e4d3c2b1a0';
  expect(detect(text)).toMatchObject({ kind: 'secret', provider: '', confidence: 'measure' });
  expect(detect(text, { name: 'TWILIO_AUTH_TOKEN' })).toMatchObject({ provider: 'twilio', label: 'Twilio auth token' });
});

it('knows the provider at an address', () => {
  expect(detector.providerAt('https://api.openai.com/v1')).toBe('openai');
  expect(detector.providerAt('github.com/me')).toBe('github');
  expect(detector.providerAt('https://me:x@www.github.com:443')).toBe('github');
  expect(detector.providerAt('https://notgithub.com')).toBe('');
  expect(detector.providerAt('https://github.com.example.net')).toBe('');
});

it('lists the providers by name', () => {
  expect(detector.list().map(({ name }) => name)).toEqual(someProviders.map(({ name }) => name).toSorted());
});

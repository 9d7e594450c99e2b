import { createDetector } from '../../electron/detection/detector.ts';
import type { Provider } from '../../electron/detection/provider.ts';
import type { Around } from '../../electron/vault/detection-port.ts';
import { Secret } from '../../electron/vault/secret.ts';

const provider = (
  id: string,
  name: string,
  envVar: string,
  shapes: Provider['shapes'],
  more: Partial<Provider> = {},
) => ({
  id,
  name,
  envVars: [envVar],
  hosts: [`${id}.com`],
  keysPage: '',
  shapes,
  ...more,
});

/** Few providers with shapes of each kind: exact, shared with others, general, public. */
export const someProviders: readonly Provider[] = [
  provider('openai', 'OpenAI', 'OPENAI_API_KEY', [
    { pattern: /^sk-proj-[\w-]{20,}$/, label: 'OpenAI project key' },
    { pattern: /^sk-[A-Za-z0-9]{32,}$/, label: 'OpenAI key' },
  ]),
  provider('deepseek', 'DeepSeek', 'DEEPSEEK_API_KEY', [{ pattern: /^sk-[a-f0-9]{32}$/, label: 'DeepSeek key' }]),
  provider('dashscope', 'DashScope', 'DASHSCOPE_API_KEY', [{ pattern: /^sk-[a-f0-9]{32}$/, label: 'DashScope key' }]),
  provider('stripe', 'Stripe', 'STRIPE_SECRET_KEY', [
    { pattern: /^sk_(?:live|test)_[A-Za-z0-9]{24,99}$/, label: 'Stripe secret key' },
    { pattern: /^pk_(?:live|test)_[A-Za-z0-9]{24,99}$/, label: 'Stripe publishable key', isPublic: true },
  ]),
  provider('clerk', 'Clerk', 'CLERK_SECRET_KEY', [
    { pattern: /^sk_(?:live|test)_[A-Za-z0-9]{42}$/, label: 'Clerk secret key' },
  ]),
  provider('github', 'GitHub', 'GITHUB_TOKEN', [{ pattern: /^gh[pousr]_[A-Za-z0-9]{36}$/, label: 'GitHub token' }], {
    hosts: ['github.com'],
  }),
  provider('google', 'Google', 'GOOGLE_API_KEY', [{ pattern: /^AIza[\w-]{35}$/, label: 'Google API key' }]),
  provider('twilio', 'Twilio', 'TWILIO_AUTH_TOKEN', [
    { pattern: /^[a-f0-9]{32}$/, label: 'Twilio auth token', needsName: true },
  ]),
  provider('supabase', 'Supabase', 'SUPABASE_KEY', [
    { pattern: /^sb_publishable_[\w-]{20,}$/, label: 'Supabase publishable key', isPublic: true },
  ]),
  provider('gcp', 'Google Cloud', 'GOOGLE_APPLICATION_CREDENTIALS_JSON', []),
];

/** Made-up keys, each in parts so that no scanner takes them for real. */
export const madeUp = {
  openai: `sk-${'proj-'}Qk7Zp2Lw9Xv4Tn8Rb3Yc6Hd1Jg5Mf0Ks_a2B4-c6D8e0F`,
  github: `gh${'p_'}A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q7r8`,
  stripe: `sk_${'live_'}4Kd8Zx1Qw7Er5Ty9Ui3Op2As`,
  stripeOrClerk: `sk_${'test_'}4Kd8Zx1Qw7Er5Ty9Ui3Op2As6Df0Gh4Jk8Lz1Xc5Vb`,
  deepSeekOrDashScope: `sk-${'9f8e7d6c5b4a39281706f5e4d3c2b1a0'}`,
  google: `AI${'za'}Sy7Kd8Zx1Qw7Er5Ty9Ui3Op2As6Df0Gh4Jk`,
};

export const detector = createDetector(someProviders);

/** What the detector says of a text; one on the clipboard, where nothing else is said of it. */
export const detect = (text: string, around: Around = { from: 'clipboard' }) =>
  detector.detect(new Secret(text), around);

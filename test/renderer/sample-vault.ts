import type { ActivityView, ExportOutcome, ImportView, KeyView } from '../../electron/ipc/contract.ts';
import { defaultSettings } from '../../electron/vault/settings/setting-values.ts';
import { emptyTarget, type Script } from './scripted-vault.ts';

type ImportVariable = ImportView['variables'][number];

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export function sampleKey(part: Partial<KeyView> & Pick<KeyView, 'id' | 'name'>): KeyView {
  const now = Date.now();
  return {
    provider: '',
    envVar: 'API_KEY',
    copyPolicy: 'once',
    rotateEveryDays: 90,
    note: '',
    tags: [],
    pinned: false,
    last4: '3f9A',
    version: 1,
    createdAt: now - 40 * day,
    rotatedAt: now - 40 * day,
    lastUsedAt: null,
    rotationDueAt: now + 50 * day,
    grant: 'ready',
    valueMissing: false,
    undoRotationUntil: null,
    projects: 0,
    ...part,
  };
}

/** A variable of a file that is read for its keys. */
/** Each once, where nothing else is said. */
function happened(
  entries: readonly (Omit<ActivityView, 'count' | 'firstAt'> & Partial<ActivityView>)[],
): ActivityView[] {
  return entries.map((entry) => ({ count: 1, firstAt: entry.at, ...entry }));
}

function found(part: Partial<ImportVariable> & Pick<ImportVariable, 'name'>): ImportVariable {
  const secret = part.secret ?? true;
  const kind = secret ? 'secret' : 'ordinary';
  return { label: '', provider: '', last4: null, kind, secret, odd: '', heldBy: null, bound: false, ...part };
}

const backedUp = {
  provider: 'openai',
  envVar: 'OPENAI_API_KEY',
  last4: 'a81F',
  state: 'new',
  nameHere: null,
} as const;

const collected = {
  label: '',
  provider: '',
  last4: 'p0Qz',
  kind: 'secret',
  secret: true,
  odd: '',
  heldBy: null,
  from: '',
} as const;

/** A vault as a developer would have it after some months. */
export function outcome(part: Partial<ExportOutcome> & Pick<ExportOutcome, 'targetId' | 'project' | 'file'>) {
  return { written: 0, removed: 0, taken: 0, left: [], error: null, ...part };
}

export function sampleVault(): Script {
  const now = Date.now();
  return {
    keys: [
      sampleKey({
        id: 'k1',
        name: 'Shop assistant',
        provider: 'openai',
        envVar: 'OPENAI_API_KEY',
        lastUsedAt: now - 25 * minute,
        projects: 2,
        pinned: true,
        last4: 'Qx7T',
        tags: ['production', 'shop'],
        note: 'Models: read. Files: none.\nMonthly limit 200 USD.',
        version: 3,
      }),
      sampleKey({
        id: 'k2',
        name: 'Claude for reviews',
        provider: 'anthropic',
        envVar: 'ANTHROPIC_API_KEY',
        lastUsedAt: now - 3 * hour,
        projects: 1,
        last4: 'mRAA',
        grant: 'spent',
      }),
      sampleKey({
        id: 'k3',
        name: 'Stripe live, restricted',
        provider: 'stripe',
        envVar: 'STRIPE_SECRET_KEY',
        lastUsedAt: now - 9 * day,
        projects: 1,
        last4: '00fK',
        rotatedAt: now - 93 * day,
        rotationDueAt: now - 3 * day,
        tags: ['production', 'billing'],
      }),
      sampleKey({
        id: 'k4',
        name: 'Deploy bot',
        provider: 'github',
        envVar: 'GITHUB_TOKEN',
        lastUsedAt: now - 2 * day,
        projects: 3,
        last4: 'z81c',
        rotationDueAt: now + 6 * day,
        copyPolicy: 'always',
        grant: 'always',
      }),
      sampleKey({
        id: 'k5',
        name: 'Gemini, image captions for the accessibility project',
        provider: 'google',
        envVar: 'GEMINI_API_KEY',
        lastUsedAt: now - 70 * day,
        projects: 0,
        last4: 'Ab0w',
        undoRotationUntil: now + 5 * hour,
        rotatedAt: now - 19 * hour,
        version: 2,
      }),
      sampleKey({
        id: 'k6',
        name: 'Search sidecar',
        envVar: 'MEILI_MASTER_KEY',
        last4: null,
        rotateEveryDays: null,
        rotationDueAt: null,
      }),
      sampleKey({
        id: 'k7',
        name: 'Transcripts',
        provider: 'groq',
        envVar: 'GROQ_API_KEY',
        lastUsedAt: now - 5 * day,
        projects: 1,
        last4: 'hh2P',
      }),
      sampleKey({
        id: 'k8',
        name: 'Mail, staging',
        provider: 'sendgrid',
        envVar: 'SENDGRID_API_KEY',
        lastUsedAt: now - 33 * day,
        last4: 'Lq8-',
        projects: 1,
      }),
    ],
    restOfKeys: Promise.resolve(),
    trash: [],
    lost: [],
    recognized: null,
    lineOutcomes: [],
    waiting: 0,
    waitingThen: 0,
    offer: {
      offerId: 'offer-1',
      provider: 'openai',
      label: 'OpenAI project key',
      last4: '3f9A',
      name: 'OpenAI project key',
      envVar: 'OPENAI_API_KEY',
      heldBy: null,
    },
    lease: null,
    providers: [
      { id: 'openai', name: 'OpenAI', envVar: 'OPENAI_API_KEY' },
      { id: 'anthropic', name: 'Anthropic', envVar: 'ANTHROPIC_API_KEY' },
      { id: 'stripe', name: 'Stripe', envVar: 'STRIPE_SECRET_KEY' },
      { id: 'github', name: 'GitHub', envVar: 'GITHUB_TOKEN' },
      { id: 'google', name: 'Google AI', envVar: 'GEMINI_API_KEY' },
      { id: 'groq', name: 'Groq', envVar: 'GROQ_API_KEY' },
      { id: 'sendgrid', name: 'SendGrid', envVar: 'SENDGRID_API_KEY' },
    ],
    projects: [
      {
        id: 'p1',
        name: 'shop',
        root: '/home/ada/code/shop',
        targets: [
          {
            ...emptyTarget,
            id: 't1',
            file: 'api/.env',
            bindings: [
              { envVar: 'OPENAI_API_KEY', keyId: 'k1', exportedAt: now - 40 * day, pending: true },
              { envVar: 'STRIPE_SECRET_KEY', keyId: 'k3', exportedAt: null, pending: true },
              { envVar: 'GITHUB_TOKEN', keyId: 'k4', exportedAt: now - 2 * day, pending: false },
              { envVar: 'OLD_MAIL_KEY', keyId: null, exportedAt: now - 60 * day, pending: true },
            ],
            pending: 3,
          },
          {
            ...emptyTarget,
            id: 't4',
            file: 'web/.env.local',
            bindings: [
              { envVar: 'OPENAI_API_KEY', keyId: 'k1', exportedAt: now - 9 * day, pending: false },
              { envVar: 'SENDGRID_API_KEY', keyId: 'k8', exportedAt: now - 9 * day, pending: false },
            ],
            expands: true,
          },
        ],
      },
      {
        id: 'p2',
        name: 'review-bot',
        root: '/home/ada/code/tools/review-bot',
        targets: [
          {
            ...emptyTarget,
            id: 't2',
            bindings: [
              { envVar: 'ANTHROPIC_API_KEY', keyId: 'k2', exportedAt: now - 3 * hour, pending: false },
              { envVar: 'OPENAI_API_KEY', keyId: 'k1', exportedAt: now - 3 * hour, pending: false },
            ],
          },
        ],
      },
      {
        id: 'p3',
        name: 'transcripts',
        root: '/home/ada/code/transcripts',
        targets: [{ ...emptyTarget, id: 't3' }],
      },
    ],
    drift: [
      {
        targetId: 't1',
        file: 'present',
        error: null,
        variables: [
          { envVar: 'OPENAI_API_KEY', state: 'rotated' },
          { envVar: 'STRIPE_SECRET_KEY', state: 'new' },
          { envVar: 'GITHUB_TOKEN', state: 'same' },
          { envVar: 'OLD_MAIL_KEY', state: 'leaving' },
        ],
      },
      {
        targetId: 't4',
        file: 'present',
        error: null,
        variables: [
          { envVar: 'OPENAI_API_KEY', state: 'edited' },
          { envVar: 'SENDGRID_API_KEY', state: 'missing' },
        ],
      },
      {
        targetId: 't2',
        file: 'present',
        error: null,
        variables: [
          { envVar: 'ANTHROPIC_API_KEY', state: 'same' },
          { envVar: 'OPENAI_API_KEY', state: 'same' },
        ],
      },
    ],
    candidates: [
      { candidateId: 'c1', file: '.env.production', dialect: 'dotenv' },
      { candidateId: 'c2', file: 'deploy/docker.env', dialect: 'docker' },
      { candidateId: 'c3', file: 'functions/local.settings.json', dialect: 'json' },
    ],
    pickedFile: 'infra/secrets.env',
    envImport: {
      importId: 'import-1',
      variables: [
        found({ name: 'OPENAI_API_KEY', label: 'OpenAI project key', provider: 'openai', last4: 'Qx7T', bound: true }),
        found({ name: 'ANTHROPIC_API_KEY', label: 'Anthropic API key', provider: 'anthropic', last4: 'k3Aa' }),
        found({ name: 'DEPLOY_TOKEN', label: 'GitHub token', provider: 'github', last4: 'z81c', heldBy: 'Deploy bot' }),
        found({ name: 'SESSION_SECRET', last4: 'e09d' }),
        found({ name: 'DATABASE_PASSWORD' }),
        found({ name: 'DATABASE_URL', last4: 'shop', secret: false }),
        found({ name: 'PORT', secret: false }),
        found({ name: 'LOG_LEVEL', secret: false }),
      ],
      hidden: 0,
    },
    example: {
      exampleId: 'example-1',
      file: 'api/.env.example',
      exists: true,
      added: ['STRIPE_SECRET_KEY', 'GITHUB_TOKEN'],
      later: ['SENTRY_DSN'],
    },
    outcomes: [
      outcome({ targetId: 't1', project: 'shop', file: 'api/.env', written: 2, removed: 1 }),
      outcome({
        targetId: 't4',
        project: 'shop',
        file: 'web/.env.local',
        error: {
          code: 'TARGET_CHANGED',
          message: 'Not written: web/.env.local changed since you looked. Look at what would change again.',
          details: { file: 'web/.env.local' },
        },
      }),
      outcome({ targetId: 't2', project: 'review-bot', file: '.env' }),
    ],
    exportEnds: Promise.resolve(),
    preview: {
      file: 'api/.env',
      exists: true,
      openToOthers: false,
      changes: [
        { envVar: 'GITHUB_TOKEN', kind: 'kept', keyId: 'k4', last4: 'z81c', review: null },
        { envVar: 'OPENAI_API_KEY', kind: 'changed', keyId: 'k1', last4: 'Qx7T', review: null },
        { envVar: 'STRIPE_SECRET_KEY', kind: 'added', keyId: 'k3', last4: '00fK', review: null },
        { envVar: 'OLD_MAIL_KEY', kind: 'removed', keyId: null, last4: null, review: null },
      ],
      readers: [{ name: 'Vite', expands: true, foundIn: 'package.json' }],
      expands: true,
      dialect: 'dotenv',
      notOurs: ['DATABASE_URL', 'PORT'],
      shadowed: [],
      leadsTo: null,
      left: [],
      hidden: 0,
      git: { kind: 'safe', why: 'ignored' },
    },
    activity: happened([
      {
        id: 14,
        at: now - 5 * minute,
        kind: 'imported',
        keyId: 'k2',
        subject: 'Claude for reviews',
        detail: 'ANTHROPIC_API_KEY from review-bot/.env',
      },
      {
        id: 13,
        at: now - 8 * minute,
        kind: 'ignored',
        keyId: null,
        subject: 'review-bot',
        detail: '.env in .gitignore',
      },
      {
        id: 12,
        at: now - 25 * minute,
        kind: 'exported',
        keyId: 'k1',
        subject: 'Shop assistant',
        detail: 'OPENAI_API_KEY in review-bot/.env',
      },
      { id: 11, at: now - 3 * hour, kind: 'copied', keyId: 'k2', subject: 'Claude for reviews', detail: '' },
      {
        id: 10,
        at: now - 4 * hour,
        kind: 'bound',
        keyId: 'k3',
        subject: 'Stripe live, restricted',
        detail: 'STRIPE_SECRET_KEY in shop/api/.env',
      },
      {
        id: 9,
        at: now - 19 * hour,
        kind: 'rotated',
        keyId: 'k5',
        subject: 'Gemini, image captions for the accessibility project',
        detail: '',
      },
      { id: 8, at: now - 26 * hour, kind: 'clipboard-cleared', keyId: 'k1', subject: 'Shop assistant', detail: '' },
      { id: 7, at: now - 26 * hour, kind: 'copied', keyId: 'k1', subject: 'Shop assistant', detail: '' },
      { id: 6, at: now - 27 * hour, kind: 'allowed-copy', keyId: 'k1', subject: 'Shop assistant', detail: '' },
      { id: 5, at: now - 2 * day, kind: 'loosened', keyId: 'k4', subject: 'Deploy bot', detail: 'always' },
      { id: 4, at: now - 2 * day, kind: 'deleted', keyId: 'gone', subject: 'Old mail key', detail: '' },
      { id: 3, at: now - 2 * day, kind: 'erased', keyId: 'gone', subject: 'Old mail key', detail: '' },
      { id: 2, at: now - 40 * day, kind: 'linked', keyId: null, subject: 'shop', detail: '/home/ada/code/shop' },
      { id: 1, at: now - 40 * day, kind: 'added', keyId: 'k1', subject: 'Shop assistant', detail: '' },
    ]),
    keychain: { state: 'ready' },
    keychainThen: { state: 'ready' },
    settings: { ...defaultSettings },
    abilities: { tray: true, shortcut: true },
    lock: { locked: false, checks: null },
    backup: {
      restoreId: 'restore-1',
      madeAt: now - 24 * day,
      keys: [
        { ...backedUp, entryId: 'b1', name: 'Old mail key', provider: 'sendgrid', envVar: 'SENDGRID_API_KEY' },
        { ...backedUp, entryId: 'b2', name: 'Shop assistant', state: 'newer-here' },
        { ...backedUp, entryId: 'b3', name: 'Reviews', state: 'newer-there', nameHere: 'Claude for reviews' },
        { ...backedUp, entryId: 'b4', name: 'Deploy bot', provider: 'github', envVar: 'GITHUB_TOKEN', state: 'same' },
      ],
      projects: [
        { entryId: 'p1', name: 'newsletter', root: '/home/ada/code/newsletter', targets: 2, state: 'new' },
        { entryId: 'p2', name: 'shop', root: '/home/ada/code/shop', targets: 2, state: 'here' },
        { entryId: 'p3', name: 'old-site', root: '/home/ada/old/old-site', targets: 1, state: 'gone' },
      ],
      settingsDiffer: true,
      leftOut: { settings: 0, files: 0, activity: 0, parts: 0, fields: 0 },
    },
    externalImport: {
      externalImportId: 'import-1',
      source: 'Bitwarden, 42 items',
      skipped: 31,
      archived: 4,
      trashed: 2,
      entries: [
        { ...collected, entryId: 'e1', name: 'Mistral', envVar: 'MISTRAL_API_KEY', from: 'Work' },
        {
          ...collected,
          entryId: 'e2',
          name: 'Deploy',
          envVar: 'GITHUB_TOKEN',
          label: 'GitHub token',
          provider: 'github',
          from: 'Work',
        },
        {
          ...collected,
          entryId: 'e3',
          name: 'Forum',
          envVar: 'FORUM',
          last4: null,
          kind: 'ordinary',
          secret: false,
          from: 'Private',
        },
        { ...collected, entryId: 'e4', name: 'Claude', envVar: 'ANTHROPIC_API_KEY', heldBy: 'Claude for reviews' },
      ],
    },
    keyRecovery: {
      recoveryId: 'recovery-1',
      found: [
        {
          entryId: 'r1',
          nameHere: null,
          provider: 'openai',
          name: 'OpenAI project key',
          envVar: 'OPENAI_API_KEY',
          changedAt: Date.UTC(2026, 9, 3, 9, 12),
          values: 2,
        },
        {
          entryId: 'r2',
          nameHere: 'Deploy bot',
          provider: 'github',
          name: 'Deploy bot',
          envVar: 'GITHUB_TOKEN',
          changedAt: null,
          values: 1,
        },
      ],
      missing: [{ keyId: 'k8', name: 'Newsletter' }],
      damaged: [],
      spare: [],
    },
    repair: null,
    diagnostics: 12,
    questions: [],
    failures: {},
    held: {},
    heard: [],
  };
}

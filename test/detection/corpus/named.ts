import { type Maker, madeFrom, type Piece, rowsOf } from './pieces.ts';

/** Variable, shape that several have, provider by the name. */
const shared = `
  STRIPE_SECRET_KEY | sk_live_[A-Za-z0-9]{42} | stripe
  STRIPE_WEBHOOK_SECRET | whsec_[A-Za-z0-9]{32} | stripe
  CLERK_SECRET_KEY | sk_live_[A-Za-z0-9]{42} | clerk
  CLERK_WEBHOOK_SIGNING_SECRET | whsec_[A-Za-z0-9+/]{32} | clerk
  PAYSTACK_SECRET_KEY | sk_live_[a-f0-9]{40} | paystack
  DEEPSEEK_API_KEY | sk-[a-f0-9]{32} | deepseek
  DASHSCOPE_API_KEY | sk-[a-f0-9]{32} | dashscope
  MOONSHOT_API_KEY | sk-[A-Za-z0-9]{48} | moonshot
  STABILITY_API_KEY | sk-[A-Za-z0-9]{48} | stability
  SILICONFLOW_API_KEY | sk-[a-z]{48} | siliconflow
  SVIX_WEBHOOK_SECRET | whsec_[A-Za-z0-9+/]{32} | svix
  RESEND_WEBHOOK_SECRET | whsec_[A-Za-z0-9]{32} | resend
  UPLOADTHING_SECRET | sk_live_[a-f0-9]{64} | uploadthing
  DEEPGRAM_API_KEY | [a-f0-9]{40} | deepgram
  WANDB_API_KEY | [a-f0-9]{40} | wandb
  MISTRAL_API_KEY | [A-Za-z0-9]{32} | mistral
  DD_API_KEY | [a-f0-9]{32} | datadog
  EXA_API_KEY | [a-f0-9]{8}-[a-f0-9]{4}-4[a-f0-9]{3}-8[a-f0-9]{3}-[a-f0-9]{12} | exa
  COHERE_API_KEY | [A-Za-z0-9]{40} | cohere
`;

/** Variable, shape, provider that it would be wrong to name. */
const others = `
  LITELLM_MASTER_KEY | sk-[A-Za-z0-9]{32} | openai
  PORTKEY_API_KEY | sk-[a-z0-9]{40} | openai
  DEEPSEEK_API_KEY | sk-[a-f0-9]{32} | openai
  SVIX_WEBHOOK_SECRET | whsec_[A-Za-z0-9+/]{32} | stripe
  CLERK_SECRET_KEY | sk_test_[A-Za-z0-9]{42} | stripe
`;

export function ambiguousShapes(make: Maker): Piece[] {
  const own = rowsOf(shared).map(([name = '', pattern = '', provider = '']) => ({
    name,
    ...madeFrom(make, pattern),
    expect: { secret: true, provider, envVar: name },
  }));
  const wrong = rowsOf(others).map(([name = '', pattern = '', provider = '']) => ({
    name,
    ...madeFrom(make, pattern),
    expect: { secret: true, provider: `not ${provider}`, envVar: name },
  }));
  return [...own, ...wrong];
}

const published = String.raw`
  NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY | pk_live_51[A-Za-z0-9]{97}
  VITE_STRIPE_KEY | pk_test_51[A-Za-z0-9]{97}
  SUPABASE_PUBLISHABLE_KEY | sb_publishable_[\w-]{22}_[\w-]{8}
  NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY | pk_live_[A-Za-z0-9]{36}
  NEXT_PUBLIC_POSTHOG_KEY | phc_[A-Za-z0-9]{43}
  POSTHOG_KEY | phc_[A-Za-z0-9]{43}
  LANGFUSE_PUBLIC_KEY | pk-lf-[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}
  MAPBOX_TOKEN | pk\.eyJ[A-Za-z0-9]{60}\.[\w-]{22}
  SENTRY_DSN | https://[a-f0-9]{32}@o\d{6}\.ingest\.sentry\.io/\d{7}
  GIT_COMMIT | [a-f0-9]{40}
  COMMIT_SHA | [a-f0-9]{40}
  IMAGE_DIGEST | sha256:[a-f0-9]{64}
  GOOGLE_CLIENT_ID | \d{12}-[a-z0-9]{32}\.apps\.googleusercontent\.com
  AZURE_TENANT_ID | [a-f0-9]{8}-[a-f0-9]{4}-4[a-f0-9]{3}-9[a-f0-9]{3}-[a-f0-9]{12}
  NEXT_PUBLIC_FIREBASE_API_KEY | AIza[\w-]{35}
  VERCEL_PROJECT_ID | prj_[A-Za-z0-9]{28}
  TWILIO_ACCOUNT_SID | AC[a-f0-9]{32}
  STRIPE_PRICE_ID | price_[A-Za-z0-9]{24}
  AWS_ACCOUNT_ID | \d{12}
  AWS_ROLE_ARN | arn:aws:iam::\d{12}:role/deploy-from-ci
  GA_MEASUREMENT_ID | G-[A-Z0-9]{10}
  GOOGLE_TAG_MANAGER_ID | GTM-[A-Z0-9]{7}
  SSH_PUBLIC_KEY | ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA[A-Za-z0-9+/]{44} me@laptop
  AGE_RECIPIENT | age1[qpzry9x8gf2tvdw0s3jn54khce6mua7l]{58}
  TURNSTILE_SITE_KEY | 0x4AAAAAA[A-Za-z0-9_-]{14}
  OPENAI_MODEL | gpt-4\.1-mini-2025-04-14
  ANTHROPIC_MODEL | claude-opus-4-1-20250805
  S3_BUCKET | my-app-uploads-eu-central-1
  DB_HOST | db-prod-02\.c8xkqpzz\.eu-west-1\.rds\.amazonaws\.com
  API_URL | https://api\.example\.com/v2/things
  LOG_FILE | /var/log/my-app/server\.2026-02-11\.log
  RELEASE | web@4\.12\.0\+[a-f0-9]{7}
  BRANCH | feature/ABC-1234-sign-in-with-passkeys
  TIMESTAMP | 2026-03-04T05:06:07\.890Z
  NODE_OPTIONS | --max-old-space-size=4096
  ALGOLIA_SEARCH_API_KEY | [a-f0-9]{32}
  NEXT_PUBLIC_PUSHER_KEY | [a-f0-9]{20}
  PUSHER_APP_KEY | [a-f0-9]{20}
  CORS_ORIGINS | https://app\.example\.com,https://admin\.example\.com
`;

export function publicValues(make: Maker): Piece[] {
  const byPattern = rowsOf(published).map(([name = '', pattern = '']) => ({
    name,
    ...madeFrom(make, pattern),
    expect: { secret: false },
  }));
  const anon = { iss: 'supabase', ref: make.text('[a-z]{20}'), role: 'anon', iat: 1_760_000_000, exp: 2_075_000_000 };
  return [
    ...byPattern,
    { name: 'SUPABASE_ANON_KEY', value: make.jwt(anon), expect: { secret: false } },
    { name: 'VITE_SUPABASE_ANON_KEY', value: make.jwt(anon), expect: { secret: false } },
  ];
}

const secrets = String.raw`
  DATABASE_URL | postgres://app:[a-z0-9]{12}@db\.example\.net:5432/app
  DATABASE_URL | mysql://root:[A-Za-z0-9]{10}@127\.0\.0\.1:3306/shop
  SQLALCHEMY_DATABASE_URI | postgresql\+psycopg2://u:[a-z0-9]{9}@h/d
  CELERY_BROKER_URL | amqps://svc:[A-Za-z0-9]{16}@mq\.example\.net/vhost
  REDIS_URL | rediss://default:[A-Za-z0-9]{24}@cache\.example\.net:6380
  MONGODB_URI | mongodb\+srv://app:[A-Za-z0-9]{14}@cluster0\.ab1cd\.example\.net/db
  JDBC_DATABASE_URL | jdbc:mysql://h:3306/d\?user=app&password=[a-z0-9]{10}
  CLICKHOUSE_URL | clickhouse://u:[a-z0-9]{10}@h:9000/d
  MAIL_URL | smtps://post%40example\.net:[a-z0-9]{12}@smtp\.example\.net:465
  GIT_REMOTE | https://ci:[A-Za-z0-9]{20}@git\.example\.net/team/repo\.git
  AZURE_STORAGE_CONNECTION_STRING | DefaultEndpointsProtocol=https;AccountName=files;AccountKey=[A-Za-z0-9+/]{86}==;EndpointSuffix=core\.windows\.net
  SERVICE_BUS | Endpoint=sb://bus\.servicebus\.windows\.net/;SharedAccessKeyName=Root;SharedAccessKey=[A-Za-z0-9+/]{43}=
  MSSQL_CONNECTION | Server=tcp:h,1433;Database=d;User Id=sa;Password=[A-Za-z0-9]{12};
  SLACK_WEBHOOK | https://hooks\.slack\.com/services/T[A-Z0-9]{10}/B[A-Z0-9]{10}/[A-Za-z0-9]{24}
  DISCORD_WEBHOOK_URL | https://discord\.com/api/webhooks/\d{19}/[\w-]{68}
  AWS_SECRET_ACCESS_KEY | [A-Za-z0-9+/]{40}
  APP_KEY | base64:[A-Za-z0-9+/]{43}=
  DJANGO_SECRET_KEY | django-insecure-[a-z0-9@#%^&*(_=+-]{50}
  SESSION_SECRET | [a-f0-9]{64}
  ENCRYPTION_KEY | [A-Za-z0-9+/]{43}=
  JWT_SECRET | some-long-development-string
  NEXTAUTH_SECRET | [A-Za-z0-9+/]{43}=
  DB_PASSWORD | hunter2!
  ADMIN_PASSWORD | Tr0ub4dor&3
  PASSPHRASE | correct horse battery staple
  ROOT_PW | s3cret
  MY_SERVICE_TOKEN | [A-Za-z0-9]{20}
  API_KEY | [a-f0-9]{24}
  INTERNAL_API_KEY | [a-f0-9]{8}-[a-f0-9]{4}-4[a-f0-9]{3}-b[a-f0-9]{3}-[a-f0-9]{12}
  CLIENT_SECRET | [A-Za-z0-9_~.-]{40}
  PG_CONNECTION | host=db port=5432 dbname=app user=app password=[a-z0-9]{10} sslmode=require
  PRIVATE_KEY | 0x[a-f0-9]{64}
  LICENSE_KEY | [A-Z]{4}-[A-Z]{4}-[A-Z]{4}-[0-9]{4}
  REGISTRY_AUTH | bWU6aHVudGVyMjI=
  GOOGLE_REFRESH_TOKEN | 1//0[\w-]{90}
`;

export const secretsByFormOrName = (make: Maker): Piece[] => [
  ...rowsOf(secrets).map(([name = '', pattern = '']) => ({
    name,
    ...madeFrom(make, pattern),
    expect: { secret: true },
  })),
  // A token looks the same whoever issued it.
  { name: 'MINIMAX_API_KEY', value: make.jwt({ sub: 'me' }), expect: { secret: true, provider: 'minimax' } },
];

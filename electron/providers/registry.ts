import { anthropic } from './anthropic.ts';
import { aws } from './aws.ts';
import { digitalocean } from './digitalocean.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { google } from './google.ts';
import { groq } from './groq.ts';
import { huggingface } from './huggingface.ts';
import { npm } from './npm.ts';
import { openai } from './openai.ts';
import { openrouter } from './openrouter.ts';
import type { Provider } from './provider.ts';
import { replicate } from './replicate.ts';
import { resend } from './resend.ts';
import { sendgrid } from './sendgrid.ts';
import { sentry } from './sentry.ts';
import { slack } from './slack.ts';
import { stripe } from './stripe.ts';
import { supabase } from './supabase.ts';
import { telegram } from './telegram.ts';
import { xai } from './xai.ts';

/** Asked in this order: a narrower prefix stands before one that it also fits. */
const providers: readonly Provider[] = [
  anthropic,
  openrouter,
  openai,
  github,
  gitlab,
  stripe,
  aws,
  google,
  slack,
  huggingface,
  npm,
  sendgrid,
  groq,
  xai,
  resend,
  replicate,
  digitalocean,
  supabase,
  sentry,
  telegram,
];

const folded = ({ name }: Provider): string => name.toLowerCase();
export const sortedProviders = providers.toSorted((a, b) => (folded(a) < folded(b) ? -1 : 1));

export function recogniseByShape(text: string) {
  for (const { id, name, envVar, shapes } of providers) {
    const shape = shapes.find(({ pattern }) => pattern.test(text));
    if (shape !== undefined) return { provider: id, label: shape.label, name, envVar: shape.envVar ?? envVar };
  }
  return null;
}


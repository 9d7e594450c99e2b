import type { Provider } from '../provider.ts';
import { onePassword } from './1password.ts';
import { adobe } from './adobe.ts';
import { airtable } from './airtable.ts';
import { anthropic } from './anthropic.ts';
import { artifactory } from './artifactory.ts';
import { authress } from './authress.ts';
import { aws } from './aws.ts';
import { azure } from './azure.ts';
import { brevo } from './brevo.ts';
import { calcom } from './calcom.ts';
import { clerk } from './clerk.ts';
import { clojars } from './clojars.ts';
import { dashscope } from './dashscope.ts';
import { databricks } from './databricks.ts';
import { deepseek } from './deepseek.ts';
import { digitalocean } from './digitalocean.ts';
import { doppler } from './doppler.ts';
import { dynatrace } from './dynatrace.ts';
import { easypost } from './easypost.ts';
import { elevenlabs } from './elevenlabs.ts';
import { facebook } from './facebook.ts';
import { firecrawl } from './firecrawl.ts';
import { flyio } from './flyio.ts';
import { freemius } from './freemius.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { google } from './google.ts';
import { grafana } from './grafana.ts';
import { groq } from './groq.ts';
import { huggingface } from './huggingface.ts';
import { infracost } from './infracost.ts';
import { langsmith } from './langsmith.ts';
import { litellm } from './litellm.ts';
import { mailersend } from './mailersend.ts';
import { maxmind } from './maxmind.ts';
import { moonshot } from './moonshot.ts';
import { neon } from './neon.ts';
import { notion } from './notion.ts';
import { npm } from './npm.ts';
import { nvidia } from './nvidia.ts';
import { openai } from './openai.ts';
import { openrouter } from './openrouter.ts';
import { paystack } from './paystack.ts';
import { perplexity } from './perplexity.ts';
import { planetscale } from './planetscale.ts';
import { polar } from './polar.ts';
import { portkey } from './portkey.ts';
import { posthog } from './posthog.ts';
import { postman } from './postman.ts';
import { prefect } from './prefect.ts';
import { pulumi } from './pulumi.ts';
import { readme } from './readme.ts';
import { replicate } from './replicate.ts';
import { resend } from './resend.ts';
import { rubygems } from './rubygems.ts';
import { runpod } from './runpod.ts';
import { scalingo } from './scalingo.ts';
import { sendgrid } from './sendgrid.ts';
import { sentry } from './sentry.ts';
import { settlemint } from './settlemint.ts';
import { shippo } from './shippo.ts';
import { shopify } from './shopify.ts';
import { slack } from './slack.ts';
import { square } from './square.ts';
import { stability } from './stability.ts';
import { stripe } from './stripe.ts';
import { supabase } from './supabase.ts';
import { svix } from './svix.ts';
import { telegram } from './telegram.ts';
import { terraform } from './terraform.ts';
import { together } from './together.ts';
import { twilio } from './twilio.ts';
import { vault } from './vault.ts';
import { xai } from './xai.ts';

/** Asked in this order: of providers that share a shape the most used stands first. */
export const catalogue: readonly Provider[] = [
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
  onePassword,
  adobe,
  airtable,
  artifactory,
  authress,
  azure,
  brevo,
  calcom,
  clerk,
  clojars,
  dashscope,
  databricks,
  deepseek,
  doppler,
  dynatrace,
  easypost,
  elevenlabs,
  facebook,
  firecrawl,
  flyio,
  freemius,
  grafana,
  infracost,
  langsmith,
  litellm,
  mailersend,
  maxmind,
  moonshot,
  neon,
  notion,
  nvidia,
  paystack,
  perplexity,
  planetscale,
  polar,
  portkey,
  posthog,
  postman,
  prefect,
  pulumi,
  readme,
  rubygems,
  runpod,
  scalingo,
  settlemint,
  shippo,
  shopify,
  square,
  stability,
  svix,
  terraform,
  together,
  twilio,
  vault,
];

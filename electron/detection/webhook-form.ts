import type { Form } from './form.ts';
import { isPlaceholder } from './ordinary.ts';
import { isRandom } from './randomness.ts';
import { isReference } from './references.ts';

interface Hook {
  readonly pattern: RegExp;
  readonly label: string;
  readonly provider: string;
  readonly envVar: string;
}

/** Addresses that let everybody who has them post. Each as the provider documents it. */
const hooks: readonly Hook[] = [
  {
    pattern: /^https:\/\/hooks\.slack(?:-gov)?\.com\/(?:services|workflows|triggers)\/\S{20,}$/,
    label: 'Slack webhook',
    provider: 'slack',
    envVar: 'SLACK_WEBHOOK_URL',
  },
  {
    pattern: /^https:\/\/(?:\w+\.)?discord(?:app)?\.com\/api\/(?:v\d+\/)?webhooks\/\d{15,22}\/[\w-]{50,}\S*$/,
    label: 'Discord webhook',
    provider: 'discord',
    envVar: 'DISCORD_WEBHOOK_URL',
  },
  {
    pattern: /^https:\/\/(?:[\w-]+\.webhook\.office\.com|outlook\.office(?:365)?\.com)\/webhook\S{30,}$/,
    label: 'Microsoft Teams webhook',
    provider: 'microsoft-teams',
    envVar: 'TEAMS_WEBHOOK_URL',
  },
  {
    pattern: /^https:\/\/chat\.googleapis\.com\/v1\/spaces\/\S+[?&](?:key|token)=\S+$/,
    label: 'Google Chat webhook',
    provider: 'google',
    envVar: 'GOOGLE_CHAT_WEBHOOK_URL',
  },
  {
    pattern: /^https:\/\/hooks\.zapier\.com\/hooks\/catch\/\d+\/\S+$/,
    label: 'Zapier webhook',
    provider: 'zapier',
    envVar: 'ZAPIER_WEBHOOK_URL',
  },
  {
    pattern: /^https:\/\/hook\.[a-z\d.]+\.make\.com\/\w{20,}\S*$/,
    label: 'Make webhook',
    provider: 'make',
    envVar: 'MAKE_WEBHOOK_URL',
  },
  {
    pattern: /^https:\/\/maker\.ifttt\.com\/trigger\/\S+\/with\/key\/[\w-]{20,}$/,
    label: 'IFTTT webhook',
    provider: 'ifttt',
    envVar: 'IFTTT_WEBHOOK_URL',
  },
  {
    pattern: /^https:\/\/api\.telegram\.org\/bot\d{6,12}:[\w-]{30,}\S*$/,
    label: 'Address of a Telegram bot',
    provider: 'telegram',
    envVar: 'TELEGRAM_URL',
  },
  {
    pattern: /^https:\/\/open\.(?:feishu\.cn|larksuite\.com)\/open-apis\/bot\/v2\/hook\/[\w-]{20,}$/,
    label: 'Lark webhook',
    provider: 'lark',
    envVar: 'LARK_WEBHOOK_URL',
  },
  {
    pattern: /^https:\/\/oapi\.dingtalk\.com\/robot\/send\?access_token=\w{20,}$/,
    label: 'DingTalk webhook',
    provider: 'dingtalk',
    envVar: 'DINGTALK_WEBHOOK_URL',
  },
  {
    pattern: /^https:\/\/[\w.-]+\/hooks\/[a-z0-9]{26}$/,
    label: 'Mattermost webhook',
    provider: 'mattermost',
    envVar: 'MATTERMOST_WEBHOOK_URL',
  },
  {
    pattern:
      /^https:\/\/[\w.-]+\.(?:logic\.azure|powerplatform|environment\.api\.powerplatform)\.com\S+[?&]sig=[\w%-]{20,}\S*$/,
    label: 'Workflow of Microsoft Azure',
    provider: 'azure',
    envVar: 'WORKFLOW_URL',
  },
  {
    pattern:
      /^(?:https|wss):\/\/[\w.-]+\.(?:infura\.io|alchemy\.com|alchemyapi\.io|quiknode\.pro|blastapi\.io|chainstack\.com|ankr\.com)\/\S*[\w-]{20,}\/?$/,
    label: 'Address of a blockchain node with its key',
    provider: '',
    envVar: 'RPC_URL',
  },
];

const signed = /[?&](?:sig|x-amz-signature|x-goog-signature|signature|x-amz-security-token)=[^&#\s]{16,}/i;
const parameter =
  /[?&](?:key|api_?key|api-key|token|access_?token|auth_?token|secret|client_secret|code|auth|apikey|app_?key|subscription-key|x-api-key|hmac|private_token|job_token|password|pwd|pass)=([^&#\s]+)/i;

/** What a client of Azure sends in a header. */
const signedHeader = /^SharedAccessSignature\s+\S*\bsig=[\w%+/=-]{20,}\S*$/;

/** An address that is a secret in itself: a webhook, a signed link, one with a key in it. */
export function webhookForm(text: string): Form | null {
  if (text.length <= 4_096 && signedHeader.test(text))
    return { kind: 'secret', label: 'Signature of Azure', name: 'Azure', envVar: 'AZURE_SAS', provider: 'azure' };
  if (text.length > 4_096 || !/^(?:https?|wss?):\/\/\S+$/i.test(text)) return null;
  const hook = hooks.find(({ pattern }) => pattern.test(text));
  if (hook !== undefined) {
    const { label, provider, envVar } = hook;
    return { kind: 'secret', label, name: label, envVar, ...(provider === '' ? {} : { provider }) };
  }
  if (signed.test(text)) return { kind: 'secret', label: 'Signed link', name: 'Signed link', envVar: 'SIGNED_URL' };
  const value = parameter.exec(text)?.[1];
  if (value === undefined || isReference(value) || isPlaceholder(value)) return null;
  const isSecret = isRandom(value) || /[?&](?:password|pwd|pass|client_secret|private_token)=/i.test(text);
  return isSecret ? { kind: 'secret', label: 'Address with a key', name: 'Address', envVar: 'SERVICE_URL' } : null;
}

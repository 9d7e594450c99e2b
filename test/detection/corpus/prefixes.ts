import { type Maker, madeFrom, type Piece, rowsOf } from './pieces.ts';

/** Variable and how the keys that stand in it look. */
const keys = String.raw`
  ANTHROPIC_API_KEY | sk-ant-api03-[\w-]{95}
  ANTHROPIC_ADMIN_KEY | sk-ant-admin01-[\w-]{95}
  CLAUDE_CODE_OAUTH_TOKEN | sk-ant-oat01-[\w-]{95}
  OPENAI_ADMIN_KEY | sk-admin-[\w-]{120}
  OPENROUTER_API_KEY | sk-or-v1-[a-f0-9]{64}
  PERPLEXITY_API_KEY | pplx-[A-Za-z0-9]{48}
  FIRECRAWL_API_KEY | fc-[a-f0-9]{32}
  TAVILY_API_KEY | tvly-[A-Za-z0-9]{32}
  JINA_API_KEY | jina_[a-f0-9]{32}[\w-]{28}
  FIREWORKS_API_KEY | fw_[A-Za-z0-9]{24}
  CEREBRAS_API_KEY | csk-[a-z0-9]{48}
  GEMINI_API_KEY | AQ\.[\w-]{50}
  NOTION_API_KEY | secret_[A-Za-z0-9]{43}
  NEON_API_KEY | napi_[a-z0-9]{64}
  RUNPOD_API_KEY | rpa_[A-Z0-9]{40}[a-z0-9]{6}
  TOGETHER_API_KEY | tgp_v1_[\w-]{43}
  NVIDIA_API_KEY | nvapi-[\w-]{64}
  DATABRICKS_TOKEN | dapi[a-f0-9]{32}
  POSTMAN_API_KEY | PMAK-[a-f0-9]{24}-[a-f0-9]{34}
  LANGSMITH_API_KEY | lsv2_pt_[a-f0-9]{32}_[a-f0-9]{10}
  LANGFUSE_SECRET_KEY | sk-lf-[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}
  GRAFANA_TOKEN | glsa_[A-Za-z0-9]{32}_[a-f0-9]{8}
  PULUMI_ACCESS_TOKEN | pul-[a-f0-9]{40}
  GEM_HOST_API_KEY | rubygems_[a-f0-9]{48}
  DOPPLER_TOKEN | dp\.pt\.[A-Za-z0-9]{43}
  POSTHOG_PERSONAL_API_KEY | phx_[A-Za-z0-9]{43}
  AIRTABLE_API_KEY | pat[A-Za-z0-9]{14}\.[a-f0-9]{64}
  POLAR_ACCESS_TOKEN | polar_oat_[A-Za-z0-9]{43}
  MAILERSEND_API_KEY | mlsn\.[a-f0-9]{64}
  ELEVENLABS_API_KEY | sk_[a-f0-9]{48}
  CI_JOB_TOKEN | glcbt-[a-z0-9]{2}_[\w-]{20}
  AWS_BEARER_TOKEN_BEDROCK | ABSK[A-Za-z0-9+/]{120}
  XAI_API_KEY | xai-[A-Za-z0-9]{80}
  SUPABASE_ACCESS_TOKEN | sbp_[a-f0-9]{40}
  CLOUDFLARE_API_TOKEN | cfut_[A-Za-z0-9]{40}[a-f0-9]{8}
  VERCEL_TOKEN | vcp_[A-Za-z0-9]{56}
  AI_GATEWAY_API_KEY | vck_[A-Za-z0-9]{56}
  BLOB_READ_WRITE_TOKEN | vercel_blob_rw_[A-Za-z0-9]{16}_[A-Za-z0-9]{30}
  PINECONE_API_KEY | pcsk_[A-Za-z0-9]{5}_[A-Za-z0-9]{63}
  TS_AUTHKEY | tskey-auth-k[A-Za-z0-9]{10}-[A-Za-z0-9]{32}
  SLACK_APP_TOKEN | xapp-1-A[A-Z0-9]{10}-\d{13}-[a-f0-9]{64}
  LINEAR_API_KEY | lin_api_[A-Za-z0-9]{40}
  FIGMA_TOKEN | figd_[\w-]{40}
  DOCKERHUB_TOKEN | dckr_pat_[\w-]{27}
  PYPI_TOKEN | pypi-AgEIcHlwaS5vcmc[\w-]{120}
  CARGO_REGISTRY_TOKEN | cio[A-Za-z0-9]{32}
  NETLIFY_AUTH_TOKEN | nfp_[A-Za-z0-9]{36}
  APIFY_TOKEN | apify_api_[A-Za-z0-9]{36}
  E2B_API_KEY | e2b_[a-f0-9]{40}
  GOOGLE_CLIENT_SECRET | GOCSPX-[\w-]{28}
  VAULT_TOKEN | hvs\.[A-Za-z0-9]{95}
  CONTENTFUL_MANAGEMENT_TOKEN | CFPAT-[\w-]{43}
  INNGEST_SIGNING_KEY | signkey-prod-[a-f0-9]{64}
  TRIGGER_SECRET_KEY | tr_prod_[A-Za-z0-9]{20}
`;

/** Keys on the clipboard, each with the variable that is to be proposed. */
export const prefixes = (make: Maker): Piece[] =>
  rowsOf(keys).map(([envVar = '', pattern = '']) => ({ ...madeFrom(make, pattern), expect: { secret: true, envVar } }));

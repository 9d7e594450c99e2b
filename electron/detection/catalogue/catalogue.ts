import type { Provider } from '../provider.ts';
import { onePassword } from './1password.ts';
import { ably } from './ably.ts';
import { adafruit } from './adafruit.ts';
import { adobe } from './adobe.ts';
import { adyen } from './adyen.ts';
import { age } from './age.ts';
import { airtable } from './airtable.ts';
import { aiven } from './aiven.ts';
import { alchemy } from './alchemy.ts';
import { algolia } from './algolia.ts';
import { alibaba } from './alibaba.ts';
import { amplitude } from './amplitude.ts';
import { anthropic } from './anthropic.ts';
import { anyscale } from './anyscale.ts';
import { apify } from './apify.ts';
import { argos } from './argos.ts';
import { artifactory } from './artifactory.ts';
import { asana } from './asana.ts';
import { assemblyai } from './assemblyai.ts';
import { atlassian } from './atlassian.ts';
import { auth0 } from './auth0.ts';
import { authress } from './authress.ts';
import { aws } from './aws.ts';
import { axiom } from './axiom.ts';
import { azure } from './azure.ts';
import { bannerbear } from './bannerbear.ts';
import { baseten } from './baseten.ts';
import { beamer } from './beamer.ts';
import { betterstack } from './betterstack.ts';
import { bitbucket } from './bitbucket.ts';
import { bittrex } from './bittrex.ts';
import { braintree } from './braintree.ts';
import { braintrust } from './braintrust.ts';
import { brave } from './brave.ts';
import { brevo } from './brevo.ts';
import { brightdata } from './brightdata.ts';
import { browserbase } from './browserbase.ts';
import { browserstack } from './browserstack.ts';
import { buildkite } from './buildkite.ts';
import { bunny } from './bunny.ts';
import { calcom } from './calcom.ts';
import { cartesia } from './cartesia.ts';
import { cerebras } from './cerebras.ts';
import { checkly } from './checkly.ts';
import { chroma } from './chroma.ts';
import { chromatic } from './chromatic.ts';
import { circleci } from './circleci.ts';
import { clerk } from './clerk.ts';
import { clickhouse } from './clickhouse.ts';
import { clickup } from './clickup.ts';
import { clojars } from './clojars.ts';
import { cloudflare } from './cloudflare.ts';
import { cloudinary } from './cloudinary.ts';
import { cockroachdb } from './cockroachdb.ts';
import { codecov } from './codecov.ts';
import { cohere } from './cohere.ts';
import { coinbase } from './coinbase.ts';
import { composio } from './composio.ts';
import { confluent } from './confluent.ts';
import { contentful } from './contentful.ts';
import { context7 } from './context7.ts';
import { convex } from './convex.ts';
import { courier } from './courier.ts';
import { crates } from './crates.ts';
import { cursor } from './cursor.ts';
import { dashscope } from './dashscope.ts';
import { databricks } from './databricks.ts';
import { datadog } from './datadog.ts';
import { dbt } from './dbt.ts';
import { deepgram } from './deepgram.ts';
import { deepinfra } from './deepinfra.ts';
import { deepl } from './deepl.ts';
import { deepseek } from './deepseek.ts';
import { definedNetworking } from './defined-networking.ts';
import { deno } from './deno.ts';
import { depot } from './depot.ts';
import { dify } from './dify.ts';
import { digitalocean } from './digitalocean.ts';
import { discord } from './discord.ts';
import { docker } from './docker.ts';
import { doppler } from './doppler.ts';
import { drone } from './drone.ts';
import { dropbox } from './dropbox.ts';
import { duffel } from './duffel.ts';
import { dynatrace } from './dynatrace.ts';
import { e2b } from './e2b.ts';
import { easypost } from './easypost.ts';
import { elevenlabs } from './elevenlabs.ts';
import { endorlabs } from './endorlabs.ts';
import { etherscan } from './etherscan.ts';
import { etsy } from './etsy.ts';
import { exa } from './exa.ts';
import { expo } from './expo.ts';
import { facebook } from './facebook.ts';
import { fal } from './fal.ts';
import { fastly } from './fastly.ts';
import { figma } from './figma.ts';
import { finicity } from './finicity.ts';
import { finnhub } from './finnhub.ts';
import { firecrawl } from './firecrawl.ts';
import { fireworks } from './fireworks.ts';
import { fleetbase } from './fleetbase.ts';
import { flexport } from './flexport.ts';
import { flickr } from './flickr.ts';
import { flutterwave } from './flutterwave.ts';
import { flyio } from './flyio.ts';
import { frameio } from './frameio.ts';
import { freemius } from './freemius.ts';
import { freshbooks } from './freshbooks.ts';
import { fullstory } from './fullstory.ts';
import { gitea } from './gitea.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { gitter } from './gitter.ts';
import { gocardless } from './gocardless.ts';
import { google } from './google.ts';
import { grafana } from './grafana.ts';
import { groq } from './groq.ts';
import { guardian } from './guardian.ts';
import { harness } from './harness.ts';
import { helicone } from './helicone.ts';
import { helius } from './helius.ts';
import { heroku } from './heroku.ts';
import { hetzner } from './hetzner.ts';
import { honeycomb } from './honeycomb.ts';
import { hubspot } from './hubspot.ts';
import { huggingface } from './huggingface.ts';
import { humanloop } from './humanloop.ts';
import { hume } from './hume.ts';
import { hyperbolic } from './hyperbolic.ts';
import { hyperbrowser } from './hyperbrowser.ts';
import { infisical } from './infisical.ts';
import { infracost } from './infracost.ts';
import { infura } from './infura.ts';
import { inngest } from './inngest.ts';
import { intercom } from './intercom.ts';
import { intra42 } from './intra42.ts';
import { ipinfo } from './ipinfo.ts';
import { jina } from './jina.ts';
import { kernel } from './kernel.ts';
import { klaviyo } from './klaviyo.ts';
import { kong } from './kong.ts';
import { kraken } from './kraken.ts';
import { kucoin } from './kucoin.ts';
import { lambda } from './lambda.ts';
import { langfuse } from './langfuse.ts';
import { langsmith } from './langsmith.ts';
import { launchdarkly } from './launchdarkly.ts';
import { lemonsqueezy } from './lemonsqueezy.ts';
import { line } from './line.ts';
import { linear } from './linear.ts';
import { linkedin } from './linkedin.ts';
import { linode } from './linode.ts';
import { litellm } from './litellm.ts';
import { liveblocks } from './liveblocks.ts';
import { livekit } from './livekit.ts';
import { llamacloud } from './llamacloud.ts';
import { lob } from './lob.ts';
import { looker } from './looker.ts';
import { loops } from './loops.ts';
import { mailchimp } from './mailchimp.ts';
import { mailersend } from './mailersend.ts';
import { mailgun } from './mailgun.ts';
import { mailjet } from './mailjet.ts';
import { mapbox } from './mapbox.ts';
import { materialize } from './materialize.ts';
import { mattermost } from './mattermost.ts';
import { maxmind } from './maxmind.ts';
import { mem0 } from './mem0.ts';
import { meraki } from './meraki.ts';
import { messagebird } from './messagebird.ts';
import { microsoftTeams } from './microsoft-teams.ts';
import { minimax } from './minimax.ts';
import { mistral } from './mistral.ts';
import { mixpanel } from './mixpanel.ts';
import { modal } from './modal.ts';
import { mollie } from './mollie.ts';
import { mongodb } from './mongodb.ts';
import { moonshot } from './moonshot.ts';
import { mux } from './mux.ts';
import { n8n } from './n8n.ts';
import { nebius } from './nebius.ts';
import { neon } from './neon.ts';
import { netlify } from './netlify.ts';
import { newrelic } from './newrelic.ts';
import { ngrok } from './ngrok.ts';
import { nightfall } from './nightfall.ts';
import { notion } from './notion.ts';
import { novita } from './novita.ts';
import { npm } from './npm.ts';
import { nuget } from './nuget.ts';
import { nvidia } from './nvidia.ts';
import { nytimes } from './nytimes.ts';
import { octopus } from './octopus.ts';
import { okta } from './okta.ts';
import { ollama } from './ollama.ts';
import { onesignal } from './onesignal.ts';
import { openai } from './openai.ts';
import { openpipe } from './openpipe.ts';
import { openrouter } from './openrouter.ts';
import { openshift } from './openshift.ts';
import { opsgenie } from './opsgenie.ts';
import { ory } from './ory.ts';
import { packagist } from './packagist.ts';
import { paddle } from './paddle.ts';
import { pagarme } from './pagarme.ts';
import { pagerduty } from './pagerduty.ts';
import { parallel } from './parallel.ts';
import { paypal } from './paypal.ts';
import { paystack } from './paystack.ts';
import { percy } from './percy.ts';
import { perplexity } from './perplexity.ts';
import { photoroom } from './photoroom.ts';
import { pinecone } from './pinecone.ts';
import { plaid } from './plaid.ts';
import { planetscale } from './planetscale.ts';
import { polar } from './polar.ts';
import { portainer } from './portainer.ts';
import { portkey } from './portkey.ts';
import { postal } from './postal.ts';
import { posthog } from './posthog.ts';
import { postman } from './postman.ts';
import { postmark } from './postmark.ts';
import { prefect } from './prefect.ts';
import { privateai } from './privateai.ts';
import { promptlayer } from './promptlayer.ts';
import { pubnub } from './pubnub.ts';
import { pulumi } from './pulumi.ts';
import { pusher } from './pusher.ts';
import { pypi } from './pypi.ts';
import { qdrant } from './qdrant.ts';
import { railway } from './railway.ts';
import { ramp } from './ramp.ts';
import { rapidapi } from './rapidapi.ts';
import { razorpay } from './razorpay.ts';
import { readme } from './readme.ts';
import { recharge } from './recharge.ts';
import { render } from './render.ts';
import { replicate } from './replicate.ts';
import { resend } from './resend.ts';
import { retool } from './retool.ts';
import { revenuecat } from './revenuecat.ts';
import { robinhood } from './robinhood.ts';
import { rollbar } from './rollbar.ts';
import { rootly } from './rootly.ts';
import { rubygems } from './rubygems.ts';
import { runpod } from './runpod.ts';
import { salad } from './salad.ts';
import { salesforce } from './salesforce.ts';
import { sambanova } from './sambanova.ts';
import { sanity } from './sanity.ts';
import { saucelabs } from './saucelabs.ts';
import { scaleway } from './scaleway.ts';
import { scalingo } from './scalingo.ts';
import { scrapfly } from './scrapfly.ts';
import { scrapingbee } from './scrapingbee.ts';
import { segment } from './segment.ts';
import { sendbird } from './sendbird.ts';
import { sendgrid } from './sendgrid.ts';
import { sentry } from './sentry.ts';
import { serpapi } from './serpapi.ts';
import { serper } from './serper.ts';
import { settlemint } from './settlemint.ts';
import { shippo } from './shippo.ts';
import { shopify } from './shopify.ts';
import { sidekiq } from './sidekiq.ts';
import { siliconflow } from './siliconflow.ts';
import { slack } from './slack.ts';
import { snyk } from './snyk.ts';
import { socket } from './socket.ts';
import { sonar } from './sonar.ts';
import { sourcegraph } from './sourcegraph.ts';
import { spotify } from './spotify.ts';
import { square } from './square.ts';
import { squarespace } from './squarespace.ts';
import { stability } from './stability.ts';
import { statsig } from './statsig.ts';
import { steel } from './steel.ts';
import { storyblok } from './storyblok.ts';
import { stripe } from './stripe.ts';
import { stytch } from './stytch.ts';
import { sumologic } from './sumologic.ts';
import { supabase } from './supabase.ts';
import { svix } from './svix.ts';
import { tailscale } from './tailscale.ts';
import { tavily } from './tavily.ts';
import { telegram } from './telegram.ts';
import { telnyx } from './telnyx.ts';
import { terraform } from './terraform.ts';
import { tinybird } from './tinybird.ts';
import { todoist } from './todoist.ts';
import { together } from './together.ts';
import { travisci } from './travisci.ts';
import { trello } from './trello.ts';
import { trigger } from './trigger.ts';
import { trufflehog } from './trufflehog.ts';
import { turso } from './turso.ts';
import { twilio } from './twilio.ts';
import { twitch } from './twitch.ts';
import { twitter } from './twitter.ts';
import { typeform } from './typeform.ts';
import { ubidots } from './ubidots.ts';
import { unkey } from './unkey.ts';
import { unsplash } from './unsplash.ts';
import { uploadthing } from './uploadthing.ts';
import { upstash } from './upstash.ts';
import { uptimerobot } from './uptimerobot.ts';
import { vault } from './vault.ts';
import { vercel } from './vercel.ts';
import { voiceflow } from './voiceflow.ts';
import { voyage } from './voyage.ts';
import { vultr } from './vultr.ts';
import { wandb } from './wandb.ts';
import { webex } from './webex.ts';
import { webflow } from './webflow.ts';
import { workos } from './workos.ts';
import { writer } from './writer.ts';
import { xai } from './xai.ts';
import { xata } from './xata.ts';
import { yandex } from './yandex.ts';
import { zai } from './zai.ts';
import { zapier } from './zapier.ts';
import { zendesk } from './zendesk.ts';
import { zilliz } from './zilliz.ts';
import { zoho } from './zoho.ts';

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
  ably,
  adafruit,
  adobe,
  adyen,
  age,
  airtable,
  aiven,
  alchemy,
  algolia,
  alibaba,
  amplitude,
  anyscale,
  apify,
  argos,
  artifactory,
  asana,
  assemblyai,
  atlassian,
  auth0,
  authress,
  axiom,
  azure,
  bannerbear,
  baseten,
  beamer,
  betterstack,
  bitbucket,
  bittrex,
  braintree,
  braintrust,
  brave,
  brevo,
  brightdata,
  browserbase,
  browserstack,
  buildkite,
  bunny,
  calcom,
  cartesia,
  cerebras,
  checkly,
  chroma,
  chromatic,
  circleci,
  clerk,
  clickhouse,
  clickup,
  clojars,
  cloudflare,
  cloudinary,
  cockroachdb,
  codecov,
  cohere,
  coinbase,
  composio,
  confluent,
  contentful,
  context7,
  convex,
  courier,
  crates,
  cursor,
  dashscope,
  databricks,
  datadog,
  dbt,
  deepgram,
  deepinfra,
  deepl,
  deepseek,
  definedNetworking,
  deno,
  depot,
  dify,
  discord,
  docker,
  doppler,
  drone,
  dropbox,
  duffel,
  dynatrace,
  e2b,
  easypost,
  elevenlabs,
  endorlabs,
  etherscan,
  etsy,
  exa,
  expo,
  facebook,
  fal,
  fastly,
  figma,
  finicity,
  finnhub,
  firecrawl,
  fireworks,
  fleetbase,
  flexport,
  flickr,
  flutterwave,
  flyio,
  frameio,
  freemius,
  freshbooks,
  fullstory,
  gitea,
  gitter,
  gocardless,
  grafana,
  guardian,
  harness,
  helicone,
  helius,
  heroku,
  hetzner,
  honeycomb,
  hubspot,
  humanloop,
  hume,
  hyperbolic,
  hyperbrowser,
  infisical,
  infracost,
  infura,
  inngest,
  intercom,
  intra42,
  ipinfo,
  jina,
  kernel,
  klaviyo,
  kong,
  kraken,
  kucoin,
  lambda,
  langfuse,
  langsmith,
  launchdarkly,
  lemonsqueezy,
  line,
  linear,
  linkedin,
  linode,
  litellm,
  liveblocks,
  livekit,
  llamacloud,
  lob,
  looker,
  loops,
  mailchimp,
  mailersend,
  mailgun,
  mailjet,
  mapbox,
  materialize,
  mattermost,
  maxmind,
  mem0,
  meraki,
  messagebird,
  microsoftTeams,
  minimax,
  mistral,
  mixpanel,
  modal,
  mollie,
  mongodb,
  moonshot,
  mux,
  n8n,
  nebius,
  neon,
  netlify,
  newrelic,
  ngrok,
  nightfall,
  notion,
  novita,
  nuget,
  nvidia,
  nytimes,
  octopus,
  okta,
  ollama,
  onesignal,
  openpipe,
  openshift,
  opsgenie,
  ory,
  packagist,
  paddle,
  pagarme,
  pagerduty,
  parallel,
  paypal,
  paystack,
  percy,
  perplexity,
  photoroom,
  pinecone,
  plaid,
  planetscale,
  polar,
  portainer,
  portkey,
  postal,
  posthog,
  postman,
  postmark,
  prefect,
  privateai,
  promptlayer,
  pubnub,
  pulumi,
  pusher,
  pypi,
  qdrant,
  railway,
  ramp,
  rapidapi,
  razorpay,
  readme,
  recharge,
  render,
  retool,
  revenuecat,
  robinhood,
  rollbar,
  rootly,
  rubygems,
  runpod,
  salad,
  salesforce,
  sambanova,
  sanity,
  saucelabs,
  scaleway,
  scalingo,
  scrapfly,
  scrapingbee,
  segment,
  sendbird,
  serpapi,
  serper,
  settlemint,
  shippo,
  shopify,
  sidekiq,
  siliconflow,
  snyk,
  socket,
  sonar,
  sourcegraph,
  spotify,
  square,
  squarespace,
  stability,
  statsig,
  steel,
  storyblok,
  stytch,
  sumologic,
  svix,
  tailscale,
  tavily,
  telnyx,
  terraform,
  tinybird,
  todoist,
  together,
  travisci,
  trello,
  trigger,
  trufflehog,
  turso,
  twilio,
  twitch,
  twitter,
  typeform,
  ubidots,
  unkey,
  unsplash,
  uploadthing,
  upstash,
  uptimerobot,
  vault,
  vercel,
  voiceflow,
  voyage,
  vultr,
  wandb,
  webex,
  webflow,
  workos,
  writer,
  xata,
  yandex,
  zai,
  zapier,
  zendesk,
  zilliz,
  zoho,
];

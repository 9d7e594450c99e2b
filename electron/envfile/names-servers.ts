import type { NameGroup } from './name-lists.ts';

/**
 * Last words of names that tell a program which server to talk to, or which file or code to use. Developers set them
 * all the time, so they are asked for, and only what is on another list is refused.
 */
export const serverNames: readonly NameGroup[] = [
  {
    // Which server gets the requests, and with them the keys: OPENAI_BASE_URL, OPENAI_API_BASE, ANTHROPIC_BASE_URL,
    // OLLAMA_HOST, AWS_ENDPOINT_URL_S3, AZURE_OPENAI_ENDPOINT, STRIPE_API_BASE, VAULT_ADDR, as the SDKs name them.
    reason: 'STEERS_PROGRAMS',
    asked: `
      URL *_URL *_URLS *URL URI *_URI *_URIS HOST *_HOST *_HOSTS HOSTNAME *_HOSTNAME *_ENDPOINT *_ENDPOINTS ENDPOINT
      *_ENDPOINT_URL* *_API_BASE *_BASE BASE_URL *_SERVER *_SERVERS SERVER *_PROXY PROXY *_ADDR *_ADDRS *_ADDRESS
      *_ADDRESSES *_ORIGIN *_ORIGINS *_DOMAIN *_DOMAINS DOMAIN *_REGISTRY *_INDEX *_GATEWAY *_BROKER *_BROKERS
      *_ISSUER *_AUTHORITY *_REALM *_NAMESERVER *_DNS *_PORT PORT *_WEBHOOK *_CALLBACK *_REDIRECT *_UPSTREAM
      *_BACKEND *_NODES *_CLUSTER *_CONNECTION *_SOCKET *_SOCK *_REMOTE *_SITE *_TARGET *_HEADERS *_METADATA
      *_SERVICE`,
  },
  {
    // Which file is read, and which code is loaded.
    reason: 'STEERS_PROGRAMS',
    asked: `
      *_PATH *_PATHS *PATH *_DIR *_DIRS *DIR *_DIRECTORY *_FOLDER *_FILE *_FILES *_FILENAME *_HOME *_ROOT *_PREFIX
      *_CONFIG *_CONF *_CFG *RC *_RC *_INI *_SETTINGS *_PROFILE *_CACHE *_CERT *_CERTS *_CERTIFICATE *_CA *_CRT *_PEM
      *_PUBKEY *_PLUGIN *_MODULE *_MODULES *_EXTENSION *_EXTENSIONS *_LOADER *_HOOK *_HOOKS *_HANDLER *_SCRIPT
      *_SCRIPTS *_TEMPLATE *_TEMPLATES *_PROVIDER *_DRIVER *_ADAPTER *_ENGINE *_IMAGE *_PROGRAM *_TOOL *_COMPILER
      *_LANG *_LOCALE *_HELPER *_AGENT *_INCLUDE *_IMPORT *_REQUIRE *_ENV_FILE *_INIT *_STARTUP *_ALIAS *_MODE
      *_FEATURES *_EXPERIMENTAL *_LOG *_LOGFILE *_OUTPUT *_DUMP`,
  },
  {
    // Variables of the programs themselves that choose how they work: development servers, CI, debug logs.
    reason: 'STEERS_PROGRAMS',
    asked: `
        DEBUG *_DEBUG *_TRACE *_LOG_LEVEL LOG_LEVEL RAILS_* RACK_* LARAVEL_* SYMFONY_* SPRING_* APP_ENV APP_DEBUG
        *_ENV CI PROFILE TARGET ARCH VERSION`,
  },
];

const split = (text: string): Set<string> => new Set(text.trim().split(/\s+/));

/** Programs that a variable is set for on one line: `NAME=value node app.js`. */
export const startedWithVariables = split(`
  node npm npx pnpm pnpx yarn bun bunx deno tsx ts-node vite next nest nuxt astro remix vitest jest playwright cypress
  electron nodemon pm2 python python3 pip pip3 uv uvx poetry pipenv flask django-admin gunicorn uvicorn celery pytest
  alembic ruby rails rake bundle puma sidekiq go air cargo rustc java mvn gradle dotnet php composer artisan symfony
  elixir mix iex docker docker-compose podman kubectl helm terraform tofu terragrunt pulumi ansible ansible-playbook aws
  gcloud az gh glab git curl wget http psql pg_dump pg_restore mysql mysqldump redis-cli mongosh make cmake just task sh
  bash zsh fish ssh scp rsync restic rclone borg claude codex gemini aider goose opencode llm ollama wrangler vercel
  netlify heroku fly flyctl railway supabase doppler prisma drizzle-kit sops age vault op bw`);

/** Words before the variables of a command. */
export const beforeVariables = split(
  'export env sudo declare typeset readonly local cross-env ENV ARG command exec time',
);

/** Options that take `NAME=value`. */
export const takesSetting =
  /^(?:-e|--env|--env-add|-D|--build-arg|--set|--set-string|--set-env-vars|--update-env-vars|--from-literal|-?-var|--secret|--app-settings?|--settings|--build-env|--variable|--plaintext)$/;

/** Commands that keep what follows them: `NAME=value`, or a name and a value. */
export const keepsSettings =
  /^(?:heroku config:set|(?:fly|flyctl) secrets (?:set|import)|railway variables(?: set)?|supabase secrets set|doppler secrets set|eb setenv|dokku config:set|netlify env:set|(?:npx )?convex env set|(?:npx )?vercel env add|gh (?:secret|variable) set|(?:npx )?wrangler secret put|aws configure set|gcloud config set|git config|pulumi config set|stripe config|npm config set|yarn config set|pnpm config set|setx|cf set-env|rails secrets|glab variable set|modal secret create)\b/;

/** Programs with an option of one letter for the password; `isJoined`: nothing stands between the two. */
export const passwordOptions: readonly {
  readonly program: RegExp;
  readonly option: string;
  readonly isJoined: boolean;
}[] = [
  { program: /^(?:mysql|mariadb)(?:dump|admin|import|check|show)?(?:\s|$)/, option: '-p', isJoined: true },
  { program: /^sshpass\s/, option: '-p', isJoined: true },
  { program: /^sshpass\s/, option: '-p', isJoined: false },
  { program: /^redis-(?:cli|benchmark)\s/, option: '-a', isJoined: false },
  { program: /^mongo(?:sh|dump|restore|export|import)?\s/, option: '-p', isJoined: false },
  {
    program: /^(?:docker|podman|nerdctl|skopeo|buildah|crane|helm registry|oras|regctl registry)\s+(?:auth\s+)?login\b/,
    option: '-p',
    isJoined: false,
  },
  { program: /^az\s+(?:login|acr\s+login)\b/, option: '-p', isJoined: false },
  { program: /^ldap(?:search|add|modify|delete|whoami|passwd)\s/, option: '-w', isJoined: false },
  { program: /^(?:sqlcmd|bcp)\s/, option: '-P', isJoined: false },
  { program: /^7z\s/, option: '-p', isJoined: true },
];

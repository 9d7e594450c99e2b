import type { TargetView } from '../../vault-client.ts';

/** How an env file is written, and who reads it so. */
export const dialectWords: Record<TargetView['dialect'], { readonly name: string; readonly readBy: string }> = {
  dotenv: { name: 'dotenv', readBy: 'dotenv, Vite, Next, Bun, python-dotenv, Docker Compose.' },
  docker: { name: 'Docker', readBy: 'docker run --env-file: what stands after = is the value, quotes too.' },
  shell: { name: 'shell', readBy: 'bash, zsh and direnv, which run it as a script.' },
  json: { name: 'JSON', readBy: 'Programs that read one flat object of names and values.' },
};

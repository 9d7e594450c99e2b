/** Who reads an env file that is written in a dialect. */

export const dotenv = 'dotenv, Vite, Next, Bun, python-dotenv, Docker Compose.';
export const docker = 'docker run --env-file: what stands after = is the value, quotes too.';
export const shell = 'bash, zsh and direnv, which run it as a script.';
export const json = 'Programs that read one flat object of names and values.';

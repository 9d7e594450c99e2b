/**
 * What `docker run --env-file` makes of a file, by its documentation (docs.docker.com, "docker container run",
 * `--env-file`, and the package notes of docker/cli's kvfile): UTF-8 with an optional byte order mark; lines end in LF
 * or CRLF and are shorter than 64 KiB; leading white space is dropped; blank lines and lines that start with `#` are
 * skipped; `NAME=value` is taken as it is, without quoting, escapes or substitution. Some releases drop a pair of
 * quotes around the whole value (`dropsQuotes`); 28.2 doesn't. A name without `=` comes from docker's own environment: left out here.
 * Throws where docker refuses the file.
 */
export function readDockerEnv(bytes: Uint8Array, dropsQuotes: boolean): Map<string, string> {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  const values = new Map<string, string>();
  for (const raw of text.split('\n')) {
    if (Buffer.byteLength(raw) >= 64 * 1024) throw new Error('docker: token too long');
    const line = raw.replace(/\r$/, '').replace(/^[\s\u0085]+/, '');
    if (line === '' || line.startsWith('#')) continue;
    const sign = line.indexOf('=');
    const name = sign === -1 ? line : line.slice(0, sign);
    if (name === '') throw new Error('docker: no variable name on a line');
    if (/[ \t]/.test(name)) throw new Error('docker: a variable name contains whitespaces');
    if (sign === -1) continue;
    const value = line.slice(sign + 1);
    values.set(name, dropsQuotes ? value.replace(/^(['"])(.*)\1$/s, '$2') : value);
  }
  return values;
}

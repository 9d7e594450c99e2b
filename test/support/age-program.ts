import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** `age` asks for a passphrase at its terminal alone: this gives it one, and types at each prompt. */
const typing = `
import os, pty, sys
passphrase = os.environ.pop('TYPED').encode() + b'\\n'
child, terminal = pty.fork()
if child == 0:
    os.execvp('age', ['age'] + sys.argv[1:])
said, answered = b'', 0
while True:
    try:
        part = os.read(terminal, 1024)
    except OSError:
        part = b''
    if not part:
        break
    said += part
    if said.count(b'passphrase') > answered and said.rstrip().endswith(b':'):
        answered = said.count(b'passphrase')
        os.write(terminal, passphrase)
code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
sys.stderr.write(said.decode(errors='replace'))
sys.exit(code)
`;

async function age(passphrase: string, args: readonly string[]): Promise<void> {
  await run('/usr/bin/python3', ['-c', typing, ...args], {
    env: { ...process.env, TYPED: passphrase },
    timeout: 60_000,
  });
}

/** What `age -d` makes of the file, as a person without Clavis would open it. Rejects where it doesn't open. */
export async function decryptWithAge(file: string, passphrase: string, output: string): Promise<void> {
  await age(passphrase, ['-d', '-o', output, file]);
}

/** `age -p`: encrypts the file with a passphrase; with `-a` among the options, as text. */
export async function encryptWithAge(
  file: string,
  passphrase: string,
  output: string,
  options: readonly string[] = [],
): Promise<void> {
  await age(passphrase, [...options, '-p', '-o', output, file]);
}

/** `age -r`: encrypts it to a new key, which nobody keeps. */
export async function encryptToKey(file: string, output: string): Promise<void> {
  const { stdout } = await run('age-keygen');
  const recipient = /age1[0-9a-z]+/.exec(stdout)?.[0] ?? '';
  await run('age', ['-r', recipient, '-o', output, file]);
}

import { inTerminal, type Proof } from './proof.ts';

const library = '#include <fcntl.h>\n__attribute__((constructor)) static void run(void) { creat("{marker}", 0600); }\n';
const compiled = { files: { 'evil.c': library }, needs: ['cc'], prepare: 'cc -shared -fPIC -o evil.so evil.c' };

const java = (name: string): Proof => ({
  name,
  value: '-agentpath:{dir}/evil.so',
  tool: 'java',
  args: ['-version'],
  ...compiled,
});

/** Shells, interpreters, libraries and the programs of every day. */
export const programProofs: readonly Proof[] = [
  {
    name: 'TAR_OPTIONS',
    value: '--checkpoint=1 --checkpoint-action=exec={mark}',
    tool: 'tar',
    args: ['cf', 'out.tar', 'mark'],
  },
  { name: 'ZIPOPT', value: '-T -TT {mark}', tool: 'zip', args: ['-q', 'out.zip', 'mark'] },
  { name: 'LESSOPEN', value: '|{mark} %s', tool: 'less', args: ['mark'] },
  { name: 'LESS', value: '-E +!{mark}', ...inTerminal('less mark'), needs: ['less'], input: '\nq\nq\n' },

  { name: 'BASH_ENV', value: '{dir}/evil.sh', tool: 'bash', args: ['-c', ':'], files: { 'evil.sh': '{mark}\n' } },
  { name: 'PS4', value: '$({mark})', tool: 'bash', args: ['-xc', ':'], notAsRoot: true },
  { name: 'PROMPT_COMMAND', value: '{mark}', tool: 'bash', args: ['--norc', '-i'], input: '' },
  { name: 'PS1', value: '$({mark})', tool: 'bash', args: ['--norc', '-i'], input: '' },
  { name: 'PS0', value: '$({mark})', tool: 'bash', args: ['--norc', '-i'], input: ':\n' },
  { name: 'ENV', value: '{dir}/evil.sh', tool: 'dash', args: ['-i'], input: '', files: { 'evil.sh': '{mark}\n' } },
  { name: 'HOME', value: '{dir}/home', tool: 'bash', args: ['-i'], input: '', files: { 'home/.bashrc': '{mark}\n' } },

  {
    name: 'PERL5OPT',
    value: '-I{dir} -Mevil',
    tool: 'perl',
    args: ['-e', '1'],
    files: { 'evil.pm': 'system q({mark}); 1;' },
  },
  {
    name: 'PERL5LIB',
    value: '{dir}',
    tool: 'perl',
    args: ['-Mstrict', '-e', '1'],
    files: { 'strict.pm': 'system q({mark}); 1;' },
  },
  { name: 'PERL5DB', value: 'BEGIN { system q({mark}); exit }', tool: 'perl', args: ['-d', '-e', '1'] },
  {
    name: 'PYTHONSTARTUP',
    value: '{dir}/evil.py',
    tool: 'python3',
    args: ['-i'],
    input: '',
    files: { 'evil.py': 'open("{marker}", "w")\n' },
  },
  {
    name: 'PYTHONPATH',
    value: '{dir}/evil',
    tool: 'python3',
    args: ['-c', ''],
    files: { 'evil/sitecustomize.py': 'open("{marker}", "w")\n' },
  },
  {
    name: 'PYTHONBREAKPOINT',
    value: 'evil.run',
    tool: 'python3',
    args: ['-c', 'breakpoint()'],
    files: { 'evil.py': 'open("{marker}", "w")\n' },
  },
  { name: 'BROWSER', value: '{mark} %s', tool: 'python3', args: ['-m', 'webbrowser', '-n', 'http://host/'] },
  {
    name: 'NODE_OPTIONS',
    value: '--require {dir}/evil.cjs',
    tool: 'node',
    args: ['-e', '1'],
    files: { 'evil.cjs': 'require("fs").writeFileSync("{marker}", "")' },
  },
  {
    name: 'NODE_PATH',
    value: '{dir}/evil',
    tool: 'node',
    args: ['-e', 'require("colours")'],
    files: { 'evil/colours.js': 'require("fs").writeFileSync("{marker}", "")' },
  },
  {
    name: 'NODE_REPL_EXTERNAL_MODULE',
    value: '{dir}/evil.cjs',
    tool: 'node',
    args: ['-i'],
    input: '',
    files: { 'evil.cjs': 'require("fs").writeFileSync("{marker}", "")' },
  },
  {
    name: 'npm_config_script_shell',
    value: '{mark}',
    tool: 'npm',
    args: ['run', 'build'],
    files: { 'package.json': '{"scripts":{"build":"true"}}' },
  },

  {
    name: 'WGETRC',
    value: '{dir}/evil',
    tool: 'wget',
    args: ['-q', 'http://127.0.0.1:9/'],
    files: { evil: 'use_askpass = {mark}\n' },
  },
  {
    name: 'CURL_HOME',
    value: '{dir}/evil',
    tool: 'curl',
    args: ['-s', 'file://{dir}/mark'],
    files: { 'evil/.curlrc': 'output = {marker}\n' },
  },
  {
    name: 'OPENSSL_CONF',
    value: '{dir}/evil.conf',
    tool: 'openssl',
    args: ['rand', '-hex', '4'],
    ...compiled,
    files: {
      ...compiled.files,
      'evil.conf': 'openssl_conf = a\n[a]\nengines = b\n[b]\nc = d\n[d]\ndynamic_path = {dir}/evil.so\ninit = 0\n',
    },
  },
  {
    name: 'OPENSSL_MODULES',
    value: '{dir}',
    tool: 'openssl',
    args: ['list', '-provider', 'evil', '-providers'],
    ...compiled,
  },
  {
    name: 'SSH_ASKPASS',
    value: '{mark}',
    tool: 'ssh-keygen',
    args: ['-y', '-f', 'key'],
    prepare: 'ssh-keygen -q -t ed25519 -N secret -f key',
    also: { SSH_ASKPASS_REQUIRE: 'force' },
  },

  { name: 'LD_PRELOAD', value: '{dir}/evil.so', tool: 'env', args: ['true'], ...compiled },
  { name: 'LD_AUDIT', value: '{dir}/evil.so', tool: 'env', args: ['true'], ...compiled },
  {
    name: 'GCONV_PATH',
    value: '{dir}',
    tool: 'iconv',
    args: ['-f', 'EVIL', '-t', 'UTF-8', 'mark'],
    ...compiled,
    files: { ...compiled.files, 'gconv-modules': 'module EVIL// INTERNAL evil 1\n' },
  },
  java('JAVA_TOOL_OPTIONS'),
  java('JDK_JAVA_OPTIONS'),
  java('_JAVA_OPTIONS'),
  { name: 'VIMINIT', value: 'silent !{mark}', ...inTerminal('vim -c q'), needs: ['vim'] },
  { name: 'EXINIT', value: 'silent !{mark}', ...inTerminal('vim -c q'), needs: ['vim'] },
  {
    name: 'DBUS_SESSION_BUS_ADDRESS',
    value: 'unixexec:path={mark}',
    tool: 'dbus-send',
    args: ['--session', '--dest=a.b', '/', 'a.b.C'],
  },
  {
    name: 'GIO_MODULE_DIR',
    value: '{dir}',
    tool: 'gio',
    args: ['list', '/'],
    ...compiled,
    prepare: 'cc -shared -fPIC -o libevil.so evil.c',
  },
];

import { inTerminal, type Proof } from './proof.ts';

const repository =
  'git init -q . && echo a > a && git add a && git commit -qm one && echo b > a && git commit -qam two && echo c > a';
const git = (name: string, value: string, ...args: string[]): Proof => ({
  name,
  value,
  tool: 'git',
  args,
  prepare: repository,
});

/** git, and the editors, pagers and helpers that it starts. */
export const gitProofs: readonly Proof[] = [
  git('GIT_SSH_COMMAND', '{mark}', 'ls-remote', 'ssh://host/x'),
  git('GIT_SSH', '{mark}', 'ls-remote', 'ssh://host/x'),
  git('GIT_PROXY_COMMAND', '{mark}', 'ls-remote', 'git://host/x'),
  git('GIT_EXTERNAL_DIFF', '{mark}', 'diff'),
  { ...git('GIT_EDITOR', '{mark}', 'commit', '-a'), harmless: 'true' },
  { ...git('VISUAL', '{mark}', 'commit', '-a'), harmless: 'true' },
  { ...git('EDITOR', '{mark}', 'commit', '-a'), harmless: 'true' },
  { ...git('GIT_SEQUENCE_EDITOR', '{mark}', 'rebase', '--autostash', '-i', 'HEAD~1'), harmless: 'true' },
  git('GIT_CONFIG_PARAMETERS', "'core.fsmonitor'='{mark}'", 'status'),
  {
    ...git('GIT_CONFIG_VALUE_0', '{mark}', 'status'),
    also: { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'core.fsmonitor' },
  },
  {
    ...git('GIT_CONFIG_GLOBAL', '{dir}/evil.conf', 'status'),
    files: { 'evil.conf': '[core]\nfsmonitor = {mark}\n' },
  },
  { ...git('XDG_CONFIG_HOME', '{dir}/evil', 'status'), files: { 'evil/git/config': '[core]\nfsmonitor = {mark}\n' } },
  {
    ...git('GIT_TEMPLATE_DIR', '{dir}/evil', 'clone', '-q', '.', 'copy'),
    files: { 'evil/hooks/post-checkout': '#!/bin/sh\n{mark}\n' },
  },
  { ...git('GIT_EXEC_PATH', '{dir}/evil', 'lfs'), files: { 'evil/git-lfs': '#!/bin/sh\n{mark}\n' } },
  { ...git('GIT_ASKPASS', '{mark}', 'credential', 'fill'), input: 'protocol=https\nhost=host\n\n' },
  { ...git('SSH_ASKPASS', '{mark}', 'credential', 'fill'), input: 'protocol=https\nhost=host\n\n' },
  { ...git('GIT_PAGER', '{mark}'), ...inTerminal('git log'), needs: ['git'] },
  { ...git('PAGER', '{mark}'), ...inTerminal('git log'), needs: ['git'] },
  { ...git('GIT_TRACE', '{marker}', 'status') },
];

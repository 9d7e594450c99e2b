import { describe, expect, it } from 'vitest';
import { messageOf } from '../../electron/messages/message-of.ts';
import { gitRefusal } from '../../electron/vault/git-refusal.ts';
import { untrackCommand } from '../../electron/vault/untrack-command.ts';

describe('the command that takes a file out of git', () => {
  it.each([
    ['.env', 'git rm --cached -- .env'],
    ['apps/web/.env.local', 'git rm --cached -- apps/web/.env.local'],
    ['a b/.env', "git rm --cached -- 'a b/.env'"],
    ['$(touch x)/.env', "git rm --cached -- '$(touch x)/.env'"],
    ['--all', 'git rm --cached -- --all'],
    ['`id`;.env', "git rm --cached -- '`id`;.env'"],
  ])('for %s is %s', (file, command) => {
    expect(untrackCommand(file)).toBe(command);
  });

  it.each(["it's/.env", 'a\n.env', 'a\u202eb.env', 'a\u200b.env', 'a\u2028.env', 'a\u3164.env'])(
    'is not given for %j, which no quoting makes safe to paste',
    (file) => {
      expect(untrackCommand(file)).toBeNull();
      expect(messageOf(gitRefusal({ kind: 'tracked' }, file))).toContain('Take it out of git, commit');
    },
  );
});

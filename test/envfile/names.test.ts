import { describe, expect, it } from 'vitest';
import { refusedName } from '../../electron/envfile/index.ts';
import { set } from './support.ts';

describe('a name', () => {
  it.each(['PATH', 'LD_PRELOAD', 'DYLD_INSERT_LIBRARIES', 'NODE_OPTIONS', 'BASH_ENV', 'ENV', 'PYTHONSTARTUP', 'IFS'])(
    '%s is refused, with the reason',
    (name) => {
      expect(refusedName(name)).toMatch(/^it |^programs /);
      expect(() => set('', { [name]: 'x' })).toThrow(`${name} is refused: `);
    },
  );

  it('is refused in any case of its letters, since Windows knows no case', () => {
    expect(refusedName('Path')).not.toBeNull();
    expect(refusedName('npm_config_script_shell')).not.toBeNull();
  });

  it.each(['OPENAI_API_KEY', 'PATH_TO_KEY', 'GITHUB_TOKEN', 'GIT_TOKEN', 'NODE_ENV', 'NPM_TOKEN', 'ENV_NAME', '_X1'])(
    '%s is an ordinary one',
    (name) => {
      expect(refusedName(name)).toBeNull();
    },
  );

  it.each(['', '1A', 'A B', 'A-B', 'A.B', 'A=B', 'Ä', 'A\n', 'A\nB=1'])('%j is none', (name) => {
    expect(() => set('', { [name]: 'x' })).toThrow("can't name an environment variable");
  });

  it('that Clavis would refuse can still be removed', () => {
    expect(set('PATH=/x\nA=1\n', { PATH: null })).toBe('A=1\n');
  });
});

/** Shells' own start files, and direnv's: each is sourced, whatever dialect Clavis takes it for. */
const shellNames = new Set(
  [
    ...['profile', 'xprofile', 'xinitrc', 'xsession', 'xsessionrc', 'inputrc'],
    ...['bash_profile', 'bash_login', 'bash_logout', 'bash_aliases', 'bash_env'],
    ...['zshenv', 'zprofile', 'zlogin', 'zlogout'],
  ].flatMap((name) => [name, `.${name}`]),
);
/** `.bashrc`, `work.bashrc`, `.zshrc.local`, `.envrc`, `.envrc.docker`, `direnvrc`. */
const shellStartFile = /(?:^|[._-])(?:env|direnv|bash|zsh|ksh|mksh|sh|dash|ash|yash)rc(?:[._-].*)?$/;
const shellEnding = /\.(?:sh|bash|zsh|ksh|mksh|dash|ash|command)$/;
/** Files of shells with another syntax, by their names: the shell dialect's quotes do not hold a value together there. */
const otherShells = [
  { name: 'fish', files: /(?:^|[._-])fishrc(?:[._-].*)?$|\.fish$/ },
  { name: 'csh', files: /(?:^|[._-])t?cshrc(?:[._-].*)?$|\.t?csh$|^\.?(?:login|logout|cshdirs)$/ },
  { name: 'PowerShell', files: /\.ps(?:1|m1|d1)$/ },
  { name: 'Nushell', files: /\.nu$/ },
  { name: 'cmd', files: /\.(?:bat|cmd)$/ },
  { name: 'xonsh', files: /(?:^|[._-])xonshrc(?:[._-].*)?$|\.xsh$/ },
  { name: 'Elvish', files: /\.elv$/ },
] as const;

/** Endings and names of files that are run, or whose lines are: text for another reader could become code there. */
const programEnding = new RegExp(
  `\\.(?:${[
    ...['vbs', 'wsf', 'scpt', 'applescript', 'desktop', 'service'],
    ...['js', 'cjs', 'mjs', 'jsx', 'ts', 'cts', 'mts', 'tsx', 'py', 'pyw', 'rb', 'pl', 'pm', 'php', 'lua', 'tcl'],
    ...['r', 'jl', 'go', 'rs', 'c', 'h', 'cc', 'cpp', 'java', 'kt', 'kts', 'gradle', 'groovy', 'swift', 'mk', 'mak'],
    ...['vim', 'el', 'awk', 'sed', 'sql', 'nix', 'html', 'htm', 'svg'],
  ].join('|')})$`,
);
const programNames = new Set([
  ...['makefile', 'gnumakefile', 'bsdmakefile', 'dockerfile', 'containerfile', 'rakefile', 'gemfile', 'vagrantfile'],
  ...['jenkinsfile', 'justfile', '.justfile', 'procfile', 'brewfile', 'crontab', 'authorized_keys', '.gitconfig'],
  ...['.vimrc', '.nvimrc', '.exrc', '.gvimrc', '.emacs', '.pythonrc', '.irbrc', '.pryrc', '.rprofile', '.screenrc'],
  ...['.tmux.conf', '.lesskey', '.mailcap', '.netrc', '.npmrc', '.wgetrc', '.curlrc', '.hgrc', '.gdbinit', '.lldbinit'],
]);

/**
 * Who reads a file of this name (its last part) by itself. `shell`: shells source it, so it is written in the shell dialect
 * alone. `program`: it is a program, a program's settings or a file of fish's or csh's, and no env file. Case is no
 * difference, as on Windows and macOS.
 */
export function fileKind(name: string): 'shell' | 'program' | 'other' {
  const lower = name.toLowerCase();
  if (shellNames.has(lower) || shellStartFile.test(lower) || shellEnding.test(lower)) return 'shell';
  const isProgram = programNames.has(lower) || programEnding.test(lower) || otherShell(name) !== null;
  return isProgram ? 'program' : 'other';
}

/** The shell with a syntax of its own that reads a file of this name; null: there is none. */
export function otherShell(name: string): string | null {
  const lower = name.toLowerCase();
  return otherShells.find(({ files }) => files.test(lower))?.name ?? null;
}

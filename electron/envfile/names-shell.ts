import type { NameGroup } from './name-lists.ts';

/** Shells, and what hooks into their prompt. */
export const shellNames: readonly NameGroup[] = [
  {
    // bash(1), "Shell Variables": functions are handed on as BASH_FUNC_name%%.
    reason: 'RUNS_IN_SHELL',
    refused: `
      BASH BASH_* BASHOPTS SHELLOPTS IFS CDPATH GLOBIGNORE EXECIGNORE FIGNORE INPUTRC HOSTFILE FCEDIT TIMEFORMAT
      TMOUT HISTFILE HISTFILESIZE HISTSIZE HISTCONTROL HISTIGNORE HISTTIMEFORMAT HISTCMD HISTEDIT MAIL MAILPATH
      MAILCHECK COMP_WORDBREAKS COMPREPLY PROMPT_DIRTRIM IGNOREEOF POSIXLY_CORRECT POSIX_PEDANTIC INSIDE_EMACS SHLVL
      OPTIND OPTERR _`,
    sealed: 'BASH_FUNC_*',
  },
  {
    // POSIX sh, "ENV"; dash(1), ksh(1), mksh(1), busybox ash. FPATH: ksh's functions.
    reason: 'RUNS_IN_SHELL',
    refused: 'ENV FPATH KSHRC KSH_* ASH_* VMKSH',
  },
  {
    // bash(1), "PROMPTING": PS0 to PS4 are expanded, command substitutions included. zsh: zshparam(1). sudo: PS4.
    reason: 'RUNS_AT_PROMPT',
    refused: `
      PROMPT_COMMAND PS0 PS1 PS2 PS3 PS4 PROMPT PROMPT2 PROMPT3 PROMPT4 RPROMPT RPROMPT2 RPS1 RPS2 SPROMPT PSVAR
      PROMPT_EOL_MARK`,
  },
  {
    // zsh: zshparam(1); sudo, initial_badenv_table.
    reason: 'RUNS_IN_SHELL',
    refused:
      'ZDOTDIR ZSH ZSH_* ZSHRC MODULE_PATH NULLCMD READNULLCMD TMPPREFIX TMPSUFFIX KEYTIMEOUT POSTEDIT ZLS_COLORS',
  },
  {
    // fish: doc_src/language.rst and share/config.fish; xonsh: docs/envvars; nushell: nu-path; elvish, csh.
    reason: 'RUNS_IN_SHELL',
    refused: `
      FISH_* __FISH_* XONSHRC XONSHRC_DIR XONSH_* XONTRIB* NU_LIB_DIRS NU_PLUGIN_DIRS NU_CONFIG* NU_ENV* ELVISH_*
      OILRC OILS_*`,
  },
  {
    // Programs that are sourced into every shell and run what their settings say: starship, oh-my-posh, direnv, atuin,
    // mcfly, zoxide, bash-completion, sh's command-not-found hooks.
    reason: 'RUNS_AT_PROMPT',
    refused: `
      STARSHIP_* POSH_* OMP_CONFIG DIRENV_* ATUIN_* MCFLY_* ZOXIDE_* _ZO_* BASH_COMPLETION* COMMAND_NOT_FOUND_* OSH
      OSH_* ZPLUG_* ZINIT_* ANTIGEN_* ANTIDOTE_* PREZTO_* LIQUIDPROMPT_*`,
  },
];

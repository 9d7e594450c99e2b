import type { NameGroup } from './name-lists.ts';

/** Variables whose value programs run, or take as their own command line. */
export const commandNames: readonly NameGroup[] = [
  {
    // Last words by which programs everywhere name a command or options (environ(7); GNU coding standards).
    reason: 'RUN_AS_COMMAND',
    refused: `
      EDITOR *EDITOR VISUAL *_VISUAL PAGER *PAGER BROWSER *_BROWSER ASKPASS *ASKPASS *SHELL *_RSH *COMMAND *_CMD
      *_CMDLINE *_EXEC *_EXEC_PATH *_WRAPPER *_LAUNCHER *_RUNNER *_LINKER *_DEBUGGER *_INTERPRETER *_BINARY
      *_BINARY_PATH *_BIN *_EXE *_EXECUTABLE *_EXECUTABLE_PATH *_EXECPATH TERMINAL TERMCMD OPENER VIEWER IMAGE_VIEWER
      SENDMAIL MAILX XTERM EDIT PATCH_GET DIFFTOOL MERGETOOL DIFF_PROGRAM *_DIFF_PROGRAM`,
  },
  {
    reason: 'TAKEN_AS_OPTIONS',
    refused: '*_OPTIONS *_OPTS *FLAGS *_ARGS *_ARGUMENTS *_ARGV',
    except: `
      FEATURE_FLAGS *_FEATURE_FLAGS DB_OPTIONS DATABASE_OPTIONS CORS_OPTIONS MONGO_OPTIONS REDIS_OPTIONS
      SESSION_OPTIONS LAUNCHDARKLY_FLAGS`,
  },
  {
    // The same for code that is loaded, and for programs that are downloaded and run.
    reason: 'RUN_AS_COMMAND',
    refused: `
      *_PRELOAD *_LIBRARY_PATH *_NATIVE_LIBRARY *_LIBRARY_DIRS *_MODULE_PATH *_MODULES_PATH *_PLUGIN_PATH
      *_PLUGINS_PATH *_PLUGIN_DIR *_PLUGINS_DIR *_PLUGIN_DIRS *_PLUGINS *_EXTENSION_PATH *_EXTENSIONS_DIR
      *_STARTUP_HOOKS *_INIT_SCRIPT *_STARTUP_SCRIPT *_ENGINE_LIBRARY *_MIRROR *_CDNURL *_CDN_URL_OVERRIDE
      *_DOWNLOAD_HOST *_DOWNLOAD_BASE_URL *_BINARY_HOST *_BINARY_SITE *_BINARY_HOST_MIRROR *_DIST_URL`,
  },
  {
    // less(1): LESSOPEN and LESSCLOSE run; LESS and LESSKEY can set them; its source names some forty more. man(1),
    // more(1).
    reason: 'RUN_AS_COMMAND',
    refused: `
      LESS LESS* MORE MOST_* MANOPT MANROFFOPT MANROFFSEQ MANLESS MANPATH MANSECT MANPL MANWIDTH MANTITLE NROFF GROFF
      GROFF_* GROTTY_* TROFF LV LYNX_* WWW_* W3M* ELINKS_* MAILCAP MAILCAPS MAILRC MAILER RUN_MAILCAP* METAMAIL_*
      MIMETYPES DEAD`,
  },
  {
    // tar(1): TAR_OPTIONS, TAPE (a remote one by RSH); gzip(1), bzip2(1), xz(1), zip(1), unzip(1), zstd(1), lz4(1),
    // cpio(1).
    reason: 'TAKEN_AS_OPTIONS',
    refused: `
      TAR_OPTIONS TAR_* TAPE TAPE_* RSH RMT RMT_* GZIP GZIP_* BZIP BZIP2 BZIP2_* XZ_* XZ LZMA_* LZOP LZIP ZSTD_*
      LZ4_* PIGZ ZIP ZIPOPT ZIP_OPTS UNZIP UNZIPOPT ZIPINFO ZIPINFOOPT RAR_* P7ZIP_* CPIO_*`,
  },
  {
    // GNU grep (GREP_OPTIONS until 3.5), ack, ripgrep (its file can say --pre), fzf, skim, bat, delta, ls, diff, tree,
    // screen, tmux, tig, gdb(1), lldb, valgrind(1), strace(1), perf(1), bpftrace, elfutils (DEBUGINFOD_URLS), rr.
    reason: 'NAMES_SETTINGS_WITH_COMMANDS',
    refused: `
      GREP_* ACK_* ACKRC RIPGREP_CONFIG_PATH RIPGREP_* FZF_* SKIM_* BAT_* DELTA_* EZA_* EXA_* LS_OPTIONS DIFF_OPTIONS
      TMUX TMUX_* TMUXP_* SCREENRC SYSSCREENRC SCREENDIR SCREENEXCHANGE BYOBU_* ZELLIJ_* TIG_* TIGRC_* GDB* LLDB_*
      STRACE_* VALGRIND_* PERF_EXEC_* PERF_CONFIG PERF_BUILDID_* BPFTRACE_* DEBUGINFOD_* SYSTEMTAP_* HTOPRC ATOPRC
      RANGER_* NNN_* VIFM YAZI_* PARALLEL PARALLEL_HOME PARALLEL_SSH PARALLEL_ENV PDSH_* _ARGCOMPLETE*
      VERSION_CONTROL`,
  },
  {
    // sudo(8), doas; pinentry; gpg(1); pass(1): PASSWORD_STORE_KEY chooses whose key it encrypts to; sops; age.
    reason: 'RUN_AS_COMMAND',
    refused: `
      SUDO_* DOAS_* PINENTRY_* GNUPGHOME GPG_AGENT_INFO GPG_TTY GPG_PROGRAM GPG_BIN PASSWORD_STORE_*
      PASSWORD_STORE_KEY PASSWORD_STORE_SIGNING_KEY GOPASS_* SSHPASS_PROMPT AGE_PLUGIN_*`,
    asked: 'SOPS_*',
  },
  {
    // rsync(1): RSYNC_RSH, RSYNC_CONNECT_PROG; rclone (each flag as RCLONE_<FLAG>); Borg, restic, duplicity; lftp;
    // wget.
    reason: 'RUN_AS_COMMAND',
    refused: `
      RSYNC_* RCLONE_* BORG_* DUPLICITY_* LFTP_* SSHFS_* UNISON* AUTOSSH_* MOSH_* AXEL_* ARIA2_* YTDL_* YOUTUBE_DL_*
      RESTIC_CACHE_DIR RESTIC_FEATURES RESTIC_CACERT RESTIC_TLS_CLIENT_CERT`,
    except: 'RCLONE_CONFIG_PASS BORG_REPO BORG_PASSPHRASE BORG_NEW_PASSPHRASE',
    asked: 'RESTIC_*',
  },
  {
    // Delegates and libraries that documents are read with: ImageMagick (MAGICK_CONFIGURE_PATH), Ghostscript
    // (GS_OPTIONS, GS_LIB), TeX (texmf.cnf, TEXEDIT), file(1) (MAGIC), aspell, hunspell, CUPS.
    reason: 'NAMES_SETTINGS_WITH_COMMANDS',
    refused: `
      MAGIC MAGICK_* GS_LIB GS_LIB_* GS_DEVICE GS_FONTPATH GSC TEXMF* TEXINPUTS* TEXFORMATS TEXPOOL TEXEDIT TEXFONTS
      BIBINPUTS BSTINPUTS MFINPUTS MPINPUTS INDEXSTYLE LUAINPUTS XDVI* DVIPS* ASPELL_CONF DICPATH WORDLIST CUPS_*
      PRINTER LPDEST PANDOC_* EXIFTOOL_* GDAL_DRIVER_PATH GDAL_VRT_* GRASS_* QGIS_* ODBC* FREETDS FREETDSCONF TDSVER`,
  },
  {
    // Coding assistants start what their settings and hooks name, and several read .env: Claude Code, Codex, Gemini
    // CLI, aider.
    reason: 'NAMES_SETTINGS_WITH_COMMANDS',
    refused: `
      CLAUDE_CONFIG_DIR CLAUDE_CODE_* CLAUDE_PROJECT_DIR CLAUDE_PLUGIN_* CODEX_* GEMINI_CLI_* GEMINI_SANDBOX*
      SEATBELT_PROFILE AIDER_* OPENCODE_* GOOSE_MODE GOOSE_PATH_ROOT COPILOT_* AMP_SETTINGS_FILE QWEN_CODE_*
      CURSOR_AGENT_*`,
    except: 'COPILOT_MODEL',
  },
];

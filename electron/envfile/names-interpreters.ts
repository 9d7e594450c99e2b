import type { NameGroup } from './name-lists.ts';

/** Perl, Ruby, PHP, Lua and further languages; Python, JavaScript and the JVM have lists of their own. */
export const interpreterNames: readonly NameGroup[] = [
  {
    // perlrun(1), "ENVIRONMENT"; sudo, initial_badenv_table; Test::Harness; CPAN; DBI (DBI_AUTOPROXY loads a driver).
    reason: 'RUNS_IN_INTERPRETER',
    refused: `
        PERL* HARNESS_* MODULEBUILDRC PLENV_* PAR_TMPDIR PAR_GLOBAL_* PAR_TEMP DBI_* CPAN_* PERLTIDY PERLCRITIC
        TEST2_* PROVE_* ACTIVEPERL_*`,
    except: 'DBI_DSN DBI_USER DBI_PASS',
  },
  {
    // ruby(1), "ENVIRONMENT"; RubyGems; Bundler: bundle-config(1), each setting as BUNDLE_<SETTING>; irb, pry, rake,
    // rbenv, rvm, thor, bootsnap, JRuby, TruffleRuby.
    reason: 'RUNS_IN_INTERPRETER',
    refused: `
      RUBY* GEM_* GEMRC BUNDLE_* BUNDLER_* IRBRC PRYRC RAKEOPT RAKE_* RBENV_* RVM_* CHRUBY_* THOR_DIFF THOR_MERGE
      THOR_SHELL BOOTSNAP_* JRUBY_* TRUFFLERUBYOPT TRUFFLERUBY_* SPEC_OPTS DISABLE_SPRING SOLARGRAPH_*`,
    // Bundler's credentials for a host: BUNDLE_GEMS__EXAMPLE__COM.
    except: 'BUNDLE_*__COM BUNDLE_*__IO BUNDLE_*__ORG BUNDLE_*__NET BUNDLE_*__DEV RUBY_VERSION',
    sealed: 'BUNDLE_MIRROR__* BUNDLE_LOCAL__* BUNDLE_BUILD__*',
  },
  {
    // php(1); Composer: doc/03-cli.md, "Environment variables" (COMPOSER names the file); Xdebug: XDEBUG_CONFIG;
    // WP-CLI, Drush, PEAR. APP_RUNTIME: the class that Symfony's runtime loads.
    reason: 'RUNS_IN_INTERPRETER',
    refused: `
      PHP* COMPOSER COMPOSER_* XDEBUG_* ZEND_* WP_CLI_* DRUSH_* PEAR_* PECL_* APP_RUNTIME SYMFONY_DOTENV_VARS
      SYMFONY_DOTENV_PATH`,
    except: 'PHP_ENV PHP_VERSION PHP_MEMORY_LIMIT',
  },
  {
    // lua(1): LUA_INIT runs, LUA_PATH and LUA_CPATH load; with a version each, LUA_INIT_5_4. LuaRocks: its config is
    // Lua.
    reason: 'RUNS_IN_INTERPRETER',
    refused: 'LUA_* LUAROCKS_* LUAJIT_* LUAINIT LUAPATH',
  },
  {
    // tclsh(1) and library(n); Wish.
    reason: 'RUNS_IN_INTERPRETER',
    refused: 'TCLLIBPATH TCL_* TK_LIBRARY TIX_LIBRARY ITCL_LIBRARY TCL8_* TCLSH',
  },
  {
    // R: ?Startup; Julia: doc/src/manual/environment-variables.md; Octave; MATLAB; gnuplot; Maxima.
    reason: 'RUNS_IN_INTERPRETER',
    refused: `
      R_* RSTUDIO_* RENV_* RETICULATE_* RPROFILE JULIA_* OCTAVE_* MATLABPATH MATLAB_* GNUPLOT_* MAXIMA_* SCIHOME`,
  },
  {
    // erl(1): ERL_FLAGS, ERL_LIBS; Elixir: mix(1), Mix.Tasks.Release's variables; Hex, Rebar3.
    reason: 'RUNS_IN_INTERPRETER',
    refused: `
      ERL_* ERLANG_* ELIXIR_* IEX_HOME HEX_HOME HEX_MIRROR* HEX_TRUSTED_MIRROR* HEX_CACERTS_PATH HEX_UNSAFE_*
      HEX_NO_VERIFY_* HEX_API_URL HEX_HTTP_* REBAR_* REBAR3_* RELX_* ESCRIPT_EMULATOR ROOTDIR BINDIR EMU PROGNAME
      MIX_HOME MIX_EXS MIX_ARCHIVES MIX_PATH MIX_BUILD_PATH MIX_BUILD_ROOT MIX_DEPS_PATH MIX_INSTALL_DIR MIX_REBAR
      MIX_REBAR3 MIX_XDG MIX_PROFILE MIX_DEBUG RELEASE_ROOT RELEASE_VM_ARGS RELEASE_REMOTE_VM_ARGS
      RELEASE_MUTABLE_DIR RELEASE_SYS_CONFIG RELEASE_BOOT_SCRIPT RELEASE_BOOT_SCRIPT_CLEAN RELEASE_TMP RELEASE_NODE
      RELEASE_PROG RELEASE_DISTRIBUTION RELEASE_MODE GLEAM_*`,
    asked: 'MIX_ENV MIX_TARGET RELEASE_COOKIE RELEASE_NAME',
  },
  {
    // GHC's user guide (GHCRTS), Cabal, Stack; ocamlrun(1), opam, dune; SBCL, Guile, Chicken, Racket; Nim, Crystal,
    // Zig, D.
    reason: 'RUNS_IN_INTERPRETER',
    refused: `
      GHC_* GHCRTS GHCUP_* STACK_ROOT STACK_YAML STACK_WORK STACK_CONFIG STACK_GLOBAL_CONFIG STACK_XDG CABAL_*
      HASKELL_* OCAML* CAMLRUNPARAM CAMLLIB CAML_LD_LIBRARY_PATH CAMLP4LIB OPAM* DUNE_* ESY_* COQ* SBCL_*
      CL_SOURCE_REGISTRY ASDF_OUTPUT_TRANSLATIONS ROSWELL* GUILE_* CHICKEN_* PLTCOLLECTS PLTADDONDIR PLTUSERHOME
      PLT_* SCHEMEHEAPDIRS CHEZSCHEMELIBDIRS NIMBLE_DIR CRYSTAL_* SHARDS_* ZIG_* ELM_HOME VMODULES VEXE DUB_* DMD
      JANET_* SWIPL* POLYML_*`,
  },
  {
    // Dart and Flutter: pub's and flutter's own pages on environment variables (FLUTTER_STORAGE_BASE_URL brings
    // engines).
    reason: 'CHOOSES_PACKAGES',
    refused: 'DART_* FLUTTER_* PUB_HOSTED_URL PUB_CACHE PUB_ENVIRONMENT PUB_MAX_HTTP_RETRIES',
    except: 'DART_ENV FLUTTER_ENV FLUTTER_APP_*',
  },
  {
    // gawk(1): AWKPATH, AWKLIBPATH; m4(1); jq(1); SQL shells read a start file: psql(1), sqlplus, mysql(1); bc's
    // BC_ENV_ARGS.
    reason: 'RUNS_IN_INTERPRETER',
    refused: `
      AWKPATH AWKLIBPATH GAWK_* AWKBUFSIZE M4PATH JQ_LIBRARY_PATH BC_ENV_ARGS POSIX_BC DC_ENV_ARGS SQLPATH
      ORACLE_PATH PSQLRC PSQL_* MYSQL_HOME MYSQL_TEST_LOGIN_FILE MYSQL_HISTFILE LIBMYSQL_* SQLITE_HISTORY
      REDISCLI_RCFILE REDISCLI_HISTFILE MONGO_RC`,
  },
  {
    // vim: ":help initialization"; nvim; vi(1); Emacs: "General Variables"; Kakoune, Helix, micro.
    reason: 'RUNS_IN_INTERPRETER',
    refused: `
      VIMINIT EXINIT GVIMINIT VIM VIMRUNTIME MYVIMRC MYGVIMRC NVIM_* NVIM NEXINIT NEXRC EMACS EMACS_* EMACSDATA
      EMACSDOC EMACSPATH EMACSLOADPATH ESHELL INFOPATH KAKOUNE_* HELIX_* MICRO_CONFIG_HOME SPACEMACSDIR DOOMDIR`,
  },
];

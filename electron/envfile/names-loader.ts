import type { NameGroup } from './name-lists.ts';

/** The dynamic loader, the C library and its kin. */
export const loaderNames: readonly NameGroup[] = [
  {
    // ld.so(8) and dyld(1); _RLD and LDR_ of IRIX, HP-UX and AIX: sudo, plugins/sudoers/env.c, initial_badenv_table.
    // launchd hands __XPC_DYLD_ variables on to services. LaunchDarkly's own are LD_SDK_KEY and the like.
    reason: 'LOADS_INTO_EVERY_PROGRAM',
    refused: 'LD_* LDR_* LIBPATH SHLIB_PATH __XPC_*',
    sealed: 'DYLD_* _RLD* __XPC_DYLD_* LD_PRELOAD* LD_AUDIT* LD_LIBRARY_PATH*',
  },
  {
    // glibc, sysdeps/generic/unsecvars.h: what a set-user-id program must not see. musl: MUSL_LOCPATH.
    reason: 'CHANGES_LIBRARIES',
    refused: `
      GCONV_PATH GETCONF_DIR GLIBC_TUNABLES HOSTALIASES LOCALDOMAIN LOCPATH MUSL_LOCPATH NIS_PATH NLSPATH
      RESOLV_HOST_CONF RES_OPTIONS TZDIR MALLOC_* LIBC_FATAL_STDERR_`,
  },
  {
    // sudo, plugins/sudoers/env.c, initial_badenv_table: AIX, SecurID, and terminal descriptions (ncurses(3),
    // terminfo(5)).
    reason: 'CHANGES_LIBRARIES',
    refused: `
      AUTHSTATE ODMDIR PATH_LOCALE VAR_ACE USR_ACE DLC_ACE TERMINFO TERMINFO_* TERMPATH TERMCAP NCURSES_* ICU_DATA
      TEXTDOMAINDIR DATEMSK FAKETIME FAKETIME_*`,
  },
  {
    // sudo, plugins/sudoers/env.c, initial_checkenv_table: harmless unless the value holds `/'or'%`.
    reason: 'CHANGES_LIBRARIES',
    asked: 'COLORTERM LANG LANGUAGE LC_* LINGUAS TERM TERM_* TZ LOCALE_*',
  },
  {
    // Allocators: jemalloc(3), gperftools (docs/heapprofile.html), Apple's malloc(3).
    reason: 'CHANGES_LIBRARIES',
    refused: `
      MALLOC_CONF JE_MALLOC_CONF _RJEM_MALLOC_CONF TCMALLOC_* MallocStackLogging* MallocLogFile MallocScribble
      MallocPreScribble MallocGuardEdges MallocHelp MallocCheck* MallocErrorAbort MallocCorruptionAbort
      MallocNanoZone`,
  },
  {
    // Profilers and sanitizers: gprof(1), gcov, LLVM's profile runtime, glibc's memusage(1), sotruss(1), catchsegv(1).
    reason: 'WRITES_FILE',
    refused: `
      GMON_OUT_PREFIX GCOV_* LLVM_PROFILE_FILE CPUPROFILE CPUPROFILE_* HEAPPROFILE HEAP_PROFILE_* HEAPCHECK
      PCPROFILE_OUTPUT MEMUSAGE_* SOTRUSS_* SEGFAULT_* PROFILE_FREQUENCY *SAN_SYMBOLIZER_PATH`,
  },
  {
    // fakeroot(1), fakechroot(1), proot(1), cwrap: what they load or bind into the programs they start.
    reason: 'LOADS_INTO_EVERY_PROGRAM',
    refused: `
      FAKEROOTKEY FAKEROOTDONTTRYCHOWN FAKED_MODE FAKECHROOT FAKECHROOT_* PROOT_* NSS_WRAPPER_* UID_WRAPPER*
      SOCKET_WRAPPER_* RESOLV_WRAPPER_* PAM_WRAPPER*`,
  },
];

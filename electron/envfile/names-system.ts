import type { NameGroup } from './name-lists.ts';

const SEARCH = 'it decides which programs or libraries are found';
const FOLDER = 'it decides where programs find their settings and keep their files';
const WINDOWS = 'Windows sets it, and programs find the system or its compilers by it';
const MANAGER = 'it decides which version of a program is started';

/** What the system itself sets: search paths, folders, the user. */
export const systemNames: readonly NameGroup[] = [
  {
    // environ(7), POSIX chapter 8; Windows: "Recognized environment variables" of its user state migration.
    reason: SEARCH,
    refused: 'PATH PATHEXT COMSPEC SHELL SYSTEMROOT SYSTEMDRIVE WINDIR',
  },
  {
    reason: FOLDER,
    refused: `
      HOME PWD OLDPWD CWD USER LOGNAME LOGIN USERNAME USERPROFILE USERDOMAIN USERDOMAIN_* HOMEDRIVE HOMEPATH
      HOMESHARE TMPDIR TMP TEMP TEMPDIR APPDATA LOCALAPPDATA PROGRAMDATA ALLUSERSPROFILE PROGRAMFILES* PROGRAMW6432
      COMMONPROGRAM* PUBLIC ONEDRIVE ONEDRIVE* DRIVERDATA COMPUTERNAME LOGONSERVER SESSIONNAME CLIENTNAME OS
      PROCESSOR_* NUMBER_OF_PROCESSORS SUDO_USER SUDO_UID SUDO_GID`,
  },
  {
    // freedesktop.org, "XDG Base Directory Specification": every program's settings.
    reason: FOLDER,
    refused: 'XDG_*',
  },
  {
    // cmd.exe: PROMPT, DIRCMD, COPYCMD; cl.exe: CL, _CL_, INCLUDE; link.exe: LINK, _LINK_, LIB, LIBPATH; nmake; MSYS2,
    // Cygwin, WSL; Chocolatey, Scoop.
    reason: WINDOWS,
    refused: `
      DIRCMD COPYCMD CMDCMDLINE CMDEXTVERSION __COMPAT_LAYER CL _CL_ LINK _LINK_ LIB INCLUDE EXTERNAL_INCLUDE ML ML64
      RCFLAGS VCINSTALLDIR VSINSTALLDIR VCIDEINSTALLDIR VCTOOLS* VS*COMNTOOLS VSCMD_* VSLANG VSAPPIDDIR DEVENVDIR
      EXTENSIONSDKDIR WINDOWSSDK* WINDOWSLIBPATH UCRTVERSION UNIVERSALCRT* NETFXSDKDIR FRAMEWORKDIR* USEENV MSYS
      MSYS_* MSYS2_* MSYSTEM MSYSTEM_* MINGW_* CYGWIN CYGWIN_* CHERE_INVOKING WSLENV WSL_* CHOCOLATEY* SCOOP SCOOP_*
      CMDER_* CONEMU* ANSICON`,
  },
  {
    // Managers of versions: asdf, mise (which reads commands from MISE_*), and the like.
    reason: MANAGER,
    refused: `
        ASDF_* MISE_* RTX_* AQUA_GLOBAL_CONFIG AQUA_CONFIG AQUA_ROOT_DIR PKGX_* DEVBOX_* DEVENV_* FLOX_* TFENV_*
        TFSWITCH_* TENV_* PHPENV_* KERL_*`,
  },
  {
    // systemd.exec(5), systemctl(1) (SYSTEMD_PAGER, SYSTEMD_LESS, SYSTEMD_EDITOR), sd_notify(3), sd_listen_fds(3).
    reason: FOLDER,
    refused: `
      SYSTEMD_* NOTIFY_SOCKET LISTEN_FDS LISTEN_PID LISTEN_FDNAMES MAINPID INVOCATION_ID JOURNAL_STREAM
      CREDENTIALS_DIRECTORY CONFIGURATION_DIRECTORY RUNTIME_DIRECTORY WATCHDOG_PID MEMORY_PRESSURE_*`,
  },
  {
    // macOS: launchd, Core Foundation, environ.plist.
    reason: FOLDER,
    refused: `
        __CF* CFNETWORK_* CFFIXED_* CFPROCESSPATH COMMAND_MODE SECURITYSESSIONID XPC_* OS_ACTIVITY_* NSUNBUFFEREDIO
        NSZOMBIEENABLED`,
  },
];

import type { NameGroup } from './name-lists.ts';

const TOOL = 'a build runs its value as a program, or hands it to one as options';
const BUILD = 'it changes what a build runs';

/** Words that begin the name of a target: the crate cc reads CC_<target>, autoconf's projects CC_FOR_BUILD. */
const targets =
  'X86* I386* I486* I586* I686* ARM* AARCH64* WASM* RISCV* MIPS* POWERPC* S390X* SPARC* LOONGARCH* THUMB* FOR_*';
const tools = 'CC CXX AR LD AS NM RANLIB STRIP OBJCOPY LINKER CPP CFLAGS CXXFLAGS CPPFLAGS LDFLAGS ARFLAGS';

/** CC_X86* and so on, and HOST_CC, TARGET_CC, BUILD_CC, HOSTCC. */
function crossTools(): string {
  return tools
    .split(' ')
    .flatMap((tool) => [
      ...targets.split(' ').map((target) => `${tool}_${target}`),
      ...['HOST_', 'TARGET_', 'BUILD_', 'HOST', 'BUILD', 'NATIVE_', 'CROSS_'].map((place) => place + tool),
    ])
    .join(' ');
}

/** Make, compilers and build systems. */
export const buildNames: readonly NameGroup[] = [
  {
    // GNU make: manual, "Variables Used by Implicit Rules" and "Special Variables"; `make -p`. Make takes every
    // variable.
    reason: TOOL,
    refused: `
      AR AS CC CXX CPP CXXCPP OBJCPP OBJCXX OBJCXXCPP FC F77 F90 PC CO GET LD LEX YACC LINT M2C MAKEINFO OBJC TANGLE
      CTANGLE WEAVE CWEAVE TEX TEXI2DVI RM LDLIBS LOADLIBES LIBS TARGET_ARCH TARGET_MACH OUTPUT_OPTION
      SCCS_OUTPUT_OPTION VPATH GPATH SUFFIXES CURDIR MAKE MAKEFILE* MAKEFLAGS* MAKESHELL* MAKELEVEL MAKEOVERRIDES
      MAKECMDGOALS MAKEPP* MAKE_COMMAND MAKE_HOST MAKE_VERSION MAKE_TERMOUT MAKE_TERMERR MAKE_RESTARTS MAKE_MODE
      MAKE_RULES MFLAGS GNUMAKE GNUMAKEFLAGS BSDMAKE* *MAKEFLAGS MAKEOBJDIR* MAKESYSPATH MAKECONF MAKEPKG_* REMAKE*`,
    // make.com's addresses are named so, too.
    asked: 'MAKE_* MAKE*',
  },
  { reason: TOOL, refused: crossTools() },
  {
    // Autoconf: manual, "Preset Output Variables" and "Site Defaults" (CONFIG_SITE is sourced); Automake, libtool,
    // gettext.
    reason: TOOL,
    refused: `
      CONFIG_SHELL CONFIG_SITE CONFIG_STATUS AUTOCONF AUTOHEADER AUTOMAKE AUTORECONF AUTOM4TE* AUTOPOINT AUTOSCAN
      ACLOCAL ACLOCAL_* LIBTOOL LIBTOOLIZE SLIBTOOL* GTKDOCIZE INTLTOOLIZE GETTEXTIZE XGETTEXT MSGFMT MSGMERGE
      GMSGFMT M4 FLEX BISON BISON_* SWIG SWIG_* SED AWK GAWK MAWK NAWK GREP EGREP FGREP INSTALL LN_S MKDIR_P RANLIB
      NM STRIP OBJCOPY OBJDUMP READELF WINDRES WINDMC DLLTOOL LIPO OTOOL NASM YASM MT MANIFEST_TOOL PKG_CONFIG
      PKG_CONFIG_* PKGCONF PKGCONF_*`,
  },
  {
    // GCC: manual, "Environment Variables"; Clang; CC's wrappers ccache(1), sccache, distcc(1), icecc(1).
    reason: TOOL,
    refused: `
      GCC_* GCC LDEMULATION GNUTARGET CPATH C_INCLUDE_PATH CPLUS_INCLUDE_PATH OBJC_INCLUDE_PATH OBJCPLUS_INCLUDE_PATH
      LIBRARY_PATH COMPILER_PATH DEPENDENCIES_OUTPUT SUNPRO_DEPENDENCIES COLLECT_* CLANG CLANG_* CCC_* LLVM_*
      LIBCLANG_* CCACHE_* SCCACHE_* DISTCC_* ICECC_* ICECREAM_* FASTBUILD_* CROSS_COMPILE KBUILD_* KCONFIG_* KCFLAGS
      ARCHFLAGS NVCC NVCC_* CUDACXX CUDAHOSTCXX HIPCXX ISPC FORTRAN GFORTRAN`,
  },
  {
    // CMake: cmake-env-variables(7); Ninja, Meson, Bazel, Buck, SCons, qmake, Conan, vcpkg, Emscripten, Pants, xmake.
    reason: BUILD,
    refused: `
      CMAKE_* CTEST_* CPACK_* NINJA NINJA_* MESON_* BAZEL_* BAZELISK_* BAZEL BUCK_* BUCK2_* SCONS* QMAKE* CONAN_*
      VCPKG_* EMSDK* EMCC_* EM_CONFIG EM_CACHE EM_COMPILER_WRAPPER EM_LLVM_ROOT EM_BINARYEN_ROOT PANTS_* XMAKE_*
      PREMAKE_* WAFDIR EARTHLY_* DAGGER_* TASKFILE_* JUST_*`,
  },
  {
    // Cargo: book, reference/environment-variables.md and config.md (each key as CARGO_<KEY>); rustc, rustdoc, rustup.
    reason: TOOL,
    refused: `
      CARGO CARGO_* __CARGO_* RUSTC* RUSTDOC* RUSTUP_* RUSTFLAGS RUSTFMT RUSTFMT_* CLIPPY_* MIRI* RUST_GDB RUST_LLDB
      RUST_TARGET_PATH RUST_SRC_PATH RUST_TEST_* RUST_FLAGS RUST_ANALYZER_* BINDGEN_* PROTOC PROTOC_* MATURIN_*
      TRUNK_BUILD_* WASM_PACK_* WASM_BINDGEN_* DOCS_RS ZIGBUILD* CROSS_CONTAINER_*`,
    // An alias and a provider of credentials name commands to run, whatever the last word of their name.
    sealed: 'CARGO_ALIAS_* CARGO_CREDENTIAL_ALIAS_* CARGO_TARGET_*',
    asked: 'RUST_*',
  },
  {
    // Go: 'go help environment', src/internal/cfg (KnownEnv); GOAUTH and GOCACHEPROG name commands.
    reason: BUILD,
    refused: `
      GO111MODULE GO386 GOAMD64 GOARCH GOARM GOARM64 GOAUTH GOBIN GOCACHE GOCACHEPROG GOCOVERDIR GODEBUG GOENV GOEXE
      GOEXPERIMENT GOFIPS140 GOFLAGS GOGC GOGCCFLAGS GOHOSTARCH GOHOSTOS GOINSECURE GOLANG_* GOLANGCI_* GOMAXPROCS
      GOMEMLIMIT GOMIPS GOMIPS64 GOMOD GOMODCACHE GONOPROXY GONOSUMDB GONOSUMCHECK GOOS GOPATH GOPPC64 GOPRIVATE
      GOPROXY GORACE GORISCV64 GOROOT GOROOT_* GOSSAFUNC GOSUMDB GOTELEMETRY GOTELEMETRYDIR GOTMPDIR GOTOOLCHAIN
      GOTOOLDIR GOTRACEBACK GOVCS GOVERSION GOWASM GOWORK GO_EXTLINK_ENABLED GO_LDSO GO_GCFLAGS GO_LDFLAGS
      GO_BUILDER_NAME GCCGO GCCGOTOOLDIR CGO_* GOENV_* GVM_* GOPLS_* DLV_* GOTESTSUM_* GORELEASER_*`,
    asked: 'GO_*',
  },
  {
    // Xcode and Swift: xcrun(1), xcode-select(1) (DEVELOPER_DIR), SwiftPM; CocoaPods, fastlane; Android's SDK and adb.
    reason: BUILD,
    refused: `
      DEVELOPER_DIR SDKROOT TOOLCHAINS XCODE_* XCRUN_* SWIFT_* SWIFTPM_* SWIFT_EXEC COCOAPODS_* CP_HOME_DIR
      FASTLANE_* ANDROID_HOME ANDROID_SDK_* ANDROID_NDK_* ANDROID_USER_HOME ANDROID_AVD_HOME ANDROID_EMULATOR_*
      ANDROID_ADB_* ADB_* NDK_* MACOSX_DEPLOYMENT_TARGET`,
    except: 'FASTLANE_USER FASTLANE_SESSION FASTLANE_APPLE_APPLICATION_SPECIFIC_PASSWORD FASTLANE_TEAM_ID',
  },
  {
    // Packages of systems: dpkg-buildpackage(1), apt.conf(5) (APT_CONFIG), debconf(7), rpm, Homebrew, Nix, Guix,
    // Portage.
    reason: BUILD,
    refused: `
      APT_* DPKG_* DEB_BUILD_* DEB_VENDOR DEBUILD_* DEBSIGN_* DEBCONF_* DEBIAN_* RPM_* RPMBUILD_* PACMAN* PKGDEST
      SRCDEST PORTAGE_* EPREFIX HOMEBREW_* NIX_* NIXOS_* NIXPKGS_* GUIX_* SPACK_* EASYBUILD_* MODULEPATH MODULESHOME
      LMOD_* BASH_ENV_MODULES`,
    except: 'NIX_ENV',
  },
];

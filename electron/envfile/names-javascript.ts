import type { NameGroup } from './name-lists.ts';

/** Node.js and its kin, their package managers, and the tools that start programs of their own. */
export const javascriptNames: readonly NameGroup[] = [
  {
    // Node.js, doc/api/cli.md, "Environment variables"; node-config (NODE_CONFIG_DIR holds modules); Electron,
    // docs/api/environment-variables.md; VS Code; Bun, docs/runtime/env; Deno, "Environment variables".
    reason: 'RUNS_IN_JAVASCRIPT',
    refused: 'NODE_* NODE ELECTRON_* VSCODE_* BUN_* BUN DENO_* DENO LLRT_* INIT_CWD',
    except: `
      NODE_ENV NODE_NAME NODE_ID NODE_HOST NODE_PORT NODE_URL NODE_RPC_URL NODE_ENDPOINT NODE_VERSION
      NODE_APP_INSTANCE NODE_CONFIG_ENV DENO_ENV BUN_ENV BUN_PUBLIC_*`,
  },
  {
    // npm: docs "config", each option as npm_config_<option>, and what npm hands to scripts; pnpm; Yarn 2 and later
    // (YARN_<SETTING>, YARN_PLUGINS, YARN_YARN_PATH); Corepack; Volta, nvm, fnm, nodenv, n.
    reason: 'CHANGES_PACKAGE_MANAGER',
    refused: `
      npm_config_* NPMRC YARNRC npm_lifecycle_* npm_package_* npm_execpath npm_node_execpath npm_command NPX_* PNPM_*
      YARN_* COREPACK_* NVM_* FNM_* VOLTA_* NODENV_* NODIST_* N_PREFIX LERNA_* RUSH_* BOWER_* JSPM_* PROTO_HOME`,
    // Credentials, and the names that go with them.
    except: 'NPM_CONFIG__AUTH NPM_CONFIG__AUTHTOKEN NPM_CONFIG_USERNAME NPM_CONFIG__PASSWORD COREPACK_NPM_USERNAME',
  },
  {
    // Code loaded by name: ts-node, tsx, Babel, Jest, AVA, Mocha, nyc, SWC, napi-rs' loaders
    // (NAPI_RS_NATIVE_LIBRARY_PATH), dotenv's own settings (DOTENV_CONFIG_PATH), React Native, Metro.
    reason: 'RUNS_IN_JAVASCRIPT',
    refused: `
      TS_NODE_* TSX_* TSC_* BABEL_* JEST_* MOCHA_* NYC_* SWC_* JITI_* V8_COMPILE_CACHE* BROWSERSLIST* NAPI_RS_*
      DOTENV_CONFIG_* RCT_* METRO_* ESM_OPTIONS SUCRASE_* WALLABY_* PM2_* HUSKY HUSKY_* LEFTHOOK LEFTHOOK_*
      PRE_COMMIT_* GYP_* PREBUILD_* NITRO_HOOKS`,
    except: 'BABEL_ENV',
    asked: 'VITEST_* NX_* TURBO_* EXPO_* CYPRESS_* STRAPI_* NEXT_* NUXT_* NITRO_*',
  },
  {
    // dotenv's vault and dotenvx: they choose which file is decrypted, and with whose key a new secret is encrypted.
    reason: 'RUNS_IN_JAVASCRIPT',
    refused: 'DOTENV_*',
    except: 'DOTENV_KEY DOTENV_PUBLIC_KEY* DOTENV_PRIVATE_KEY*',
  },
  {
    // Prisma loads .env itself: "Environment variables reference", PRISMA_QUERY_ENGINE_BINARY, PRISMA_ENGINES_MIRROR.
    // esbuild ESBUILD_BINARY_PATH, Biome BIOME_BINARY, Sass SASS_BINARY_SITE, Sentry's CLI SENTRYCLI_CDNURL, Sharp.
    reason: 'CHOOSES_JAVASCRIPT_TOOL',
    refused: 'PRISMA_* ESBUILD_* BIOME_* SASS_* SENTRYCLI_* SHARP_* LIGHTNINGCSS_* RSPACK_*',
  },
  {
    // Browsers for tests: Puppeteer ("Configuration"), Playwright ("Browsers"), Selenium Manager (SE_*),
    // chrome-launcher (CHROME_PATH), Karma (CHROME_BIN), the npm packages of the drivers; fluent-ffmpeg (FFMPEG_PATH),
    // ffmpeg-static.
    reason: 'CHOOSES_JAVASCRIPT_TOOL',
    refused: `
      PUPPETEER_* PLAYWRIGHT_* PW_TEST_* PW_BROWSER_* PW_CLI_* PW_DEBUG_* PWDEBUG PWTEST_* SE_MANAGER_* SE_BROWSER_*
      SE_DRIVER_* SE_CONFIG SE_CACHE_PATH SE_*_MIRROR_URL CHROME_PATH CHROME_BIN CHROME_DEVEL_SANDBOX CHROME_LOG_FILE
      CHROME_CONFIG_HOME CHROME_USER_DATA_DIR MKSQUASHFS_PATH CUSTOM_DMGBUILD_PATH WINDOWS_SIGNTOOL_PATH
      CHROME_WRAPPER CHROME_EXECUTABLE CHROMIUM_BIN CHROMIUM_PATH CHROMIUM_FLAGS FIREFOX_BIN OPERA_BIN SAFARI_BIN
      EDGE_BIN EDGE_PATH LIGHTHOUSE_CHROMIUM_PATH CHROMEDRIVER_* GECKODRIVER_* EDGEDRIVER_* IEDRIVER_* PHANTOMJS_*
      CYPRESS_INSTALL_* CYPRESS_DOWNLOAD_* CYPRESS_CACHE_FOLDER CYPRESS_CRASH_REPORTS DETOX_* WDIO_* TESTCAFE_*
      FFMPEG_PATH FFPROBE_PATH FLVTOOL2_PATH GRAPHVIZ_DOT IMAGEMAGICK_PATH`,
  },
];

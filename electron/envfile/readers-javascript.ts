import { type EnvReader, type Packages, plain, shellLike } from './reader.ts';

const npm = (...names: string[]): Packages => ({ npm: names });
/** With dotenv 10 and older, which read a line at a time. */
const oldExpander = { expands: true, misreads: ['dollar', 'dotLines'] } as const;
const expander = { expands: true, misreads: ['dollar'] } as const;

/** By the packages in a package.json. */
export const javascriptReaders = {
  vite: {
    ...expander,
    name: 'Vite',
    packages: npm('vite', 'astro', '@sveltejs/kit', 'waku', 'vike'),
    source:
      'vite 8.3.8 (loadEnv); astro 6.0.5 dist/env/env-loader.js and @sveltejs/kit 2.70.4 src/exports/vite/utils.js call it',
  },
  next: {
    ...expander,
    name: 'Next.js',
    packages: npm('next', '@next/env', 'payload'),
    source: '@next/env 16.4.6 dist/index.js: dotenv 16.3.1, dotenv-expand 10.0.0; payload 3.90.2 depends on it',
  },
  nuxt: {
    ...expander,
    name: 'Nuxt',
    packages: npm('nuxt', 'nitropack', 'c12', 'trigger.dev'),
    source: 'c12 3.3.4 dist/index.mjs, interpolate',
  },
  bun: {
    ...expander,
    name: 'Bun',
    packages: {},
    files: ['bun.lock', 'bun.lockb', 'bunfig.toml'],
    source: 'bun 1.4.5, run',
  },
  nx: {
    ...expander,
    name: 'Nx',
    packages: npm('nx'),
    source: 'nx 24.0.6 dist/src/tasks-runner/task-env.js: dotenv 16.4.7, dotenv-expand 12.0.3',
  },
  vueCli: {
    ...oldExpander,
    name: 'Vue CLI',
    packages: npm('@vue/cli-service'),
    source: '@vue/cli-service 5.0.9 lib/Service.js: dotenv ^10.0.0, dotenv-expand ^5.1.0',
  },
  createReactApp: {
    ...oldExpander,
    name: 'Create React App',
    packages: npm('react-scripts', '@craco/craco', 'react-app-rewired'),
    source: 'react-scripts 5.0.1 config/env.js: dotenv ^10.0.0, dotenv-expand ^5.1.0; @craco/craco 7.1.0 starts it',
  },
  razzle: {
    ...oldExpander,
    name: 'Razzle',
    packages: npm('razzle'),
    source: 'razzle 4.2.18 config/env.js: dotenv ^8.2.0, dotenv-expand ^5.1.0',
  },
  rsbuild: {
    ...expander,
    name: 'Rsbuild',
    packages: npm('@rsbuild/core'),
    source: '@rsbuild/core 2.3.2: dotenv-expand ^13.0.0',
  },
  dotenvCli: {
    ...expander,
    name: 'dotenv-cli',
    packages: npm('dotenv-cli'),
    source: 'dotenv-cli 11.0.0 cli.js: unless it is started with --no-expand',
  },
  wrangler: {
    ...expander,
    name: 'Wrangler',
    packages: npm('wrangler', '@cloudflare/vite-plugin'),
    source: 'wrangler 4.86.0 wrangler-dist/cli.js, loadDotEnv; .dev.vars is parsed alone, in tryLoadDotDevDotVars',
  },
  wxt: {
    ...expander,
    name: 'WXT',
    packages: npm('wxt'),
    source: 'wxt 0.21.0 dist/core/utils/env.mjs',
  },
  nest: {
    ...expander,
    name: '@nestjs/config with expandVariables',
    packages: npm('@nestjs/config'),
    source: '@nestjs/config 12.0.1 dist/config.module.js: where expandVariables is set',
  },
  ngxEnv: {
    ...expander,
    name: '@ngx-env/builder',
    packages: npm('@ngx-env/builder', '@dotenv-run/core'),
    source: '@ngx-env/builder 22.0.0 depends on @dotenv-run/core, that on dotenv-expand ^10.0.0',
  },
  expo: {
    ...expander,
    name: 'Expo',
    packages: npm('expo', '@expo/env'),
    source: '@expo/env 2.6.0 build/parse.js, interpolate',
  },
  parcel: {
    ...expander,
    name: 'Parcel',
    packages: npm('parcel', '@parcel/core'),
    source: '@parcel/core 2.16.4 src/loadDotEnv.js',
  },
  quasar: {
    ...expander,
    name: 'Quasar',
    packages: npm('@quasar/app-vite', '@quasar/app-webpack'),
    source: '@quasar/app-vite 2.4.1 and @quasar/app-webpack 4.4.5, lib/utils/env.js',
  },
  medusa: {
    ...expander,
    name: 'Medusa',
    packages: npm('@medusajs/medusa', '@medusajs/utils'),
    source: '@medusajs/utils 2.21.2 dist/common/load-env.js',
  },
  farm: {
    ...expander,
    name: 'Farm',
    packages: npm('@farmfe/core'),
    source: '@farmfe/core 1.7.11 dist/config/env.js',
  },
  umi: {
    ...expander,
    name: 'Umi',
    packages: npm('umi', '@umijs/max', '@umijs/core'),
    source: '@umijs/core 4 dist/service/env.js',
  },
  blitz: {
    ...expander,
    name: 'Blitz',
    packages: npm('blitz'),
    source: 'blitz 3.0.2 dist/chunks/index2.cjs: dotenv 16.0.0, dotenv-expand 8.0.3',
  },
  dotenvMono: {
    ...expander,
    name: 'dotenv-mono',
    packages: npm('dotenv-mono'),
    source: 'dotenv-mono 1.5.1 dist/index.js',
  },
  dotenvExpand: {
    ...expander,
    name: 'dotenv-expand',
    packages: npm('dotenv-expand'),
    source: 'dotenv-expand 1000.0.0, run',
  },
  dotenvx: {
    ...shellLike,
    name: 'dotenvx',
    packages: npm('@dotenvx/dotenvx'),
    source: '@dotenvx/dotenvx 2.38.2, run: nothing is expanded between single quotes',
  },
  prisma: {
    ...plain,
    name: 'Prisma',
    packages: npm('prisma'),
    source: 'prisma 7.10.1 (dotenv 17.2.3); prisma 6 build/index.js expands ${NAME} alone',
  },
  devVars: {
    ...plain,
    name: 'Wrangler',
    packages: {},
    source: 'wrangler 4.86.0 wrangler-dist/cli.js, tryLoadDotDevDotVars: dotenv alone',
  },
  dotenv: {
    ...plain,
    name: 'dotenv',
    packages: npm(
      'dotenv',
      'dotenv-flow',
      'dotenv-safe',
      'dotenv-webpack',
      '@adonisjs/env',
      '@strapi/strapi',
      'gatsby',
    ),
    source:
      'dotenv 18.0.10, run; the others depend on it: @remix-run/dev 2.17.5 dist/devServer_unstable/env.js, gatsby 5.16.1, @adonisjs/env 6.2.0, @strapi/strapi 5.55.1',
  },
} as const satisfies Record<string, EnvReader>;

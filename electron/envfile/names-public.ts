/**
 * Prefixes of the variables that a build tool writes into what it publishes, so that everybody who opens the site or
 * the app can read their value. Each from the tool's own documentation or source.
 */
const prefixes: readonly string[] = [
  'NEXT_PUBLIC_', // Next.js
  'VITE_', // Vite
  'EXPO_PUBLIC_', // Expo
  'PUBLIC_', // SvelteKit, Astro, Rsbuild
  'REACT_APP_', // Create React App
  'NUXT_PUBLIC_', // Nuxt
  'NUXT_ENV_', // Nuxt 2
  'GATSBY_', // Gatsby
  'VUE_APP_', // Vue CLI
  'NG_APP_', // @ngx-env/builder for Angular
  'SNOWPACK_PUBLIC_', // Snowpack
  'STORYBOOK_', // Storybook
  'PLASMO_PUBLIC_', // Plasmo
  'TARO_APP_', // Taro
  'UMI_APP_', // Umi
  'BUN_PUBLIC_', // Bun's bundler, as its templates set it
  'GRIDSOME_', // Gridsome
  'RAZZLE_', // Razzle
  'PREACT_APP_', // Preact CLI
  'REDWOOD_ENV_', // RedwoodJS
  'SANITY_STUDIO_', // Sanity Studio
  'SANITY_APP_', // Sanity's app SDK
  'NX_PUBLIC_', // Nx
  'MIX_', // Laravel Mix
  'WXT_', // WXT
];

/** Whether a build tool publishes the variable of this name (upper case). */
export function isPublicName(upper: string): boolean {
  return prefixes.some((prefix) => upper.startsWith(prefix));
}

/** Which system the test files are to take this for: `npm run platforms` looks which of them would run there. */
const platform = process.env['CLAVIS_FAKED_PLATFORM'];
if (platform !== undefined) {
  // These load a binary for the system that they run on, and Node keeps what it has loaded.
  await Promise.all(['@napi-rs/keyring', 'vite', 'app-builder-lib'].map((name) => import(name)));
  Object.defineProperty(process, 'platform', { value: platform });
}

export {};

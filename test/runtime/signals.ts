const TIMEOUT_MS = 5_000;

/** SIGINT and SIGTERM quit the app as a person would; when it has not ended after five seconds, it is ended. */
export function quitOnSignals(app: { quit(): void }): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      setTimeout(() => process.exit(1), TIMEOUT_MS).unref();
      app.quit();
    });
  }
}

/** What `nativeTheme.themeSource` says: the theme that pages are shown in. */
export type ThemeSource = 'system' | 'light' | 'dark';

let source: ThemeSource = 'system';

/** The theme in force. */
export function themeSource(): ThemeSource {
  return source;
}

/** Changes it for the pages to come; those that are open are told by the one who changes it. */
export function setThemeSource(next: ThemeSource): void {
  source = next;
}

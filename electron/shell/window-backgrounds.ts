/** What a window shows before its page has drawn, and at its edge while it grows: `--ground` of renderer/styles/tokens.css. */
export const windowBackgrounds = { light: '#fcfbf9', dark: '#1c1b19' } as const;

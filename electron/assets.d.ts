declare module '*.png?inline' {
  /** A data URL, put in by the build. */
  const dataUrl: string;
  export default dataUrl;
}

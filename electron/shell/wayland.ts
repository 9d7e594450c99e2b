/** Whether Electron shows its windows by Wayland on this Linux desktop. */
export function isWayland({ XDG_SESSION_TYPE: type, WAYLAND_DISPLAY: display }: NodeJS.ProcessEnv): boolean {
  return type === 'wayland' || Boolean(display);
}

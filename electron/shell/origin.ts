/** Our pages' scheme and host: standard and secure, so that it is an origin of its own. */
export const scheme = 'app';
export const origin = `${scheme}://clavis`;
export const startPage = `${origin}/index.html`;

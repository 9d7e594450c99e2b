/**
 * Style sheets, and what they name. Each rule is for an element of its own, so that none takes another's place. The import is
 * last: while one has no answer, no other rule of its sheet counts.
 */
const rules = {
  background: (url, id) => `#${id} { background-image: url("${url}") }`,
  'image-set': (url, id) => `#${id} { background-image: image-set(url("${url}") 1x) }`,
  cursor: (url, id) => `#${id} { cursor: url("${url}"), auto }`,
  'list-style': (url, id) => `#${id} { display: list-item; list-style: url("${url}") }`,
  mask: (url, id) => `#${id} { mask-image: url("${url}") }`,
  filter: (url, id) => `#${id} { filter: url("${url}#f") }`,
  content: (url, id) => `#${id}::after { content: url("${url}") }`,
  'font-face': (url, id) => `@font-face { font-family: "${id}"; src: url("${url}") } #${id} { font-family: "${id}" }`,
  '@import': (url) => `@import url("${url}");`,
};
let styled = 0;

/** The rule for a new element. */
const ruleFor = (win, rule, to) => {
  styled += 1;
  const id = `styled-${styled}`;
  put(win, 'p', { id }, { wait: false }).textContent = 'text';
  return rule(to.url('http'), id);
};

/** Splits where one rule ends and the next one begins. */
const each = (text) => text.split(/(?<=[;}]) (?=[@#])/);
const isReadable = (sheet) => {
  try {
    return sheet.cssRules.length >= 0;
  } catch {
    return false;
  }
};

for (const [name, rule] of Object.entries(rules)) {
  ways[`css ${name}, style element`] = (to, win) => {
    const style = win.document.createElement('style');
    style.textContent = ruleFor(win, rule, to);
    win.document.head.append(style);
  };
  ways[`css ${name}, CSSOM`] = (to, win) => {
    const sheet = [...win.document.styleSheets].find(isReadable);
    // An import stands first.
    for (const text of each(ruleFor(win, rule, to)).reverse()) sheet.insertRule(text, 0);
  };
  ways[`css ${name}, constructed sheet`] = (to, win) => {
    const sheet = new win.CSSStyleSheet();
    sheet.replaceSync(ruleFor(win, rule, to));
    win.document.adoptedStyleSheets.push(sheet);
  };
}

Object.assign(ways, {
  'style attribute': (to, win) => put(win, 'p', { style: `background: url("${to.url('http')}")` }, { wait: false }),
  'style property': (to, win) => {
    put(win, 'p', {}, { wait: false }).style.setProperty('background', `url("${to.url('http')}")`);
  },
  'animated background': (to, win) => {
    const frames = { backgroundImage: ['none', `url("${to.url('http')}")`] };
    put(win, 'p', {}, { wait: false }).animate(frames, { duration: 1_000, iterations: 9 });
  },
  'FontFace API': (to, win) => new win.FontFace('f', `url("${to.url('http')}")`).load(),
});

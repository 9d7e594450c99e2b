import { registerHooks } from 'node:module';

const SPECIFIERS = new Set(['electron', 'electron/main', 'electron/common', 'electron/renderer']);
const KEY = 'stand-in.electron';
const NAME = /^[A-Za-z_$][\w$]*$/;

/** Answers `import … from 'electron'` and `require('electron')` with the one object, by Node's own module hooks. */
export function answerElectron(electron: object): void {
  Reflect.set(globalThis, Symbol.for(KEY), electron);
  const read = `globalThis[Symbol.for('${KEY}')]`;
  const names = Object.keys(electron).filter((name) => NAME.test(name));
  const esm = `const electron = ${read};\nexport default electron;\nexport const { ${names.join(', ')} } = electron;\n`;
  registerHooks({
    resolve(specifier, context, next) {
      if (!SPECIFIERS.has(specifier)) return next(specifier, context);
      const kind = context.conditions.includes('import') ? 'module' : 'commonjs';
      return { url: `stand-in:electron?${kind}`, format: kind, shortCircuit: true };
    },
    load(url, context, next) {
      if (url === 'stand-in:electron?module') return { format: 'module', source: esm, shortCircuit: true };
      if (url === 'stand-in:electron?commonjs') {
        return { format: 'commonjs', source: `module.exports = ${read};`, shortCircuit: true };
      }
      return next(url, context);
    },
  });
}

import { statSync } from 'node:fs';
import path from 'node:path';
import { browser } from './browser.ts';

/** What the preview's own dialog shows. */
export type Question = {
  title: string;
  message: string;
  detail: string;
  buttons: string[];
  defaultButton: number;
  checkbox: string;
  checked: boolean;
  path: { value: string; mustBe: 'folder' | 'file' | 'new' } | null;
};

/** `button` is null when the window was closed instead. */
export type Answer = { button: number | null; checked: boolean; path: string };

const WIDTH = 460;
const HEIGHT = 240;

/** Asks a person, in a plain window of the stand-in's own next to the app's. */
export async function askInWindow(question: Question): Promise<Answer> {
  const running = await browser();
  const target = await running.openTarget({ width: WIDTH, height: HEIGHT, shown: true, context: null });
  const { session } = target;
  await Promise.all([
    session.send('Page.enable', {}),
    session.send('Runtime.enable'),
    session.send('Runtime.addBinding', { name: 'answer' }),
    target.start(),
  ]);
  const { windowId } = await session.send('Browser.getWindowForTarget', { targetId: target.id });
  await session.send('Browser.setWindowBounds', { windowId, bounds: { width: WIDTH, height: HEIGHT } });
  const answered = new Promise<Answer>((resolve) => {
    session.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name !== 'answer') return;
      const answer: Answer = JSON.parse(payload);
      const problem = answer.button === question.defaultButton ? problemWith(answer.path, question.path) : '';
      if (problem === '') resolve(answer);
      else session.send('Runtime.evaluate', { expression: `problem(${JSON.stringify(problem)})` }).catch(() => {});
    });
    session.onDetached(() => resolve({ button: null, checked: question.checked, path: '' }));
  });
  await session.send('Runtime.evaluate', { expression: `(${draw})(${JSON.stringify(question)})` });
  const answer = await answered;
  await running.closeTarget(target.id).catch(() => {});
  return answer;
}

function problemWith(picked: string, asked: Question['path']): string {
  if (asked === null) return '';
  if (!path.isAbsolute(picked)) return 'Write the full path, starting with /.';
  const place = asked.mustBe === 'new' ? path.dirname(picked) : picked;
  const found = statSync(place, { throwIfNoEntry: false });
  if (!found) return `There is no ${place}.`;
  const folder = asked.mustBe !== 'file';
  return found.isDirectory() === folder ? '' : `${place} is ${folder ? 'not ' : ''}a folder.`;
}

function draw(question: Question): void {
  document.title = question.title || question.message;
  const body = document.body;
  body.replaceChildren();
  body.style.cssText = 'font: 14px system-ui, sans-serif; margin: 20px; color: #222; background: #fff';
  const add = <K extends keyof HTMLElementTagNameMap>(tag: K, text: string): HTMLElementTagNameMap[K] => {
    const made = document.createElement(tag);
    made.textContent = text;
    body.append(made);
    return made;
  };
  add('strong', question.message);
  add('p', question.detail).style.whiteSpace = 'pre-wrap';
  const field = question.path ? add('input', '') : null;
  if (field && question.path) {
    field.value = question.path.value;
    field.style.cssText = 'width: 100%; box-sizing: border-box; padding: 4px';
  }
  const problem = add('p', '');
  problem.style.color = '#b00020';
  const box = question.checkbox === '' ? null : document.createElement('input');
  if (box) {
    box.type = 'checkbox';
    box.checked = question.checked;
    add('label', question.checkbox).prepend(box);
  }
  const row = add('p', '');
  question.buttons.forEach((label, index) => {
    const button = document.createElement('button');
    button.textContent = label;
    button.style.cssText = 'margin-right: 8px; padding: 4px 12px';
    button.onclick = () => {
      const send: unknown = Reflect.get(window, 'answer');
      const said = { button: index, checked: box?.checked ?? false, path: field?.value ?? '' };
      if (typeof send === 'function') send(JSON.stringify(said));
    };
    row.append(button);
    if (index === question.defaultButton) (field ?? button).focus();
  });
  Reflect.set(window, 'problem', (text: string) => {
    problem.textContent = text;
  });
}

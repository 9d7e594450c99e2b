import { createRoot } from 'react-dom/client';
import { QuestionPage } from './features/questions/question-page.tsx';
import { ask, getQuestion } from './question-client.ts';

/** Drawn once, with the question in it; nobody sees this window before that. Where it can't be had the page asks again, and says why. */
async function show(root: HTMLElement): Promise<void> {
  const first = await ask(getQuestion);
  createRoot(root).render(<QuestionPage first={first.ok ? first.value : null} />);
}

const root = document.getElementById('root');
if (root) void show(root);

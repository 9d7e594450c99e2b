import { createRoot } from 'react-dom/client';
import { QuestionPage } from './features/questions/question-page.tsx';
import { getQuestion } from './question-client.ts';

/** Drawn once, with the question in it; nobody sees this window before that. */
async function show(root: HTMLElement): Promise<void> {
  createRoot(root).render(<QuestionPage first={await getQuestion()} />);
}

const root = document.getElementById('root');
if (root) void show(root);

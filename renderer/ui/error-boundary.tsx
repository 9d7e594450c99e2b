import { Component, type ReactNode } from 'react';
import * as words from '../../electron/messages/window.ts';
import { Button } from './button.tsx';
import { ErrorDetails } from './error-details.tsx';
import { Note } from './note.tsx';

interface ErrorBoundaryProps {
  /** What is inside, as it is called in a sentence: "The list of keys". */
  readonly what: string;
  readonly children: ReactNode;
}

/**
 * Shows in place of what can't be drawn that it can't; everything around it goes on. Nothing of the error is shown: its
 * words could hold anything.
 */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <div role="alert">
        <Note
          tone="bad"
          icon="stop"
          actions={<Button onClick={() => this.setState({ failed: false })}>{words.trouble.showAgain}</Button>}
        >
          {words.trouble.cantBeShown(this.props.what)}
          <ErrorDetails code="WINDOW_FAILED" />
        </Note>
      </div>
    );
  }
}

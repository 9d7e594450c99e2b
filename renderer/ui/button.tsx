import type { ComponentProps } from 'react';
import { Icon, type IconName } from './icons.tsx';

interface ButtonProps extends ComponentProps<'button'> {
  /** `primary`: the one thing to do next; one in a view. */
  readonly kind?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly icon?: IconName;
  /** Under way: it can't be pressed again, and keeps its place and focus. */
  readonly busy?: boolean;
  /** It can't be pressed yet; unlike a disabled one it keeps the focus that it has. */
  readonly held?: boolean;
}

export function Button(props: ButtonProps) {
  const {
    kind = 'plain',
    icon,
    busy = false,
    held = false,
    className,
    children,
    onMouseDown,
    onClick,
    ...rest
  } = props;
  return (
    <button
      type="button"
      {...rest}
      className={`button button-${kind}${className ? ` ${className}` : ''}`}
      aria-busy={busy || undefined}
      aria-disabled={busy || held || undefined}
      onMouseDown={(event) => {
        // Nor does a click move the focus to it: a key pressed next would press it after all.
        if (held) event.preventDefault();
        else onMouseDown?.(event);
      }}
      onClick={(event) => {
        if (busy || held) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  );
}

interface IconButtonProps extends ComponentProps<'button'> {
  readonly icon: IconName;
  /** Its accessible name and its tooltip. */
  readonly label: string;
  /** The tooltip, where it says more than the name. */
  readonly tip?: string;
}

export function IconButton({ icon, label, tip, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={`icon-button${className ? ` ${className}` : ''}`}
      aria-label={label}
      title={tip ?? label}
    >
      <Icon name={icon} />
    </button>
  );
}

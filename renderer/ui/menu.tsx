import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { IconButton } from './button.tsx';
import { Icon, type IconName } from './icons.tsx';

export interface MenuItem {
  readonly label: string;
  readonly icon: IconName;
  readonly danger?: boolean;
  readonly run: () => void;
}

interface MenuProps {
  /** "More for OpenAI". */
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly tabIndex?: number;
}

/** A button with three dots and its menu; a native popover: Escape and a click elsewhere close it. */
export function Menu({ label, items, tabIndex }: MenuProps) {
  const [open, setOpen] = useState(false);
  const menuId = useId();
  return (
    <span className="menu-place">
      <IconButton
        icon="more"
        label={label}
        tabIndex={tabIndex}
        aria-haspopup="menu"
        aria-expanded={open}
        {...(open ? { 'aria-controls': menuId } : {})}
        onClick={(event) => {
          event.stopPropagation();
          setOpen((before) => !before);
        }}
      />
      {open && <MenuList id={menuId} label={label} items={items} onClose={() => setOpen(false)} />}
    </span>
  );
}

interface MenuListProps {
  readonly id: string;
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly onClose: () => void;
}

function MenuList({ id, label, items, onClose }: MenuListProps) {
  const list = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const element = list.current;
    const button = element?.previousElementSibling;
    if (!element || !(button instanceof HTMLElement)) return;
    element.showPopover();
    const at = button.getBoundingClientRect();
    const below = at.bottom + 4 + element.offsetHeight <= window.innerHeight - 8;
    element.style.top = `${below ? at.bottom + 4 : at.top - 4 - element.offsetHeight}px`;
    element.style.left = `${Math.max(8, at.right - element.offsetWidth)}px`;
    focusItem(element, 0);
    return () => button.focus();
  }, []);

  function onKeyDown(event: KeyboardEvent): void {
    const element = list.current;
    if (!element) return;
    // The view's own keys rest while the menu is open.
    event.stopPropagation();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const focused = [...element.querySelectorAll('button')].findIndex((button) => button.matches(':focus'));
      focusItem(element, focused + step);
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      onClose();
    }
  }

  return (
    <div
      ref={list}
      id={id}
      className="menu"
      role="menu"
      aria-label={label}
      popover="auto"
      tabIndex={-1}
      onToggle={(event) => {
        if (event.newState === 'closed') onClose();
      }}
      onKeyDown={onKeyDown}
    >
      {items.map((item) => (
        <button
          key={item.label}
          type="button"
          role="menuitem"
          tabIndex={-1}
          className={`menu-item${item.danger ? ' menu-item-danger' : ''}`}
          onClick={(event) => {
            event.stopPropagation();
            onClose();
            item.run();
          }}
        >
          <Icon name={item.icon} />
          {item.label}
        </button>
      ))}
    </div>
  );
}

function focusItem(menu: HTMLElement, at: number): void {
  const buttons = [...menu.querySelectorAll('button')];
  buttons.at(((at % buttons.length) + buttons.length) % buttons.length)?.focus();
}

/** Whether a menu is open: the keys of the view behind it rest. */
export function isMenuOpen(): boolean {
  return document.querySelector('[role="menu"]:popover-open') !== null;
}

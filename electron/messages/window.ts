/** The texts of the windows' pages, in the language that they speak: a module by area, so that a page holds those alone that it shows. */

export * from './english/window.ts';

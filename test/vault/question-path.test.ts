import { describe, expect, test } from 'vitest';
import { askedFile, questionPath } from '../../electron/vault/shown-text.ts';

describe('a path in a question', () => {
  test('stands as it is where it is short', () => {
    expect(questionPath('/home/mia/code/shop')).toBe('/home/mia/code/shop');
    expect(questionPath('C:\\Users\\Mia\\shop')).toBe('C:\\Users\\Mia\\shop');
  });

  test('keeps its start and its end where it is long, whole characters at a time', () => {
    const path = `/home/mia/${'🔑'.repeat(300)}/code/shop`;
    const shown = questionPath(path);
    expect(shown).toMatch(/^\/home\/mia\/🔑+…🔑+\/code\/shop$/u);
    expect([...shown]).toHaveLength(160);
  });

  test('has no character that ends a quotation, begins a line or turns the text', () => {
    expect(questionPath('/home/“x”\n\u202ey\u2028z')).toBe("/home/'x'  y z");
    expect(askedFile({ name: 'shop', root: '/a\nb/shop' }, '.env')).toEqual({ file: 'shop/.env', folder: '/a b/shop' });
  });
});

import { complete } from '../../../../support/lying-secret-service.ts';
import {
  answer,
  type Case,
  failed,
  hang,
  item,
  lockAll,
  locked,
  prompting,
  read,
  refuse,
  remove,
  say,
  timeout,
  write,
} from './lying.ts';

/** Lies about what was written, removed or unlocked. */
export const writeLies: readonly Case[] = [
  {
    title: 'an item that was made and is not there',
    at: 'CreateItem',
    lie: say('oo', `${item}9`, '/'),
    act: write,
    code: failed,
  },
  { title: 'an item of another one', at: 'CreateItem', lie: say('oo', item, '/'), act: write, code: failed },
  { title: 'an item at no place', at: 'CreateItem', lie: say('oo', '/', '/'), act: write, code: failed },
  {
    title: 'an item that lost its end',
    at: 'CreateItem',
    lie: (lying) => (call, honest, wire) => {
      const made = honest();
      for (const one of lying.items.values())
        if (one.value.equals(Buffer.from('sk-new'))) one.value = Buffer.from('sk');
      wire.reply(call, made);
    },
    act: write,
    code: failed,
  },
  {
    title: 'an item that was made, and no word of it',
    at: 'CreateItem',
    lie: () => (_call, honest) => void honest(),
    act: write,
    gives: undefined,
  },
  { title: 'an item that was never made, and no word of it', at: 'CreateItem', lie: hang, act: write, code: timeout },
  { title: 'a question before an item, that never ends', at: 'CreateItem', lie: prompting(), act: write, code: failed },
  {
    title: 'a question before an item, that is dismissed',
    at: 'CreateItem',
    lie: prompting((_call, _honest, wire) => complete(wire, answer('bv', true, ['s', '']))),
    act: write,
    code: failed,
  },
  {
    title: 'a question that ends with no item',
    at: 'CreateItem',
    lie: prompting((_call, _honest, wire) => complete(wire, answer('bv', false, ['b', true]))),
    act: write,
    code: failed,
  },
  {
    title: 'a question that ends in other words',
    at: 'CreateItem',
    lie: prompting((_call, _honest, wire) => complete(wire, answer('s', 'done'))),
    act: write,
    code: failed,
  },
  {
    title: 'a stranger’s word that the question ended',
    at: 'CreateItem',
    lie: prompting((_call, _honest, wire) => complete(wire, answer('bv', false, ['o', item]), ':1.66')),
    act: write,
    code: failed,
  },
  {
    title: 'an unlocking that did not happen',
    at: 'Unlock',
    prepare: lockAll,
    lie: () => (call, _honest, wire) => wire.reply(call, answer('aoo', call.body[0], '/')),
    act: read,
    code: failed,
  },
  { title: 'an unlocking that hangs', at: 'Unlock', prepare: lockAll, lie: hang, act: read, code: timeout },
  { title: 'an unlocking that is a number', at: 'Unlock', prepare: lockAll, lie: say('u', 1), act: read, code: failed },
  {
    title: 'a prompt that never ends',
    at: 'Unlock',
    prepare: lockAll,
    lie: prompting(),
    act: read,
    code: locked,
    next: locked,
  },
  {
    title: 'a prompt that is answered, and unlocks nothing',
    at: 'Unlock',
    prepare: lockAll,
    lie: prompting((_call, _honest, wire) => complete(wire, answer('bv', false, ['ao', [item]]))),
    act: read,
    code: failed,
  },
  { title: 'a removal that removes nothing', at: 'Delete', lie: say('o', '/'), act: remove, code: failed },
  {
    title: 'a removal of what it says is gone, and is not',
    at: 'Delete',
    lie: refuse('org.freedesktop.Secret.Error.NoSuchObject'),
    act: remove,
    code: failed,
  },
  {
    title: 'a removal that is agreed to, and removes nothing',
    at: 'Delete',
    lie: prompting((_call, _honest, wire) => complete(wire, answer('bv', false, ['s', '']))),
    act: remove,
    code: failed,
  },
  { title: 'a removal that hangs', at: 'Delete', lie: hang, act: remove, code: timeout },
  { title: 'a removal that asks for ever', at: 'Delete', lie: prompting(), act: remove, code: failed },
];

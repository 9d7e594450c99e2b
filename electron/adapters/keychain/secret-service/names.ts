/** Secret Service API Draft, “D-Bus API Reference”. */
export const secretsName = 'org.freedesktop.secrets';
export const servicePath = '/org/freedesktop/secrets';

export const faces = {
  service: 'org.freedesktop.Secret.Service',
  collection: 'org.freedesktop.Secret.Collection',
  item: 'org.freedesktop.Secret.Item',
  prompt: 'org.freedesktop.Secret.Prompt',
} as const;

/** What stands for no object: no prompt, no collection. */
export const noObject = '/';

/** Attributes of an item. The first two are what versions before this client wrote, and nothing else. */
export const attributeNames = { service: 'service', account: 'username', encoding: 'clavis-encoding' } as const;

import type { Provider } from '../provider.ts';

export const openshift: Provider = {
  id: 'openshift',
  name: 'OpenShift',
  envVars: ['OPENSHIFT_TOKEN', 'OC_TOKEN'],
  hosts: ['openshift.com'],
  keysPage: 'https://console.redhat.com/openshift/token',
  words: ['oc'],
  shapes: [{ pattern: /^sha256~[\w-]{43}$/, label: 'OpenShift user token' }],
};

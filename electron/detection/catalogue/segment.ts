import type { Provider } from '../provider.ts';

export const segment: Provider = {
  id: 'segment',
  name: 'Segment',
  envVars: ['SEGMENT_WRITE_KEY', 'SEGMENT_API_TOKEN', 'SEGMENT_PUBLIC_API_TOKEN'],
  hosts: ['segment.com', 'segment.io'],
  keysPage: 'https://app.segment.com',
  shapes: [
    { pattern: /^sgp_[A-Za-z0-9]{64}$/, label: 'Segment API token', envVar: 'SEGMENT_API_TOKEN' },
    { pattern: /^[\w-]{43}\.[\w-]{43}$/, label: 'Segment API token', envVar: 'SEGMENT_API_TOKEN', needsName: true },
    { pattern: /^[A-Za-z0-9]{32}$/, label: 'Segment write key', needsName: true },
  ],
};

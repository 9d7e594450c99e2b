import { z } from 'zod';
import type { ProviderView } from '../../vault/detection-port.ts';
import { nothing } from './shapes.ts';

const providerView = z.strictObject({
  id: z.string(),
  name: z.string(),
  envVar: z.string(),
}) satisfies z.ZodType<ProviderView>;

export const providerCalls = {
  'providers.list': { input: nothing, result: z.array(providerView) },
} as const;

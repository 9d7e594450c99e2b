import type { Provider } from '../provider.ts';

export const razorpay: Provider = {
  id: 'razorpay',
  name: 'Razorpay',
  envVars: ['RAZORPAY_KEY_SECRET', 'RAZORPAY_SECRET', 'RAZORPAY_KEY_ID'],
  hosts: ['razorpay.com'],
  keysPage: 'https://dashboard.razorpay.com/app/website-app-settings/api-keys',
  shapes: [
    {
      pattern: /^rzp_(?:live|test)_[A-Za-z0-9]{14}$/,
      label: 'Razorpay key id',
      envVar: 'RAZORPAY_KEY_ID',
      isPublic: true,
    },
    { pattern: /^[A-Za-z0-9]{24}$/, label: 'Razorpay key secret', needsName: true },
  ],
};

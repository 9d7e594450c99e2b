import type { Provider } from '../provider.ts';

export const gitlab: Provider = {
  id: 'gitlab',
  name: 'GitLab',
  envVars: [
    'GITLAB_TOKEN',
    'GL_TOKEN',
    'GITLAB_API_TOKEN',
    'GITLAB_ACCESS_TOKEN',
    'GITLAB_PRIVATE_TOKEN',
    'CI_JOB_TOKEN',
    'CI_DEPLOY_PASSWORD',
  ],
  hosts: ['gitlab.com'],
  keysPage: 'https://gitlab.com/-/user_settings/personal_access_tokens',
  shapes: [
    { pattern: /^glpat-[\w.=-]{20,}$/, label: 'GitLab personal token' },
    { pattern: /^glcbt-[\w.-]{20,}$/, label: 'GitLab CI job token', envVar: 'CI_JOB_TOKEN' },
    { pattern: /^glcbt-[A-Za-z0-9]{1,5}_[\w.-]{20,}$/, label: 'GitLab CI job token', envVar: 'CI_JOB_TOKEN' },
    { pattern: /^glrtr?-[\w.-]{20,}$/, label: 'GitLab runner token', envVar: 'RUNNER_TOKEN' },
    { pattern: /^gldt-[\w.-]{20,}$/, label: 'GitLab deploy token', envVar: 'CI_DEPLOY_PASSWORD' },
    { pattern: /^gl(?:ptt|ft|imt|agent|oas|soat|ffct|wt)-[\w.-]{20,}$/, label: 'GitLab token' },
    { pattern: /^gloas-[\w.-]{20,}$/, label: 'GitLab OAuth application secret', envVar: 'GITLAB_CLIENT_SECRET' },
    { pattern: /^GR1348941[\w-]{20,}$/, label: 'GitLab runner registration token', envVar: 'REGISTRATION_TOKEN' },
    { pattern: /^_gitlab_session=[0-9a-z]{32}$/, label: 'GitLab session cookie' },
  ],
};

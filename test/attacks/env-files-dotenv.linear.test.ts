import { testLinearEnvFiles } from './linear-env-files.ts';

testLinearEnvFiles('dotenv');

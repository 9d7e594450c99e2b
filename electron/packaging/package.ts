/** `npm run package`: packs the app for this machine. Its arguments go on to electron-builder. */
import { packageApp } from './package-app.ts';
import { printParts } from './package-parts.ts';
import { packedAppIn } from './packed-app.ts';
import { releaseFolder } from './paths.ts';

const args = process.argv.slice(2);

const code = await packageApp(args);
if (code === 0 && args.includes('--dir')) printParts(packedAppIn(releaseFolder, 'Clavis').resources);
if (code !== 0) console.error('Where Electron can’t be downloaded: npm run packed');
process.exit(code);

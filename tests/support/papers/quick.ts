import type { ChannelFile } from '../../../src/app/ports/channel.js';
import type { StageOptions } from '../../../src/cli/stage/house.js';
import { sharedReading } from '../../../src/cli/stage/reading.js';

/** In place of every paper: what is on it, and that it comes, is proven by tests/played and tests/forms. */
const paper: ChannelFile = { kind: 'file', name: '文件.txt', bytes: Buffer.from('in place of a paper') };

/** For plays that are about something else. */
export const quickPapers: NonNullable<StageOptions['reading']> = (settings) => ({
  ...sharedReading(settings),
  make: () => Promise.resolve([paper]),
});

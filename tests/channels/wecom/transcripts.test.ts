import { describe, expect, it } from 'vitest';
import { openWecomChannel } from '../../../src/channels/wecom/channel.js';
import { entries, faults } from '../../support/branch/ledger.js';
import { atMost } from '../../support/channels/parallel.js';
import { transcriptsIn } from '../../support/transcripts.js';
import { mainJob, playAlone, playThrough, type Spoken } from '../../support/channels/through-channel.js';
import { startWecomService, type WecomService } from '../../support/channels/wecom/wecom-service.js';
import { wecomOptions } from './scene.js';

const transcripts = await transcriptsIn('tests/transcripts');
const files = transcripts.names.filter((name) => mainJob.test(name));

const inTurn = atMost(3);

/** As people do in WeCom: pictures beside text in one mixed message, a file quoted; both in private. */
function say(service: WecomService, { account, group, messageId, text, files: sent }: Spoken): void {
  const said = { from: account, msgid: messageId };
  const [file] = sent;
  if (file === undefined) {
    if (group === null) service.text(said, text);
    else service.text({ ...said, group }, `@机器人 ${text}`);
    return;
  }
  const stored = sent.map((one) => service.files.add(Buffer.from(one.bytes), one.name));
  if (file.kind === 'file')
    service.say(said, {
      msgtype: 'text',
      text: { content: text },
      quote: { msgtype: 'file', file: stored[0] },
    });
  else
    service.say(said, {
      msgtype: 'mixed',
      mixed: {
        msg_item: [
          { msgtype: 'text', text: { content: text } },
          ...stored.map((image) => ({ msgtype: 'image', image })),
        ],
      },
    });
}

describe.concurrent('每个对话经过企业微信,得到同样的分录', () => {
  it.each(files)('%s', (name) =>
    inTurn(async () => {
      const steps = transcripts.steps(name);
      const look = (file: string) => ({ entries: entries(file), faults: faults(file) });
      const service = await startWecomService();
      try {
        const through = await playThrough(
          steps,
          async (clock) => ({
            channel: await openWecomChannel({ ...wecomOptions(service, []), botName: '机器人', clock }),
            groupOf: (branch) => `wr-${branch}`,
            say: (line) => say(service, line),
          }),
          look,
        );
        expect(through).toEqual(await playAlone(steps, transcripts, look));
        expect(service.shown.length).toBeGreaterThan(0);
        expect(service.broken).toEqual([]);
      } finally {
        await service.close();
      }
    }),
  );
});

it('对话不会悄悄一个也没有', () => {
  expect(files.length).toBeGreaterThan(20);
});

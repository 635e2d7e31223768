import { expect } from 'vitest';
import { openWecomChannel } from '../../../src/channels/wecom/channel.js';
import { playAlone, playThrough, stepsOf, type Spoken } from '../../support/channels/through-channel.js';
import { startWecomService, type WecomService } from '../../support/channels/wecom/wecom-service.js';
import { wecomOptions } from './scene.js';

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

/** Plays it over WeCom; it must end in the same ledger as when played alone. */
export async function demandSameLedger(name: string): Promise<void> {
  const service = await startWecomService();
  try {
    const through = await playThrough(stepsOf(name), async (clock) => ({
      channel: await openWecomChannel({ ...wecomOptions(service, []), botName: '机器人', clock }),
      groupOf: (branch) => `wr-${branch}`,
      say: (line) => say(service, line),
    }));
    expect(through).toEqual(await playAlone(name));
    expect(service.shown.length).toBeGreaterThan(0);
    expect(service.broken).toEqual([]);
  } finally {
    await service.close();
  }
}

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { WechatyBuilder } from 'wechaty';
import { openWechatyChannel } from '../../../src/channels/wechaty/channel.js';
import { root } from '../../support/built.js';
import { entries, faults } from '../../support/ledger.js';
import { atMost } from '../../support/parallel.js';
import { parse, playFresh } from '../../support/transcripts.js';
import { mainJob, playThrough, type Spoken } from '../../support/through-channel.js';
import { openWorld, type WechatyWorld } from '../../support/wechaty-world.js';
import { until, wechatyOptions } from './scene.js';

const folder = join(root, 'tests/transcripts');
const files = readdirSync(folder).filter((name) => name.endsWith('.chat') && mainJob.test(name));

const inTurn = atMost(3);
const topic = (branch: string) => `${branch}工作群`;

/** Nicknames by account and groups, as they speak; after a restart they are there as well. */
interface Known {
  readonly people: Map<string, string>;
  readonly groups: Set<string>;
}

function admit(world: WechatyWorld, { people, groups }: Known, { account, nickname, group }: Spoken): void {
  if (!world.knows(account)) world.person(account, nickname);
  people.set(account, nickname);
  if (group !== null && !groups.has(group)) world.room(`${group}@chatroom`, group, ['bot']);
  if (group !== null) groups.add(group);
}

function readmit(world: WechatyWorld, { people, groups }: Known): void {
  for (const [account, nickname] of people) world.person(account, nickname);
  for (const group of groups) world.room(`${group}@chatroom`, group, ['bot']);
}

/**
 * The line that asks for the files of another line, which hold no files in WeChat; null: that line itself does.
 * @returns undefined until the number is known that the bot answers
 */
function opener(text: string, answers: readonly string[]): string | null | undefined {
  const [command = '', activity = '', ...more] = text.split(' ');
  if (text === '' || command === '/材料') return null;
  if (command === '/纪要') return more.length === 0 ? null : `/纪要 ${activity}`;
  const number = /已登记 #(\d+)/u.exec(answers.join('\n'))?.[1];
  return number === undefined ? undefined : `/材料 ${number}`;
}

/**
 * As people do in WeChat: a picture or a file is a message of its own, after `/材料 N` with the number that the bot
 * has answered, or after `/纪要` with the activity alone.
 */
async function say(world: WechatyWorld, known: Known, said: readonly string[], line: Spoken): Promise<void> {
  const { account, group, messageId, text, files: sent } = line;
  admit(world, known, line);
  const from = { from: account, ...(group === null ? {} : { room: `${group}@chatroom` }) };
  const before = said.length;
  const isNew = !world.hasSaid(messageId);
  if (text !== '') world.text({ ...from, id: messageId }, text);
  const asks = () => opener(text, said.slice(before));
  if (sent.length > 0 && asks() !== null) {
    if (isNew) await until(() => asks() !== undefined);
    world.text({ ...from, id: `${messageId}/material` }, asks() ?? '');
  }
  for (const [index, { kind, name, bytes }] of sent.entries())
    world.file(
      { ...from, id: `${messageId}/${index}` },
      kind === 'picture' ? 'Image' : 'Attachment',
      name,
      bytes,
    );
}

describe.concurrent('每个对话经过微信,得到同样的分录', () => {
  it.each(files)('%s', { timeout: 240_000 }, (name) =>
    inTurn(async () => {
      const steps = parse(readFileSync(join(folder, name), 'utf8'));
      const branches = steps.flatMap((step) => (step.kind === 'branch' ? [step.name] : []));
      const look = (file: string) => ({ entries: entries(file), faults: faults(file) });
      const session = mkdtempSync(join(tmpdir(), 'zhibu-session-'));
      const said: string[] = [];
      const known: Known = { people: new Map(), groups: new Set() };
      try {
        let worlds = 0;
        const through = await playThrough(
          steps,
          async () => {
            const world = openWorld();
            worlds += 1;
            const options = wechatyOptions(world, 'process', join(session, String(worlds)), [], []);
            const channel = await openWechatyChannel({
              ...options,
              // Months that pass in one step hold up the process, and with it the answer to any quick question.
              heartbeat: 600_000,
              room: topic(branches[0] ?? ''),
              botName: '机器人',
              bots: () => WechatyBuilder.build({ name: options.session, puppet: world.puppet }),
            });
            readmit(world, known);
            return {
              channel: {
                ...channel,
                // The number of a matter is read off the answer to the line, so that answers must come at once: they would
                // wait for the rate, and for a lease that ends when months pass in one step (tests/delivery tries both).
                capabilities: { ...channel.capabilities, rate: null, idempotentSends: true },
                async start(receive, report) {
                  const started = channel.start(receive, report);
                  await until(() => world.isStarted());
                  world.login();
                  await started;
                },
                async send(message) {
                  if (message.chat.kind === 'private' && !world.knows(message.chat.account))
                    world.person(message.chat.account, message.chat.account);
                  await channel.send(message);
                  said.push(message.text);
                },
              },
              groupOf: topic,
              messagesOf: ({ text, files: sent }) =>
                (text === '' ? 0 : 1) + (sent.length > 0 && opener(text, []) !== null ? 1 : 0) + sent.length,
              say: (line) => say(world, known, said, line),
            };
          },
          look,
        );
        expect(through).toEqual(await playFresh(steps, (_, file) => look(file)));
        expect(said.length).toBeGreaterThan(0);
      } finally {
        rmSync(session, { recursive: true, force: true });
      }
    }),
  );
});

it('对话不会悄悄一个也没有', () => {
  expect(files.length).toBeGreaterThan(20);
});

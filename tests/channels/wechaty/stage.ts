import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { WechatyBuilder } from 'wechaty';
import type { Channel } from '../../../src/app/ports/channel.js';
import { sharedReading } from '../../../src/cli/stage/reading.js';
import { openWechatyChannel } from '../../../src/channels/wechaty/channel.js';
import {
  playAlone,
  playThrough,
  stepsOf,
  type Service,
  type Spoken,
} from '../../support/channels/through-channel.js';
import {
  openGateway,
  openWorld,
  type Gateway,
  type WechatyWorld,
} from '../../support/channels/wechaty/wechaty-world.js';
import { keepEnvironment, until, wechatyOptions, type Way } from './scene.js';

const topic = (branch: string) => `${branch}工作群`;

/** Nicknames and groups by account, in the order of speaking. */
interface Known {
  readonly people: Map<string, string>;
  readonly groups: Set<string>;
}

/** All that was said and heard, across restarts. */
interface Talk {
  readonly known: Known;
  readonly said: string[];
  /** Ids of the messages that the bot has taken. */
  readonly taken: Set<string>;
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
 * The line that asks for another line's files, since a WeChat line holds none; null: the line itself does.
 * @returns undefined until the bot's answer shows the number
 */
function opener(text: string, answers: readonly string[]): string | null | undefined {
  const [command = '', activity = '', ...more] = text.split(' ');
  if (text === '' || command === '/材料') return null;
  if (command === '/纪要') return more.length === 0 ? null : `/纪要 ${activity}`;
  const number = /已登记 #(\d+)/u.exec(answers.join('\n'))?.[1];
  return number === undefined ? undefined : `/材料 ${number}`;
}

/**
 * As people do in WeChat: a picture or a file is a message of its own, after `/材料 N` with the number from the bot's
 * answer, or after `/纪要` with the activity alone. Each waits until the bot has taken the one before.
 */
async function say(world: WechatyWorld, { known, said, taken }: Talk, line: Spoken): Promise<void> {
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
    await until(() => taken.has(`${messageId}/material`));
  } else if (sent.length > 0 && text !== '') await until(() => taken.has(messageId));
  for (const [index, { kind, name, bytes }] of sent.entries())
    world.file(
      { ...from, id: `${messageId}/${index}` },
      kind === 'picture' ? 'Image' : 'Attachment',
      name,
      bytes,
    );
}

function stageOf(world: WechatyWorld, channel: Channel, talk: Talk): Service {
  return {
    channel: {
      ...channel,
      // The answer shows the matter's number, so it must come at once: no rate limit, and no lease that ends when
      // months pass in one step (tests/delivery covers both).
      capabilities: { ...channel.capabilities, rate: null, idempotentSends: true },
      async start(receive, report) {
        const started = channel.start(async (message) => {
          await receive(message);
          talk.taken.add(message.messageId);
        }, report);
        await until(() => world.isStarted());
        if (!world.puppet.isLoggedIn) world.login();
        await started;
      },
      async send(message) {
        if (message.chat.kind === 'private' && !world.knows(message.chat.account))
          world.person(message.chat.account, message.chat.account);
        await channel.send(message);
        talk.said.push(message.text);
      },
    },
    groupOf: topic,
    messagesOf: ({ text, files: sent }) =>
      (text === '' ? 0 : 1) + (sent.length > 0 && opener(text, []) !== null ? 1 : 0) + sent.length,
    say: (line) => say(world, talk, line),
  };
}

/** Plays it over WeChat; it must end in the same ledger as when played alone. */
export async function demandSameLedger(name: string, way: Way): Promise<void> {
  const steps = stepsOf(name);
  const [branch = ''] = steps.flatMap((step) => (step.kind === 'branch' ? [step.name] : []));
  const session = mkdtempSync(join(tmpdir(), 'zhibu-session-'));
  const talk: Talk = { known: { people: new Map(), groups: new Set() }, said: [], taken: new Set() };
  const restore = keepEnvironment();
  let world: WechatyWorld | undefined;
  let gateway: Gateway | undefined;
  let starts = 0;
  try {
    const played = playThrough(
      steps,
      async () => {
        starts += 1;
        // A gateway survives a restart of the bot; a puppet in the bot's process does not.
        if (world === undefined || way === 'process') {
          world = openWorld();
          readmit(world, talk.known);
        }
        if (way === 'gateway') gateway ??= await openGateway(world);
        Object.assign(process.env, gateway?.settings);
        const options = wechatyOptions(world, way, join(session, String(starts)), [], []);
        const { puppet } = world;
        const bots = () => WechatyBuilder.build({ name: options.session, puppet });
        const channel = await openWechatyChannel({
          ...options,
          room: topic(branch),
          botName: '机器人',
          ...(way === 'process' ? { bots } : {}),
        });
        return stageOf(world, channel, talk);
      },
      // Over the wire go real papers.
      way === 'gateway' ? sharedReading : undefined,
    );
    const [through, alone] = await Promise.all([played, playAlone(name)]);
    expect(through).toEqual(alone);
    expect(talk.said.length).toBeGreaterThan(0);
    // Proves that it went over the wire.
    if (gateway !== undefined) expect(gateway.line.passed()).toBeGreaterThan(0);
  } finally {
    await gateway?.close();
    if (gateway !== undefined) await world?.close();
    restore();
    rmSync(session, { recursive: true, force: true });
  }
}

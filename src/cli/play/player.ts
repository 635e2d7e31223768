import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Founder } from '../../app/roster/found.js';
import type { Rulebook } from '../../domain/rulebook/schema.js';
import { startBotProcess, type BotProcess, type Said } from './process.js';
import type { Order } from './protocol.js';
import type { ScenePerson, Step } from './transcript.js';

/** A line of the transcript, and what the bot really said after it. */
export interface Played {
  readonly step: Step;
  readonly said: readonly Said[];
}

export interface PlayOptions {
  readonly databaseFile: string;
  readonly rulebookFile: string;
  readonly rulebook: Rulebook;
  /** Where the transcript lies: a file of that name beside it is what `[文件:名称]` sends. */
  readonly folder?: string;
  readonly onPlayed: (played: Played) => void;
}

interface Actor {
  readonly account: string;
  readonly branch: string;
}

/** Until a transcript sets its clock. */
const defaultTime = '2026-11-23T09:00:00';

/** Plays the steps one after another; each waits until the bot has nothing more to say. */
export async function play(steps: readonly Step[], options: PlayOptions): Promise<void> {
  const scene = createScene(options.rulebook, steps, options.folder);
  const delivered = new Set<string>();
  let said: Said[] = [];
  let now = scene.firstTime;
  let started = false;
  let opened = false;
  const start = () =>
    startBotProcess({
      ...options,
      now,
      onSaid: (message) => {
        if (delivered.has(message.key)) return;
        delivered.add(message.key);
        said.push(message);
      },
    });
  let bot: BotProcess = await start();
  // A used database has handled more than any earlier run found there, so that no message id comes twice.
  const run = bot.handled;
  let messages = 0;
  let last: Extract<Order, { order: 'hear' }> | undefined;
  try {
    for (const step of steps) {
      if (opened) said = [];
      switch (step.kind) {
        case 'say':
          messages += 1;
          last = scene.hear(step, `${run}/m${messages}`);
          await bot.tell(last);
          break;
        case 'again':
          if (last !== undefined) await bot.tell(last);
          break;
        case 'restart':
          await bot.kill();
          bot = await start();
          break;
        case 'time':
          now = step.at;
          await bot.tell({ order: 'time', at: step.at, run: started });
          started = true;
          break;
        case 'branch':
        case 'person':
          for (const order of scene.declare(step, `${run}/${scene.declared()}`, started ? now : undefined))
            await bot.tell(order);
          break;
        case 'text':
        case 'expect':
          break;
      }
      // What a used database catches up at start is shown once the scene is set.
      opened ||= !setsScene(step);
      options.onPlayed({ step, said: opened ? said : [] });
    }
  } finally {
    await bot.kill();
  }
}

function setsScene({ kind }: Step): boolean {
  return kind === 'branch' || kind === 'person' || kind === 'text';
}

/** What lies beside the transcript under this very name; most attachments are only named. */
function besideTranscript(folder: string | undefined, name: string): Buffer | undefined {
  if (folder === undefined || basename(name) !== name) return undefined;
  const file = join(folder, name);
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true ? readFileSync(file) : undefined;
}

/** Who speaks from which account in which branch. */
export function createScene(rulebook: Rulebook, steps: readonly Step[], folder: string | undefined) {
  const actors = new Map<string, Actor>();
  const branches: string[] = [];
  const overseers: Founder[] = [];
  let branch = '';
  let count = 0;
  const firstTime = steps.find((step) => step.kind === 'time')?.at ?? defaultTime;
  const beforeThatYear = `${Number(firstTime.slice(0, 4)) - 1}-01-01`;

  const founder = (person: ScenePerson, joinedOn: string): Founder => {
    const taken = actors.get(person.name)?.branch === branch;
    const account = taken && person.category !== null ? `${person.name}(${person.category})` : person.name;
    actors.set(account, { account, branch });
    return {
      name: person.name,
      kind: person.kind,
      category: person.probationary
        ? rulebook.membership.probationary.category
        : (rulebook.categories.find(({ label }) => label === person.category)?.id ?? null),
      probationary: person.probationary,
      group: null,
      joinedOn,
      partyJoinedOn: null,
      phone: null,
      offices: person.offices as Founder['offices'],
      account: person.bound ? { channel: 'play', account } : null,
    };
  };

  return {
    firstTime,
    declared: () => (count += 1),
    declare(
      step: Extract<Step, { kind: 'branch' | 'person' }>,
      key: string,
      now: string | undefined,
    ): readonly Order[] {
      if (step.kind === 'branch') {
        branch = step.name;
        const known = branches.includes(branch);
        if (!known) branches.push(branch);
        return [{ order: 'found', branch, people: known ? [] : overseers, key }];
      }
      const person = founder(step.person, now?.slice(0, 10) ?? beforeThatYear);
      const above = person.kind === 'superior' || person.kind === 'inspector';
      if (above) overseers.push(person);
      // A superior declared before the first branch joins each branch when it is declared.
      const where = above ? branches : [branch];
      return where.map((name) => ({ order: 'found', branch: name, people: [person], key }));
    },
    hear(step: Extract<Step, { kind: 'say' }>, messageId: string): Extract<Order, { order: 'hear' }> {
      const actor = actors.get(step.speaker) ?? { account: step.speaker, branch };
      const files = step.files.map(({ kind, name }) => ({
        kind,
        name,
        base64: (besideTranscript(folder, name) ?? Buffer.from(`${kind} ${name}`)).toString('base64'),
      }));
      return {
        order: 'hear',
        branch: step.inPrivate ? null : actor.branch,
        account: actor.account,
        nickname: step.speaker,
        messageId,
        text: step.text,
        files,
      };
    },
  };
}

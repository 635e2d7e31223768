import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Founder } from '../../app/roster/found.js';
import type { Inbound } from '../../app/ports/channel.js';
import type { Rulebook } from '../../domain/rulebook/schema.js';
import { founder } from '../stage/founder.js';
import type { Order, PlayedBot, Said } from './orders.js';
import type { ScenePerson, Step } from './transcript.js';

/** A line of the transcript, and the bot's real answer. */
export interface Played {
  readonly step: Step;
  readonly said: readonly Said[];
}

export interface PlayOptions {
  readonly rulebook: Rulebook;
  /** The transcript's folder: `[文件:名称]` sends the file of that name, if there is one. */
  readonly folder?: string;
  /** Opens the bot; `onSaid` hears everything that it says, even after a restart. */
  readonly open: (now: string, onSaid: (said: Said) => void) => Promise<PlayedBot>;
  readonly onPlayed: (played: Played) => void;
}

interface Actor {
  readonly account: string;
  readonly branch: string;
}

/** Until a transcript sets its clock. */
const defaultTime = '2026-11-23T09:00:00';

/** Plays the steps one by one; each waits until the bot has nothing more to say. */
export async function play(steps: readonly Step[], options: PlayOptions): Promise<void> {
  const scene = createScene(options.rulebook, steps, options.folder);
  const delivered = new Set<string>();
  let said: Said[] = [];
  let now = scene.firstTime;
  let started = false;
  let opened = false;
  const bot = await options.open(now, (message) => {
    if (delivered.has(message.key)) return;
    delivered.add(message.key);
    said.push(message);
  });
  let messages = 0;
  let last: Order | undefined;
  const take = async (step: Step): Promise<void> => {
    switch (step.kind) {
      case 'say':
        messages += 1;
        // A used database has handled more messages than any earlier run found there, so no id repeats.
        last = { order: 'hear', message: scene.hear(step, `${bot.handled}/m${messages}`) };
        return bot.tell(last);
      case 'again':
        return last === undefined ? undefined : bot.tell(last);
      case 'restart':
        return bot.restart(now);
      case 'time': {
        now = step.at;
        const run = started;
        started = true;
        return bot.tell({ order: 'time', at: step.at, run });
      }
      case 'branch':
      case 'person':
        for (const order of scene.declare(step, started ? now : undefined)) await bot.tell(order);
        return;
      case 'text':
      case 'expect':
        return;
    }
  };
  try {
    for (const step of steps) {
      if (opened) said = [];
      await take(step);
      // Show what a used database catches up on only once the scene is set.
      opened ||= !setsScene(step);
      options.onPlayed({ step, said: opened ? said : [] });
    }
  } finally {
    await bot.close();
  }
}

function setsScene({ kind }: Step): boolean {
  return kind === 'branch' || kind === 'person' || kind === 'text';
}

/** The file of this very name beside the transcript; most attachments are only named. */
function besideTranscript(folder: string | undefined, name: string): Buffer | undefined {
  if (folder === undefined || basename(name) !== name) return undefined;
  const file = join(folder, name);
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true ? readFileSync(file) : undefined;
}

function createScene(rulebook: Rulebook, steps: readonly Step[], folder: string | undefined) {
  const actors = new Map<string, Actor>();
  const branches: string[] = [];
  const overseers: Founder[] = [];
  let branch = '';
  const firstTime = steps.find((step) => step.kind === 'time')?.at ?? defaultTime;
  const beforeThatYear = `${Number(firstTime.slice(0, 4)) - 1}-01-01`;

  const inScene = (person: ScenePerson, joinedOn: string): Founder => {
    const taken = actors.get(person.name)?.branch === branch;
    const account = taken && person.category !== null ? `${person.name}(${person.category})` : person.name;
    actors.set(account, { account, branch });
    return founder(person.name, {
      kind: person.kind,
      category: person.probationary
        ? rulebook.membership.probationary.category
        : (rulebook.categories.find(({ label }) => label === person.category)?.id ?? null),
      probationary: person.probationary,
      joinedOn,
      offices: person.offices as Founder['offices'],
      account: person.bound ? { channel: '', account } : null,
    });
  };

  return {
    firstTime,
    declare(
      step: Extract<Step, { kind: 'branch' | 'person' }>,
      now: string | undefined,
    ): readonly Extract<Order, { order: 'found' }>[] {
      if (step.kind === 'branch') {
        branch = step.name;
        const known = branches.includes(branch);
        if (!known) branches.push(branch);
        return [{ order: 'found', branch, people: known ? [] : overseers }];
      }
      const person = inScene(step.person, now?.slice(0, 10) ?? beforeThatYear);
      const above = person.kind === 'superior' || person.kind === 'inspector';
      if (above) overseers.push(person);
      // A superior declared before the first branch joins each branch when it is declared.
      const where = above ? branches : [branch];
      return where.map((name) => ({ order: 'found', branch: name, people: [person] }));
    },
    hear(step: Extract<Step, { kind: 'say' }>, messageId: string): Inbound {
      const { account, branch: home } = actors.get(step.speaker) ?? { account: step.speaker, branch };
      return {
        chat: step.inPrivate ? { kind: 'private', account } : { kind: 'group', id: home },
        account,
        nickname: step.speaker,
        messageId,
        text: step.text,
        files: step.files.map(({ kind, name }) => ({
          kind,
          name,
          bytes: besideTranscript(folder, name) ?? Buffer.from(`${kind} ${name}`),
        })),
      };
    },
  };
}

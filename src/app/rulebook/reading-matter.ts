import { z } from 'zod';
import { superiors } from '../../domain/branch/people.js';
import { put } from '../../domain/branch/rows.js';
import { openMatter } from '../../domain/matters/open-matter.js';
import { settingNames, settings, type SettingValue } from '../../domain/rulebook/settings.js';
import { settingOf } from '../../domain/rulebook/readings.js';
import type { ReadingMatter } from '../../domain/rulings/rows.js';
import { announceReady, seatOf } from '../matters/announce.js';
import type { Effect, Kind } from '../matters/kind.js';
import { here, toGroup, toPerson } from '../reply.js';
import { done, refuse, useCase, type ActorContext } from '../use-case.js';

const values: readonly SettingValue[] = [...new Set(Object.values(settings).flat())];

/** `/细则 公示方式 公示栏`, `/细则 签到 关`: another reading from the ruling on; an officer who did not ask for it rules. */
export const proposeReading = useCase({
  name: 'rulebook.reading',
  who: ['recorder', 'secretary', 'deputySecretary'],
  place: 'anywhere',
  input: z
    .strictObject({ setting: z.enum(settingNames), value: z.enum(values) })
    .refine(({ setting, value }) => isOneOf(settings[setting], value)),
  run: (context, { setting, value: to }) => {
    const { facts, rulebook, actor, now } = context;
    const from = settingOf(rulebook, setting);
    const waiting = facts.open().find((matter) => matter.kind === 'reading' && matter.setting === setting);
    if (waiting !== undefined) return refuse('rulebook.readingWaits', { setting, number: waiting.number });
    if (from === to) return refuse('rulebook.readingAlready', { setting, to });
    const matter: ReadingMatter = {
      ...openMatter(facts, now, { subject: actor.id, proposer: actor.id }),
      kind: 'reading',
      setting,
      from,
      to,
    };
    const changes = [put('matter', matter)];
    const after = facts.with(changes);
    const { number } = matter;
    return done({
      changes,
      ids: [number],
      replies: [
        here('rulebook.readingProposed', { number, setting, from, to, seat: seatOf(after, matter) }),
        ...announceReady({ ...context, facts: after }, matter),
      ],
    });
  },
});

function isOneOf(known: readonly SettingValue[], value: SettingValue): boolean {
  return known.includes(value);
}

export const reading: Kind<ReadingMatter> = {
  card: (_, { setting, from, to }) => ({ kind: 'reading', setting, from, to }),
  carryOut: settle,
  correction: { refusal: 'correctOther' },
  goesWithOthers: () => false,
};

function settle({ facts, actor, now, place }: ActorContext, matter: ReadingMatter): Effect {
  const { number, setting, from, to } = matter;
  const told = { number, setting, from, to };
  const no = facts.next('reading');
  return {
    changes: [put('reading', { no, setting, value: to, matter: number, adoptedAt: now })],
    result: { kind: 'settled', number, setting, to },
    replies: [
      ...(setting === 'publication' ? superiors(facts) : [])
        .filter((superior) => superior.id !== actor.id)
        .map(({ id }) => toPerson(id, 'rulebook.readingAbove', { ...told, branch: facts.branch.name })),
      // What concerns all is announced; a ruling in the group has already said it there.
      ...(place === 'private' && (setting === 'publication' || setting === 'checkIn')
        ? [toGroup('rulebook.readingSettled', told)]
        : []),
    ],
  };
}

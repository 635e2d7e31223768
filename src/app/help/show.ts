import { z } from 'zod';
import type { Who } from '../who.js';
import { here, toSpeaker } from '../reply.js';
import { done, openUseCase, useCase, type Context } from '../use-case.js';
import { dateOf, yearOf } from '../../domain/period/civil.js';
import type { Facts } from '../../domain/branch/facts.js';
import { isWording } from '../../domain/rulebook/adopted.js';
import { refById } from '../../domain/branch/people.js';
import { settingNames } from '../../domain/rulebook/settings.js';
import { historyOf, settingOf } from '../../domain/rulebook/readings.js';
import { rulebookTopics, type RulebookOrigin, type SettledSetting, type Settlement } from './says.js';

const row = z.strictObject({ subject: z.string(), name: z.string(), summary: z.string() });
const page = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('overview'), rows: z.array(row) }),
  z.strictObject({
    kind: z.literal('command'),
    summary: z.string(),
    aliases: z.array(z.string()),
    usages: z.array(z.string()),
    examples: z.array(z.string()),
    who: z.array(z.strictObject({ who: z.custom<Who>(), steps: z.array(z.string()) })),
    note: z.string().nullable(),
  }),
  z.strictObject({ kind: z.literal('unknown'), typed: z.string() }),
]);
export type HelpPage = z.infer<typeof page>;

/** `/帮助 [命令]`. What there is comes from the command declarations (chat/help.ts). */
export const showHelp = openUseCase({
  name: 'help.show',
  who: 'strangers',
  place: 'anywhere',
  input: page,
  run: ({ actor, place }, shown) => {
    switch (shown.kind) {
      case 'overview': {
        const facts = { rows: shown.rows, stranger: actor === null };
        // The list is long, and everybody's is another.
        const reply = place === 'group' ? toSpeaker('help.overview', facts) : here('help.overview', facts);
        return done({ replies: [reply] });
      }
      case 'command': {
        const { summary, aliases, usages, examples, who, note } = shown;
        return done({
          replies: [here('help.command', { summary, aliases, usages, examples, who, note })],
        });
      }
      case 'unknown':
        return done({ replies: [here('help.unknownCommand', { typed: shown.typed })] });
    }
  },
});

/** `/细则 [项号]`: the items and the readings in force, as the rulebook has them, and where it comes from. */
export const showRulebook = useCase({
  name: 'help.rulebook',
  who: 'everybody',
  place: 'anywhere',
  input: z.strictObject({ item: z.int().nullable(), topic: z.enum(rulebookTopics).nullable() }),
  run: (context, { item, topic }) => {
    if (topic === 'settings')
      return done({ replies: [here('help.settings', { settled: settledOf(context) })] });
    if (topic !== null) return done({ replies: [here('help.topic', { topic })] });
    if (item !== null) return done({ replies: [here('help.item', { item })] });
    return done({ replies: [here('help.rulebook', originOf(context))] });
  },
});

/** Since when the one in force holds, and the one that will follow it. */
function originOf(context: Context): RulebookOrigin {
  const { facts, today } = context;
  const year = yearOf(today);
  const rules = facts.all('rulebook').filter((row) => !isWording(row));
  const inForce = rules.filter(({ fromYear }) => fromYear <= year).at(-1) ?? rules.at(0);
  const next = rules.find(({ fromYear }) => fromYear > year);
  return {
    fromYear: inForce === undefined || inForce.fromYear === 0 ? null : inForce.fromYear,
    meetingOn: inForce?.meetingOn ?? null,
    settled: settledOf(context),
    worded: facts
      .all('rulebook')
      .filter(isWording)
      .flatMap(({ matter, adoptedAt }) => (matter === null ? [] : settlement(facts, matter, adoptedAt))),
    next: next === undefined ? null : { version: next.version, fromYear: next.fromYear },
  };
}

function settledOf({ facts, rulebook }: Context): readonly SettledSetting[] {
  // Of what is off and seldom wanted nobody has to read.
  const told = settingNames.filter((setting) => setting !== 'plainModel' || rulebook.plainWords.model);
  return told.map((setting) => ({
    setting,
    value: settingOf(rulebook, setting),
    history: historyOf(facts, setting).map(({ value, matter, adoptedAt }) => ({
      value,
      ...settlement(facts, matter, adoptedAt),
    })),
  }));
}

function settlement(facts: Facts, matter: number, at: string): Settlement {
  const ruling = facts.get('ruling', matter);
  return { matter, on: dateOf(at), ruler: ruling === undefined ? null : refById(facts, ruling.ruler) };
}

import { z } from 'zod';
import type { Who } from '../who.js';
import { here, toSpeaker } from '../reply.js';
import { done, openUseCase } from '../use-case.js';

const row = z.strictObject({ subject: z.string(), name: z.string(), summary: z.string() });
const page = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('overview'), rows: z.array(row) }),
  z.strictObject({
    kind: z.literal('command'),
    summary: z.string(),
    aliases: z.array(z.string()),
    usages: z.array(z.string()),
    examples: z.array(z.string()),
    who: z.array(z.custom<Who>()),
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

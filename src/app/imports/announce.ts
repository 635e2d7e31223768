import type { Looking } from '../matters/kind.js';
import { z } from 'zod';
import type { Facts } from '../../domain/branch/facts.js';
import { refById } from '../../domain/branch/people.js';
import { keepPrivate } from '../../domain/private.js';
import { accountsOf } from '../../domain/roster/accounts.js';
import { fileOfMatter } from '../../domain/matters/kinds.js';
import type { Matter } from '../../domain/rulings/rows.js';
import { firstInLine, hearing, tellRuler } from '../matters/announce.js';
import { toPerson, type Reply } from '../reply.js';
import { done, openUseCase } from '../use-case.js';

/** More cards than this are one sentence that points to `/待办`. */
const mostCards = 3;

/**
 * Tells of an import once: the one in whose name it was made, the subjects of deductions, and those who rule. A table of
 * a year has hundreds of lines, so that the ruler gets one letter.
 */
export const announceImport = openUseCase({
  name: 'imports.announce',
  who: 'clock',
  place: 'anywhere',
  input: z.strictObject({ numbers: z.array(z.int()) }),
  run: (context, { numbers }) => {
    const { facts } = context;
    const matters = numbers.flatMap((number) => facts.get('matter', number) ?? []);
    const open = matters.filter(({ state }) => state === 'open');
    const [first] = matters;
    if (first === undefined) return done({ replies: [] });
    const file = keepPrivate(fileName(facts, first));
    return done({
      ids: numbers,
      replies: [
        toPerson(first.proposer, 'imports.registered', { file, numbers: keepPrivate(numbers) }),
        ...open.flatMap((matter) => hearing(context, matter)),
        ...tellRulers(context, open),
      ],
    });
  },
});

function fileName(facts: Facts, matter: Matter): string {
  const file = fileOfMatter(matter);
  return file === undefined ? '' : (facts.get('file', file)?.name ?? '');
}

function tellRulers(looking: Looking, open: readonly Matter[]): readonly Reply[] {
  const { facts } = looking;
  const reached = (matter: Matter) =>
    firstInLine(facts, matter).filter(({ id }) => accountsOf(facts, id).length > 0);
  const [stranded] = open.filter((matter) => reached(matter).length === 0);
  const rulers = new Map<number, Matter[]>();
  for (const matter of open)
    for (const { id } of reached(matter)) rulers.set(id, [...(rulers.get(id) ?? []), matter]);
  return [
    ...[...rulers].flatMap(([ruler, matters]) => tell(looking, ruler, matters)),
    // One sentence is enough to say who has no account yet.
    ...(stranded === undefined ? [] : tellRuler(looking, stranded)),
  ];
}

function tell(looking: Looking, ruler: number, matters: readonly Matter[]): readonly Reply[] {
  const { facts } = looking;
  const [first] = matters;
  if (first === undefined) return [];
  if (matters.length <= mostCards)
    return matters.flatMap((matter) => tellRuler(looking, matter)).filter(({ to }) => to === ruler);
  return [
    toPerson(ruler, 'imports.waiting', {
      file: keepPrivate(fileName(facts, first)),
      proposer: refById(facts, first.proposer),
      numbers: keepPrivate(matters.map(({ number }) => number)),
    }),
  ];
}

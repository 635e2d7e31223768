import { bonusItems, deductionItems, type Chosen } from '../acts.js';
import { mayRule } from '../judging/judge.js';
import {
  holderOf,
  isComplete,
  isDecided,
  personOf,
  standing,
  yearOfMatter,
  type Book,
  type Matter,
  type Person,
} from '../book.js';
import { addDays, dateOf, lastDayOf, monthOf, quarterOf, yearOf } from '../calendar.js';
import type { Chance } from '../chance.js';
import { announce, cancel, close, giveUp, leave, roll, signIn } from './attendance.js';
import { keepSecret, members, placeOf as place, type Choosing } from './choosing.js';
import { chooseYearStep } from './year.js';
import { otherLines } from '../other-lines.js';

/** What somebody of the branch does next: mostly what is their turn, now and then what is not theirs. */
export function choose(book: Book, chance: Chance, now: string): Chosen {
  const choosing = {
    book,
    chance,
    now,
    secret: (audience: 'private' | readonly number[]) => keepSecret(book, audience),
  };
  const duty = chance.happens(0.9)
    ? (duesOf(choosing) ?? chooseYearStep(book, chance, now) ?? holdOf(choosing))
    : undefined;
  if (duty !== undefined) return duty;
  for (let tries = 0; tries < 4; tries += 1) {
    const chosen = chance.pick(ways)(choosing);
    if (chosen !== undefined) return chosen;
  }
  return other(choosing);
}

type Way = (choosing: Choosing) => Chosen | undefined;

const ways: readonly Way[] = [
  ...[propose, propose, propose, claim, witness, witness, material, material],
  ...[statement, ruling, ruling, ruling, ruling, ruling, withdraw, correct, object, answer, answer],
  ...[
    announce,
    announce,
    leave,
    leave,
    roll,
    roll,
    close,
    close,
    giveUp,
    cancel,
    signIn,
    other,
    other,
    other,
  ],
];

const scored = (book: Book): readonly Person[] => book.people.filter((person) => person.scored);

/** Open, and of a year that is not decided yet. */
function open(book: Book, kinds: readonly Matter['kind'][]): readonly Matter[] {
  return book.matters.filter((matter) => matter.state === 'open' && kinds.includes(matter.kind));
}

function propose({ book, chance, secret }: Choosing): Chosen {
  const side = chance.happens(0.6) ? 'bonus' : 'deduction';
  const who = holderOf(book, chance.pick(['recorder', 'recorder', 'secretary', 'deputy'] as const));
  const subject = chance.pick(chance.happens(0.95) ? scored(book) : members(book));
  const plain = book.people.filter(({ offices, kind }) => offices.length === 0 && kind !== 'superior');
  const from = chance.happens(0.9) ? plain.filter((one) => one !== subject) : book.people;
  const witnesses = chance.happens(0.5) ? chance.some(from, 2).map(({ id }) => id) : [];
  const item = chance.pick(side === 'bonus' ? bonusItems : deductionItems);
  const audience = side === 'bonus' ? 'private' : [subject.id, ...witnesses];
  const act = {
    do: 'propose',
    side,
    subject: subject.id,
    item,
    witnesses,
    secret: secret(audience),
  } as const;
  return { who, place: place(chance), act };
}

function claim({ book, chance, secret }: Choosing): Chosen {
  const act = { do: 'claim', item: chance.pick(bonusItems), secret: secret('private') } as const;
  return { who: chance.pick(scored(book)), place: place(chance), act };
}

function witness({ book, chance }: Choosing): Chosen | undefined {
  const waiting = open(book, ['bonus', 'deduction']).filter((matter) => !isComplete(matter));
  if (waiting.length === 0) return undefined;
  const { number, named, kind } = chance.pick(waiting);
  const asked = named.length > 0 && (kind === 'deduction' || chance.happens(0.7));
  const who = chance.happens(0.9) && asked ? personOf(book, chance.pick(named)) : chance.pick(book.people);
  return { who, place: place(chance), act: { do: 'witness', number } };
}

function material({ book, chance }: Choosing): Chosen | undefined {
  const waiting = open(book, ['bonus', 'deduction']).filter((matter) => !isComplete(matter));
  if (waiting.length === 0) return undefined;
  const { number, proposer } = chance.pick(waiting);
  const who = chance.happens(0.9) ? personOf(book, proposer) : chance.pick(members(book));
  return { who, place: 'private', act: { do: 'material', number } };
}

function statement({ book, chance, secret }: Choosing): Chosen | undefined {
  const told = open(book, ['deduction']).filter((matter) => isComplete(matter) && !matter.answered);
  if (told.length === 0) return undefined;
  const { number, subject } = chance.pick(told);
  const who = chance.happens(0.9) ? personOf(book, subject) : chance.pick(members(book));
  return { who, place: 'private', act: { do: 'statement', number, secret: secret([who.id]) } };
}

/** Mostly by who may; else by anybody, who must be refused. */
function ruling({ book, chance, secret }: Choosing): Chosen | undefined {
  const waiting = open(book, ['bonus', 'deduction', 'leave', 'correction']).filter(
    (matter) => !isDecided(book, yearOfMatter(book, matter) ?? 0),
  );
  if (waiting.length === 0) return undefined;
  const matter = chance.pick(waiting);
  const may = book.people.filter((one) => mayRule(book, matter, one));
  const who = chance.happens(0.85) && may.length > 0 ? chance.pick(may) : chance.pick(book.people);
  const { number, subject, proposer, kind } = matter;
  if (chance.happens(0.2)) {
    const audience = [subject, proposer, ...matter.witnesses, ...matter.named];
    return { who, place: place(chance), act: { do: 'reject', number, secret: secret(audience) } };
  }
  const more = chance.happens(0.3) ? chance.some(waiting, 2).map((one) => one.number) : [];
  const numbers = [...new Set([number, ...more])];
  return {
    who,
    place: place(chance),
    act: { do: 'confirm', numbers, heard: kind === 'deduction' && chance.happens(0.6) },
  };
}

function withdraw({ book, chance }: Choosing): Chosen | undefined {
  const waiting = open(book, ['bonus', 'deduction', 'correction', 'objection']);
  if (waiting.length === 0) return undefined;
  const { number, proposer, witnesses, kind } = chance.pick(waiting);
  const other = chance.pick(book.people);
  // A witness would take back the testimony.
  const who = chance.happens(0.8) || witnesses.has(other.id) ? personOf(book, proposer) : other;
  return { who, place: kind === 'objection' ? 'private' : place(chance), act: { do: 'withdraw', number } };
}

/** By hand only what people proposed: what a register drafted is put right in the register. */
function posted(book: Book): readonly Matter[] {
  return book.matters.filter(
    (matter) =>
      !matter.drafted &&
      (matter.kind === 'bonus' || matter.kind === 'deduction') &&
      !isDecided(book, yearOfMatter(book, matter) ?? 0) &&
      standing(book, matter.number) !== undefined,
  );
}

function correct({ book, chance, secret }: Choosing): Chosen | undefined {
  const targets = posted(book);
  if (targets.length === 0) return undefined;
  const { number, subject } = chance.pick(targets);
  const who = chance.happens(0.8) ? holderOf(book, 'recorder') : chance.pick(members(book));
  if (who.id === subject) return undefined;
  return { who, place: place(chance), act: { do: 'correct', number, secret: secret([subject]) } };
}

function object({ book, chance, secret }: Choosing): Chosen | undefined {
  const targets = posted(book);
  if (targets.length === 0) return undefined;
  const { number, subject, kind, item } = chance.pick(targets);
  const plain = book.people.filter(({ offices, kind: as }) => offices.length === 0 && as !== 'superior');
  // Publications show of item 10 only the points: it is nobody else's to know.
  const isOwn = kind === 'deduction' || item === 10;
  const who = isOwn ? personOf(book, subject) : chance.pick(plain);
  return { who, place: 'private', act: { do: 'object', number, secret: secret([who.id]) } };
}

function answer({ book, chance, secret }: Choosing): Chosen | undefined {
  const waiting = open(book, ['objection']);
  if (waiting.length === 0) return undefined;
  const matter = chance.pick(waiting);
  const may = book.people.filter((one) => mayRule(book, matter, one));
  const who = chance.happens(0.85) && may.length > 0 ? chance.pick(may) : chance.pick(members(book));
  const act = {
    do: 'answer',
    number: matter.number,
    upheld: chance.happens(0.4),
    secret: secret([matter.proposer]),
  } as const;
  return { who, place: 'private', act };
}

/** In the last days of each month the recorder enters who has paid. */
function duesOf({ book, chance, now }: Choosing): Chosen | undefined {
  const month = monthOf(now);
  if (dateOf(now) < addDays(lastDayOf(month), -4)) return undefined;
  if ([...book.dues].some((paid) => paid.endsWith(`/${month}`))) return undefined;
  const except = chance.some(members(book), chance.below(3)).map(({ id }) => id);
  return { who: holderOf(book, 'recorder'), place: 'private', act: { do: 'dues', month, except } };
}

/** Between the preview and the publication one may hold it; a held one is published some days later. */
function holdOf({ book, chance, now, secret }: Choosing): Chosen | undefined {
  const who = holderOf(book, chance.pick(['secretary', 'deputy'] as const));
  for (const name of book.held) {
    const [year = 0, quarter = 0] = name.split('-').map(Number);
    if (dateOf(now) > quarterOf(year, quarter).end && chance.happens(0.4))
      return { who, place: place(chance), act: { do: 'publish', year, quarter } };
  }
  const quarter = Math.ceil(Number(now.slice(5, 7)) / 3);
  const next = quarterOf(yearOf(now), quarter);
  if (now < next.previewAt || now >= next.publishAt || chance.happens(0.6)) return undefined;
  return { who, place: 'private', act: { do: 'hold', year: next.year, quarter, secret: secret([]) } };
}

function other({ book, chance }: Choosing): Chosen {
  const { text, answered, privately, by } = chance.pick(otherLines);
  const who = by === undefined ? chance.pick(book.people) : holderOf(book, by);
  const act = { do: 'say', text, answered } as const;
  return { who, place: privately || (who.kind === 'superior' && answered) ? 'private' : place(chance), act };
}

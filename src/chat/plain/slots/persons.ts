/** Who is named in a sentence. */
import { mayAct } from '../../../app/perform.js';
import type { Context } from '../../../app/use-case.js';
import { isHere } from '../../../domain/branch/people.js';
import type { Person } from '../../../domain/roster/rows.js';
import type { Filling } from '../match.js';
import { said, type Finder } from './place.js';

const courtesy = /^(?:同志|老师|书记|主任|大姐|大哥|姐|哥)/u;
const nameJoiner = /^(?:[、，,和跟与及\s]|还有)*/u;

/** Names of the roster, longest first, also without dot or what follows it, with a title of courtesy; 周书记. */
export const oneName: Finder = ({ text, at, context }) => {
  const start = text.startsWith('@', at) ? at + 1 : at;
  const here = context.facts.all('person').filter(isHere);
  const [longest] = here
    .flatMap((person) => spellingsOf(person, context))
    .filter((name) => text.startsWith(name, start))
    .sort((one, other) => other.length - one.length);
  if (longest === undefined) return byFamilyName(text, start, here);
  const end = start + longest.length;
  return said(longest, end + (courtesy.exec(text.slice(end))?.[0].length ?? 0));
};

/** 老高, 张姐: whoever is the only one of that family name; the line says who. 老师, 小高考 are words. */
const familiar =
  /^(?:[小老](\p{Script=Han})(?:同志)?|(\p{Script=Han})(?:大姐|大哥|姐|哥|叔|姨))(?![子女儿考校姑娘])/u;

function byFamilyName(text: string, at: number, here: readonly Person[]): readonly Filling[] {
  const found = familiar.exec(text.slice(at));
  const family = found?.[1] ?? found?.[2];
  if (found === null || family === undefined) return [];
  const [only, ...others] = here.filter(({ name }) => name.startsWith(family) && !name.includes('·'));
  return only === undefined || others.length > 0 ? [] : said(only.name, at + found[0].length);
}

function spellingsOf(person: Person, { facts }: Context): readonly string[] {
  const [surname = ''] = person.name;
  const isSecretary = mayAct(facts, person, ['secretary', 'deputySecretary']);
  const { name } = person;
  const short = name.includes('·') ? [name.replaceAll('·', ''), name.split('·')[0] ?? name] : [];
  return [name, ...short, ...(isSecretary ? [`${surname}书记`] : [])];
}

export const speaker: Finder = ({ at, context: { actor } }) => (actor === null ? [] : said(actor.name, at));

/** Who keeps the register of attendance, and may be told who was there. */
export const keeper: Finder = ({ at, context: { facts, actor } }) =>
  mayAct(facts, actor, ['recorder', 'secretary', 'deputySecretary']) ? said('', at) : [];

/** 李雷，: whoever is to be entered ends at a mark, or before what is said of them. */
const newName = /^[\p{Script=Han}·]{2,4}?(?=[，,。；;！!\s]|同志|是|$)/u;

export const newcomer: Finder = ({ text, at, context: { facts } }) => {
  const name = newName.exec(text.slice(at))?.[0];
  const isKnown = facts.all('person').some((person) => person.name === name);
  return name === undefined || isKnown || /[我你他她们的了不很]|同志|党员/u.test(name)
    ? []
    : said(name, at + name.length);
};

export const severalNames: Finder = (place) => {
  const names: string[] = [];
  let end = place.at;
  for (let at = place.at; ;) {
    const [found] = oneName({ ...place, at });
    if (found === undefined) break;
    names.push(found.written);
    end = found.end;
    at = end + (nameJoiner.exec(place.text.slice(end))?.[0].length ?? 0);
  }
  return names.length === 0 ? [] : said(names.join('、'), end);
};

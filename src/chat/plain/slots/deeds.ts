/** Slots of what is done for the branch and for its members: actions, self-assessment, lines entered for somebody. */
import { isOffered } from '../../../app/perform.js';
import { isHere } from '../../../domain/branch/people.js';
import { accountsOf } from '../../../domain/roster/accounts.js';
import { activitiesAt } from './activities.js';
import { said, type Finder } from './place.js';

const outsider = /^\p{Script=Han}{2,4}(?=[，,：:\s])/u;
const notAName = /[我你他她们的了]|登记|记录|群众|联系/u;
const marks = /^\d{1,3}(?:\+\d{1,3})*分?(?:(?:[、，,;；]|\s)+\d{1,3}(?:\+\d{1,3})*分?)+/u;

/** 刘奶奶: a person named in front of a mark, on the roster or not. */
export const anybody: Finder = ({ text, at, context: { facts } }) => {
  const known = facts.all('person').find(({ name }) => text.startsWith(name, at));
  const name = known?.name ?? outsider.exec(text.slice(at))?.[0];
  return name === undefined || notAName.test(name) ? [] : said(name, at + name.length);
};

/** 20、10、10、30、15、15 */
export const assessed: Finder = ({ text, at }) => {
  const found = marks.exec(text.slice(at))?.[0];
  return found === undefined
    ? []
    : said(found.replace(/分/gu, '').replace(/[、，,;；\s]+/gu, ' '), at + found.length);
};

/** Whoever cannot send a line of their own, to those who may enter it. */
export const represented: Finder = ({ text, at, context, commands }) => {
  const [entry] = commands.find('代')?.forms ?? [];
  if (entry === undefined || !isOffered(context, entry.useCase)) return [];
  return context.facts
    .all('person')
    .filter((person) => isHere(person) && accountsOf(context.facts, person.id).length === 0)
    .filter(({ name }) => text.startsWith(name, at))
    .flatMap(({ name }) => said(name, at + name.length));
};

/** The leave that is asked for somebody. */
export const leaveFor: Finder = (place) => {
  const [form] = place.commands.find('请假')?.forms ?? [];
  const word = form?.words['activity'];
  return word === undefined
    ? []
    : activitiesAt({ ...place, word }).map((found) => ({
        ...found,
        written: `请假 ${found.written}`,
      }));
};

import type { Facts } from '../domain/branch/facts.js';
import type { Talk } from '../domain/branch/rows.js';

/** Minutes within which a picture still belongs to the sender's `/材料 N` or `/纪要 活动`. */
export const pictureWithin = 5;

/** In place of a matter's number, which begin with 1: `/细则 原文` waits for the annex. */
export const annexAwaited = 0;

/** What is remembered of the talk with one person; empty before the first. */
export function talkOf(facts: Facts, person: number): Talk {
  return (
    facts.get('talk', person) ?? {
      person,
      shown: [],
      materialFor: null,
      picturesFor: null,
      materialUntil: null,
    }
  );
}

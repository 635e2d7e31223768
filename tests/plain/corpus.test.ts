import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Stage } from '../../src/cli/stage/stage.js';
import { heldBack } from './held-back.js';
import { hear, measured, openOffice, type Heard } from './scene.js';
import type { Sentence } from './sentence.js';
import { tuning } from './tuning.js';

let stage: Stage;
beforeAll(async () => {
  stage = await openOffice();
});
afterAll(() => stage.close());

async function all(sentences: readonly Sentence[]): Promise<ReturnType<typeof measured>> {
  const heard: Heard[] = [];
  for (const sentence of sentences) heard.push(await hear(stage, sentence));
  return measured(heard);
}

it('GIVEN the sentences that the ways of saying were tuned on THEN each is understood, and nothing else', async () => {
  const { wrong, missed } = await all(tuning);
  expect(wrong).toEqual([]);
  expect(missed).toEqual([]);
});

it('GIVEN sentences that were written before THEN nothing is offered that was not meant', async () => {
  const { wrong, recall } = await all(heldBack);
  expect(wrong).toEqual([]);
  expect(recall).toBeGreaterThan(0.95);
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { measure, openOffice, sentencesOf } from '../../src/cli/plain/scene.js';
import type { Stage } from '../../src/cli/stage/stage.js';
import { quickPapers } from '../support/papers/quick.js';

let stage: Stage;
beforeAll(async () => {
  stage = await openOffice({ reading: quickPapers });
});
afterAll(() => stage.close());

it('GIVEN what people say who want something THEN the line that was meant is offered, and no other', async () => {
  const { wrong, missed } = await measure(stage, sentencesOf('propose'));
  expect(wrong).toEqual([]);
  expect(missed).toEqual([]);
});

it('GIVEN questions, news, jokes and other people’s wishes THEN nothing is offered', async () => {
  const { wrong } = await measure(stage, sentencesOf('silent'));
  expect(wrong).toEqual([]);
});

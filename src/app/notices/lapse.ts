import { z } from 'zod';
import { done, openUseCase } from '../use-case.js';

/** Claims a job that came too late to be worth doing, so that it is settled for good and nothing is said. */
export const lapseJob = openUseCase({
  name: 'notices.lapse',
  who: 'clock',
  place: 'anywhere',
  input: z.strictObject({}),
  run: () => done({ replies: [] }),
});

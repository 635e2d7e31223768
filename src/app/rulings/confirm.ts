import { z } from 'zod';
import { done, refuse, useCase } from '../use-case.js';
import { confirmEach } from './confirm-one.js';
import { tellResults } from './judge.js';
import { rulers } from '../who.js';

/** `/确认 N…`: each matter is judged by itself, and the reply lists every one (SPEC §6). */
export const confirmMatters = useCase({
  name: 'rulings.confirm',
  who: rulers,
  place: 'anywhere',
  input: z.strictObject({ numbers: z.array(z.int()).min(1), meetingOn: z.string().nullable() }),
  run: (context, { numbers, meetingOn }) => {
    if (meetingOn !== null && meetingOn > context.today)
      return refuse('rulings.meetingInFuture', { date: meetingOn });
    const steps = confirmEach(context, numbers, meetingOn);
    const replies = tellResults(
      context,
      steps.map((step) => step.result),
    );
    return done({
      changes: steps.flatMap((step) => step.changes),
      ids: [...new Set(numbers)],
      replies: [...replies, ...steps.flatMap((step) => step.replies)],
    });
  },
});

import { z } from 'zod';
import type { PlainModel } from '../app/ports/plain-model.js';

interface PlainModelSettings {
  /** Up to `/v1`. */
  readonly url: string;
  readonly model: string;
  readonly key?: string | undefined;
  /** Milliseconds; afterwards the helpful line is the answer. */
  readonly patience?: number;
}

const usualPatience = 3_000;
/** Characters of an answer: a line, not a letter. */
const longestAnswer = 20_000;

const reply = z.object({ choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1) });
const proposal = z.strictObject({ line: z.string().max(200).nullable() });

/** A model behind an endpoint that speaks as OpenAI's does (`POST …/chat/completions`): Ollama, vLLM and others. */
export function openPlainModel({
  url,
  model,
  key,
  patience = usualPatience,
}: PlainModelSettings): PlainModel {
  const endpoint = `${url.replace(/\/+$/u, '')}/chat/completions`;
  return {
    async ask({ task, sentence }) {
      try {
        const response = await fetch(endpoint, {
          method: 'POST',
          redirect: 'error',
          signal: AbortSignal.timeout(patience),
          headers: {
            'content-type': 'application/json',
            ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
          },
          body: JSON.stringify({
            model,
            temperature: 0,
            messages: [
              { role: 'system', content: task },
              { role: 'user', content: sentence },
            ],
            response_format: format,
          }),
        });
        const text = response.ok ? await response.text() : '';
        if (text === '' || text.length > longestAnswer) return null;
        const [first] = reply.parse(JSON.parse(text)).choices;
        return proposal.parse(JSON.parse(first?.message.content ?? '')).line;
      } catch {
        // Not there, too slow, or not what was asked for: the speaker reads the helpful line.
        return null;
      }
    },
  };
}

/** One line or none, as JSON. */
const format = {
  type: 'json_schema',
  json_schema: {
    name: 'line',
    strict: true,
    schema: {
      type: 'object',
      properties: { line: { type: ['string', 'null'] } },
      required: ['line'],
      additionalProperties: false,
    },
  },
};

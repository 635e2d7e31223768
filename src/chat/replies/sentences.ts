import type { View } from '../../app/ports/voice.js';

/** One function for each thing a subject can say; the compiler sees that none is missing. */
export type Sentences<S> = { readonly [C in keyof S]: (facts: S[C], view: View) => string };

/** Who says it to the bot in private, what, and the line that is offered or answered; null: neither. */
export type Sentence = readonly [who: string, text: string, line: string | null];

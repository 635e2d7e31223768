/** The part of a pino logger that the page uses. */
export interface PageLog {
  info(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

export interface NoticeSays {
  nothingToPublish: Record<string, never>;
}

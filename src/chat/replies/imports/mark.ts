/** Behind whatever was taken over from a table of the time before the bot. */
export const importedMark = '（由导入）';

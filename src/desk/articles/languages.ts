/** Languages offered in lists: those the desk itself speaks first. */
export const languages = ['en', 'ar', 'de', 'fr', 'ru', 'es', 'tr', 'fa', 'uk', 'zh'] as const

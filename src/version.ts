import project from '../package.json' with { type: 'json' }

/** Dateline's own. */
export const { version } = project
